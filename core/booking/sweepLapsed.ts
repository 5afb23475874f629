import { isRefusal } from '@mayago/kernel/errors.ts'
import { queryRows } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'

const DEPARTURES_A_ROUND = 200

/**
 * Turns lapsed holds of quiet departures into `lapsed` and lowers their counters, by asking the seat desk to release
 * one of each: a batch sweeps first. Nothing depends on when this runs; reads leave lapsed holds out by themselves.
 */
export const sweepLapsed = async (ctx: Ctx): Promise<number> => {
  assertCan(ctx, 'house.keep')
  const rows = await queryRows<{ departure_id: string; hold_id: string }>(
    ctx.em,
    `select distinct on (departure_id) departure_id, id as hold_id from holds
     where state = 'live' and expires_at <= (select seat_now()) order by departure_id limit ${DEPARTURES_A_ROUND}`,
  )
  for (const { departure_id: departureId, hold_id: holdId } of rows)
    await ctx.services.seatDesk
      .ask(departureId, { kind: 'release', holdId, claim: null, locale: ctx.locale })
      .catch(passOver)
  return rows.length
}

/** Money that came late may have taken the seats again meanwhile, or the desk is busy, and then sweeps by itself. */
const passOver = (error: unknown): void => {
  if (!isRefusal(error)) throw error
}
