import type { Params } from './params.ts'

/** A column that a list is ordered by, with the type of its values. */
export type KeyColumn = readonly [sql: string, type: 'text' | 'bigint' | 'timestamptz' | 'timestamp' | 'date' | 'uuid']

/** By an instant, and by id where that is the same. */
export const byInstant = (instant: string, id: string): readonly KeyColumn[] => [
  [instant, 'timestamptz'],
  [id, 'uuid'],
]

export interface Stretch {
  descending: boolean
  /** The columns' values in the row before; null at the beginning. */
  after: readonly unknown[] | null
  limit: number
}

/**
 * A stretch of a list in the order of its columns, all one way, the last of them unique: a condition, and the order with its
 * limit. The other way round is the same list from its end, so that one index answers both.
 */
export const keysetSql = (
  columns: readonly KeyColumn[],
  { descending, after, limit }: Stretch,
  params: Params,
): { where: string; order: string } => {
  const names = columns.map(([sql]) => sql)
  const bounds = after && columns.map(([, type], n) => `${params.add(after[n])}::${type}`)
  return {
    where: bounds === null ? 'true' : `(${names.join(', ')}) ${descending ? '<' : '>'} (${bounds.join(', ')})`,
    order: `${orderSql(names, descending)} limit ${params.add(limit)}`,
  }
}

export const orderSql = (columns: readonly string[], descending: boolean): string =>
  `order by ${columns.map((column) => `${column} ${descending ? 'desc' : 'asc'}`).join(', ')}`
