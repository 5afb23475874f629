import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** A value as COPY's text format has it; arrays and JSON come as text already. */
export type CopyValue = string | number | boolean | null

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** https://www.postgresql.org/docs/18/sql-copy.html#id-1.9.3.55.9.2 */
const toLine = (row: readonly CopyValue[]): string =>
  `${row.map((value) => (value === null ? '\\N' : String(value).replace(/[\\\t\n\r]/g, (c) => ESCAPES[c] as string))).join('\t')}\n`

const ROWS_A_CHUNK = 500

/** Streams rows into a table; `tell` hears how many more are on their way. */
export const copyRows = async (
  client: Client,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly CopyValue[]>,
  tell: (count: number) => void,
): Promise<void> => {
  const chunks = function* (): Generator<string> {
    let lines: string[] = []
    for (const row of rows) {
      lines.push(toLine(row))
      if (lines.length < ROWS_A_CHUNK) continue
      yield lines.join('')
      tell(lines.length)
      lines = []
    }
    yield lines.join('')
    tell(lines.length)
  }
  await pipeline(Readable.from(chunks()), client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`)))
}
