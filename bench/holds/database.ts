import { createSeatDesk, type SeatDesk } from '@mayago/core/booking/index.ts'
import { createForUpdateDesk } from './forUpdateDesk.ts'
import { figureOf, interleave, ratio, summarise, type Figure, type Verdict } from './figures.ts'
import type { Options } from './options.ts'
import { assertSold, makeRequest, RULES, type BenchWorld } from './world.ts'

interface Side {
  name: string
  /** Requests under way at once. */
  buyers: number
  openDesk(world: BenchWorld): SeatDesk
}

const publish = (): void => undefined

const deskSide = (buyers: number): Side => ({
  name: `seat desk, ${buyers} buyers`,
  buyers,
  openDesk: ({ pool }) => createSeatDesk({ pool, settings: RULES, publish }),
})

const RIVAL: Side = {
  name: 'prepared SELECT … FOR UPDATE, 20 buyers',
  buyers: 20,
  openDesk: ({ pool }) => createForUpdateDesk(pool, RULES, publish),
}

/** Holds on one departure at the database layer: no door, no news, everything committed to disk. */
export const benchDatabase = async (world: BenchWorld, { seconds, runs }: Options): Promise<Verdict[]> => {
  const sides = [deskSide(20), deskSide(200), deskSide(2_000), RIVAL]
  const figures = await interleave(sides, runs, (side) => measure(world, side, seconds))
  const desk = Math.max(...sides.slice(0, 3).map(({ name }) => figureOf(figures, name).perSecond))
  return [
    {
      what: 'database layer, holds per second at the desk (best of 20, 200, 2,000 buyers)',
      measured: desk.toFixed(0),
      budget: '≥ 20000',
      met: desk >= 20_000,
    },
    ratio('database layer, desk against FOR UPDATE', desk, figureOf(figures, RIVAL.name).perSecond, 20),
  ]
}

/** Closed loop: each buyer asks again as soon as it is answered. */
const measure = async (world: BenchWorld, side: Side, seconds: number): Promise<Figure> => {
  const departure = await world.freshDeparture()
  const desk = side.openDesk(world)
  const latencies: number[] = []
  let asked = 0
  const started = performance.now()
  const ends = started + seconds * 1000
  const buyer = async (): Promise<void> => {
    while (performance.now() < ends) {
      const request = makeRequest(departure, asked++)
      const at = performance.now()
      await desk.ask(departure.departureId, request)
      latencies.push(performance.now() - at)
    }
  }
  await Promise.all(Array.from({ length: side.buyers }, buyer))
  const took = (performance.now() - started) / 1000
  await desk.close()
  assertSold(await world.count(departure.departureId), latencies.length)
  return summarise(latencies, took, { granted: latencies.length })
}
