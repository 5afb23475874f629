import type { Bench } from '../holds.ts'
import { below, figureOf, interleave, ratio, type Figure, type Verdict } from './figures.ts'
import type { Aim, Hits } from './fire.ts'
import { prepareHold } from '../prepared.ts'
import { runApart } from '../runApart.ts'
import { startEmptyKit, startProduct } from './startServers.ts'
import { assertSold, settled } from './world.ts'

type Server = 'product' | 'forUpdate' | 'empty'

interface Side {
  name: string
  connections: number
  server: Server
}

const product = (connections: number): Side => ({
  name: `HTTP, seat desk, ${connections} buyers`,
  connections,
  server: 'product',
})
const EMPTY: Side = { name: 'HTTP, empty SvelteKit POST', connections: 200, server: 'empty' }
const RIVAL: Side = { name: 'HTTP, FOR UPDATE behind the same endpoint', connections: 20, server: 'forUpdate' }
const [FEW, MANY, CROWD] = [product(20), product(200), product(2_000)]

const WARM_SECONDS = 2

/** The product's own endpoint beside an endpoint that does nothing and beside the rival; load from another process. */
export const benchHttp = async (bench: Bench): Promise<Verdict[]> => {
  const { dataDir, options } = bench
  const servers = {
    product: await startProduct(dataDir, 'product'),
    forUpdate: await startProduct(dataDir, 'forUpdate'),
    empty: await startEmptyKit(),
  }
  const figures = await interleave([EMPTY, FEW, MANY, CROWD, RIVAL], options.runs, (side) =>
    measure(bench, side, servers[side.server].url),
  )
  await Promise.all(Object.values(servers).map(({ stop }) => stop()))
  const [empty, few, many, crowd, rival] = [EMPTY, FEW, MANY, CROWD, RIVAL].map(({ name }) =>
    figureOf(figures, name),
  ) as [Figure, Figure, Figure, Figure, Figure]
  const unfit = [few, many, crowd].flatMap(({ answers }) =>
    Object.keys(answers).filter((status) => status !== '201' && status !== '429'),
  )
  return [
    ratio('HTTP door against an empty SvelteKit POST, 200 buyers', many.perSecond, empty.perSecond, 0.4),
    ratio(
      'HTTP door against FOR UPDATE behind it (200 buyers against its best, 20)',
      many.perSecond,
      rival.perSecond,
      8,
    ),
    below('HTTP door, p99 at 200 buyers', many.p99Ms, 250),
    ratio('HTTP door, 2,000 buyers against 20', crowd.perSecond, few.perSecond, 0.9),
    {
      what: 'HTTP door, answers other than 201 and 429',
      measured: unfit.length === 0 ? 'none' : [...new Set(unfit)].join(', '),
      budget: 'none',
      met: unfit.length === 0,
    },
  ]
}

/** Requests granted and answered 201 a second. */
const measure = async ({ world, options: { seconds } }: Bench, side: Side, url: string): Promise<Figure> => {
  const departure = await world.freshDeparture()
  const sells = side.server !== 'empty'
  const prepared = prepareHold(url, departure)
  const aim: Aim = {
    ...prepared,
    ...(sells ? {} : { url: `${url}/holds` }),
    connections: side.connections,
    seconds,
  }
  // What runs for the first time is compiled first: not what a steady state costs.
  await runApart<Hits>('holds/fire.ts', { ...aim, seconds: WARM_SECONDS })
  const before = await settled(world, departure.departureId)
  const hits = await runApart<Hits>('holds/fire.ts', aim)
  const granted = hits.statuses['201'] ?? 0
  if (sells) {
    const sold = await settled(world, departure.departureId)
    assertSold(
      {
        rows: sold.rows - before.rows,
        counter: sold.counter - before.counter,
        answers: sold.answers - before.answers,
      },
      granted,
      2 * side.connections,
    )
  }
  const answers = { ...hits.statuses, ...some('broken', hits.errors), ...some('too late', hits.timeouts) }
  const total = Object.values(hits.statuses).reduce((sum, count) => sum + count, 0)
  return {
    perSecond: total === 0 ? 0 : (hits.requestsPerSecond * granted) / total,
    p50Ms: hits.p50Ms,
    p99Ms: hits.p99Ms,
    answers,
  }
}

const some = (name: string, count: number): Record<string, number> => (count > 0 ? { [name]: count } : {})
