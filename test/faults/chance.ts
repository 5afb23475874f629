/** Choices that a seed repeats: mulberry32, one stream per actor. */
export interface Chance {
  /** A whole number from 0 to `below` - 1. */
  under(below: number): number
  /** From `min` to `max`, both included. */
  between(min: number, max: number): number
  pick<Item>(items: readonly Item[]): Item
}

export const makeChance = (seed: number): Chance => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const under = (below: number): number => Math.floor(next() * below)
  return {
    under,
    between: (min, max) => min + under(max - min + 1),
    pick: (items) => items[under(items.length)] as (typeof items)[number],
  }
}
