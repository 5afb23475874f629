import type { Bench } from '../holds.ts'
import { figureOf, interleave, ratio, type Figure, type Verdict } from './figures.ts'
import type { Aim, Hits } from './fire.ts'
import { prepareHold } from '../prepared.ts'
import type { RoomAim } from './roomBuyers.ts'
import { runApart } from '../runApart.ts'
import { startProduct } from './startServers.ts'
import { assertSold, settled } from './world.ts'

interface Side {
  name: string
  run(url: string, departure: Awaited<ReturnType<Bench['world']['freshDeparture']>>, seconds: number): Promise<Figure>
}

const BUYERS = 200
const WARM_SECONDS = 2

const HTTP: Side = {
  name: `HTTP, seat desk, ${BUYERS} buyers`,
  run: async (url, departure, seconds) => {
    const aim: Aim = { ...prepareHold(url, departure), connections: BUYERS, seconds }
    const hits = await runApart<Hits>('holds/fire.ts', aim)
    return { ...hits, perSecond: (hits.statuses['201'] ?? 0) / seconds, answers: hits.statuses }
  },
}

/** `clients` pages, each with as many requests under way as make 200 buyers in all. */
const room = (clients: number, watching: boolean): Side => ({
  name: `room, ${clients} clients ${watching ? 'watching the month' : 'on another month'}`,
  run: (url, { departureId, experienceId, units, localStart }, seconds) =>
    runApart<Figure>('holds/roomBuyers.ts', {
      url,
      clients,
      requestsEach: BUYERS / clients,
      seconds,
      experienceId,
      departureId,
      unitId: units.adult,
      month: watching ? localStart.slice(0, 7) : null,
    } satisfies RoomAim),
})
const [FEW, QUIET, ALL] = [room(20, true), room(BUYERS, false), room(BUYERS, true)]

/** The same holds asked by room message, beside the HTTP door of the same process. */
export const benchRooms = async ({ world, dataDir, options }: Bench): Promise<Verdict[]> => {
  const { url, stop } = await startProduct(dataDir, 'product')
  const measure = async (side: Side): Promise<Figure> => {
    const departure = await world.freshDeparture()
    await side.run(url, departure, WARM_SECONDS)
    const before = await settled(world, departure.departureId)
    const figure = await side.run(url, departure, options.seconds)
    const { rows, counter, answers } = await settled(world, departure.departureId)
    const sold = { rows: rows - before.rows, counter: counter - before.counter, answers: answers - before.answers }
    assertSold(sold, figure.answers['201'] ?? figure.answers['granted'] ?? 0, 2 * BUYERS)
    return figure
  }
  const figures = await interleave([HTTP, FEW, QUIET, ALL], options.runs, measure)
  await stop()
  const http = figureOf(figures, HTTP.name).perSecond
  return [FEW, QUIET, ALL].map(({ name }) =>
    ratio(`${name}, ${BUYERS} buyers, against the HTTP door`, figureOf(figures, name).perSecond, http, 2),
  )
}
