import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { queryRows } from '../sql.ts'

/** One row by column name; arrays and JSON as they are, instants and days as text. */
export type InsertedRow = Record<string, unknown>

/** Inserts any number of rows in one statement. All rows have the first one's columns; the rest take their defaults. */
export const insertRows = async (
  em: SqlEntityManager,
  table: string,
  rows: readonly InsertedRow[],
  onConflict: string = '',
): Promise<void> => {
  const first = rows[0]
  if (first === undefined) return
  const columns = Object.keys(first).join(', ')
  await queryRows(
    em,
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb) ${onConflict}`,
    [JSON.stringify(rows)],
  )
}

/** Inserts rows, or brings those that exist up to date; a row that is the same already is not written. */
export const upsertRows = (
  em: SqlEntityManager,
  table: string,
  key: readonly string[],
  rows: readonly InsertedRow[],
): Promise<void> => {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => !key.includes(column))
  const list = (prefix: string) => columns.map((column) => `${prefix}.${column}`).join(', ')
  const change =
    columns.length === 0
      ? 'do nothing'
      : `do update set ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}
         where (${list(table)}) is distinct from (${list('excluded')})`
  return insertRows(em, table, rows, `on conflict (${key.join(', ')}) ${change}`)
}
