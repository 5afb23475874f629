import { queryRow } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'

/**
 * What the clock that judges holds shows, in milliseconds since the epoch. For displays that want to wake when a hold
 * lapses; it decides nothing.
 */
export const readSeatClock = async (ctx: Pick<Ctx, 'em'>): Promise<number> => {
  const row = await queryRow<{ millis: number }>(
    ctx.em,
    'select (extract(epoch from seat_now()) * 1000)::float8 as millis',
  )
  return (row as { millis: number }).millis
}
