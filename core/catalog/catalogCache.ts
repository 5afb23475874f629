import { createCache } from 'async-cache-dedupe'
import { subjectsOf } from '../events/eventMap.ts'
import type { BusPort } from '../ports/bus.ts'

/** What may be a little old: texts, orders and counts of the catalogue. Never how many seats are left. CATALOG-11. */
export interface CatalogCache {
  /**
   * What `load` gives, or gave a while ago to whoever asked the same: of those who ask at one moment, one loads. What comes
   * back is shared: nobody may change it.
   */
  keep<Value>(shelf: Shelf, key: readonly unknown[], load: () => Promise<Value>): Promise<Value>
  close(): void
}

export type Shelf = keyof typeof SHELVES

/** How long each may be old at most, and how many are kept. News of a changed experience drops all of them. */
const SHELVES = {
  listings: { seconds: 15 * 60, entries: 300 },
  search: { seconds: 5 * 60, entries: 300 },
  profiles: { seconds: 60 * 60, entries: 1000 },
} as const satisfies Record<string, { seconds: number; entries: number }>

interface Asked {
  id: string
  load(): Promise<unknown>
}

/**
 * Kept in this process's memory: nothing to turn into text and back, nothing lost when Redis is. The bus drops it in every
 * process; while the bus is away nobody would hear of a change, so nothing is kept then.
 */
export const createCatalogCache = (bus: BusPort): CatalogCache => {
  // A change starts a new generation: what was still being loaded for the old one is never found again.
  let generation = 0
  const drop = (): void => void (generation += 1)
  const stops = [bus.subscribe(subjectsOf('experience.changed'), drop), bus.onConnection(drop)]
  const serialize = ({ id }: Asked): string => id
  const load = ({ load }: Asked): Promise<unknown> => load()
  const shelfOf = (seconds: number, entries: number) =>
    createCache({ storage: { type: 'memory', options: { size: entries } } }).define(
      'kept',
      { ttl: () => (bus.connected ? seconds : 0), serialize },
      load,
    )
  const shelves = {
    listings: shelfOf(SHELVES.listings.seconds, SHELVES.listings.entries),
    search: shelfOf(SHELVES.search.seconds, SHELVES.search.entries),
    profiles: shelfOf(SHELVES.profiles.seconds, SHELVES.profiles.entries),
  }
  return {
    keep: async <Value>(shelf: Shelf, key: readonly unknown[], load: () => Promise<Value>) => {
      const id = JSON.stringify([generation, key])
      return (await shelves[shelf].kept({ id, load })) as Value
    },
    close: () => stops.forEach((stop) => stop()),
  }
}

/** Keeps nothing: for tests that change the catalogue behind everybody's back. */
export const keepsNothing: CatalogCache = { keep: (_shelf, _key, load) => load(), close: () => undefined }
