import type { BenchWorld } from './world.ts'
import type { Side } from './database.ts'

export interface Measured {
  side: string
  granted: number
  perSecond: number
  p50Ms: number
  p99Ms: number
}

/** Closed loop: each buyer asks again as soon as it is answered. What was sold is checked by SQL, or this throws. */
export const measure = async (world: BenchWorld, side: Side, seconds: number): Promise<Measured> => {
  const departure = await world.makeDeparture()
  const { hold, close } = side.prepare(departure)
  const latencies: number[] = []
  let asked = 0
  const started = performance.now()
  const ends = started + seconds * 1000
  const buyer = async () => {
    while (performance.now() < ends) {
      const at = performance.now()
      await hold(asked++)
      latencies.push(performance.now() - at)
    }
  }
  await Promise.all(Array.from({ length: side.buyers }, buyer))
  const took = (performance.now() - started) / 1000
  await close()
  const sold = await world.count(departure.departureId)
  if (sold.rows !== latencies.length || sold.counter !== latencies.length || sold.answers !== latencies.length)
    throw new Error(`${side.name}: ${latencies.length} were granted, but the database has ${JSON.stringify(sold)}`)
  const sorted = Float64Array.from(latencies).sort()
  return {
    side: side.name,
    granted: sorted.length,
    perSecond: sorted.length / took,
    p50Ms: sorted[Math.floor(sorted.length * 0.5)] ?? 0,
    p99Ms: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
  }
}
