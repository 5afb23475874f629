import { queryRow, queryRows } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'
import { SEALED_FIELDS, type SealedField } from './sealedFields.ts'
import type { Sealer } from './sealer.ts'

export interface RotatedFields {
  /** Sealed with the newest key by this run, and before it. */
  sealedAnew: number
  current: number
  /** Fields no key of ours opens, as `table.column:id`. */
  lost: string[]
}

const AT_A_TIME = 500

/**
 * Seals every sealed field with the newest key, in batches, while everything runs: a field that changes meanwhile was
 * sealed by that key anyway. Stopped half-way, it goes on from there the next time. Afterwards the old keys may go.
 */
export const rotateFields = async (ctx: Pick<Ctx, 'em'>, sealer: Sealer): Promise<RotatedFields> => {
  const done: RotatedFields = { sealedAnew: 0, current: 0, lost: [] }
  for (const field of SEALED_FIELDS) await rotateField(ctx, sealer, field, done)
  return done
}

const rotateField = async (
  ctx: Pick<Ctx, 'em'>,
  sealer: Sealer,
  { table, column, id }: SealedField,
  done: RotatedFields,
): Promise<void> => {
  for (let after = ''; ;) {
    const rows = await queryRows<{ id: string; sealed: string }>(
      ctx.em,
      `select ${id}::text as id, ${column} as sealed from ${table}
       where ${column} is not null and ${id}::text > $1 order by ${id}::text limit ${AT_A_TIME}`,
      [after],
    )
    for (const row of rows) {
      if (sealer.isCurrent(row.sealed)) done.current += 1
      else await sealAnew(ctx, sealer, { table, column, id }, row, done)
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < AT_A_TIME) return
    after = last.id
  }
}

const sealAnew = async (
  ctx: Pick<Ctx, 'em'>,
  sealer: Sealer,
  { table, column, id }: SealedField,
  row: { id: string; sealed: string },
  done: RotatedFields,
): Promise<void> => {
  const place = `${table}.${column}:${row.id}`
  const text = tryToOpen(sealer, place, row.sealed)
  if (text === null) return void done.lost.push(place)
  const written = await queryRow(
    ctx.em,
    `update ${table} set ${column} = $3 where ${id}::text = $1 and ${column} = $2 returning 1`,
    [row.id, row.sealed, sealer.seal(place, text)],
  )
  if (written) done.sealedAnew += 1
}

const tryToOpen = (sealer: Sealer, place: string, sealed: string): string | null => {
  try {
    return sealer.open(place, sealed)
  } catch {
    return null // told as lost: one bad field must not keep the others from their new key
  }
}
