import { earthPoint, type EarthPoint } from './experienceFilters.ts'
import type { Params } from './params.ts'

/**
 * What a list of experiences is ordered by: the rating weighted by how many gave one; the price from which they start, in
 * one currency after the other, as nothing is converted; or how far they are from a point.
 */
export type ExperienceOrder = { by: 'rating' | 'price'; descending: boolean } | { by: 'distance'; from: EarthPoint }

/** Where an experience stands in an order: the values that the order compares, and its id where they are the same. */
export interface ExperiencePosition {
  keys: readonly string[]
  id: string
}

export interface ExperienceOrderSql {
  /** What is compared of a listing `l`. */
  keys: readonly string[]
  direction: Direction
  idDirection: Direction
  /** The condition on what follows `after`. */
  start: string
}
type Direction = 'asc' | 'desc'

export const experienceOrderSql = (
  order: ExperienceOrder,
  after: ExperiencePosition | null,
  params: Params,
): ExperienceOrderSql => {
  const { keys, direction, idDirection } = columnsOf(order, params)
  const sql = keys.map((key) => key.sql)
  const answer = { keys: sql, direction, idDirection }
  if (after === null) return { ...answer, start: 'true' }
  const bounds = keys.map(({ type }, n) => `${params.add(after.keys[n])}::${type}`)
  const id = `${params.add(after.id)}::uuid`
  const beyond = direction === 'asc' ? '>' : '<'
  if (direction === idDirection)
    return { ...answer, start: `(${[...sql, 'l.experience_id'].join(', ')}) ${beyond} (${[...bounds, id].join(', ')})` }
  // The first condition bounds the index, the second settles what stands on the same position.
  const [key, bound] = [`(${sql.join(', ')})`, `(${bounds.join(', ')})`]
  const further = idDirection === 'asc' ? '>' : '<'
  const start = `${key} ${beyond}= ${bound} and (${key} ${beyond} ${bound} or l.experience_id ${further} ${id})`
  return { ...answer, start }
}

interface Columns {
  keys: readonly { sql: string; type: 'float8' | 'bpchar' | 'bigint' }[]
  direction: Direction
  idDirection: Direction
}

/** As an index has them, or has them backwards. */
const columnsOf = (order: ExperienceOrder, params: Params): Columns => {
  if (order.by === 'distance') {
    const distance = { sql: `(l.point <-> ${earthPoint(order.from, params)})`, type: 'float8' } as const
    return { keys: [distance], direction: 'asc', idDirection: 'asc' }
  }
  const [direction, other] = order.descending ? (['desc', 'asc'] as const) : (['asc', 'desc'] as const)
  if (order.by === 'rating') return { keys: [{ sql: 'l.rating', type: 'float8' }], direction, idDirection: other }
  const keys = [{ sql: 'l.currency', type: 'bpchar' } as const, { sql: 'l.price_from_minor', type: 'bigint' } as const]
  return { keys, direction, idDirection: direction }
}
