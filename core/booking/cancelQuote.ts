import { refuse } from '@mayago/kernel/errors.ts'
import { type Currency, money, type Money, sum } from '@mayago/kernel/money.ts'
import { queryRow, queryRows, toDate } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'
import { assertAccompanied, refundFor, refundPercentAt, type PolicyView } from '../pricing/index.ts'
import type { CancelQuoteInput } from './booking.schema.ts'
import type { BookingState, CancelQuote } from './booking.view.ts'
import { assertBooking } from './bookingAccess.ts'
import { idempotently } from './idempotency.ts'

/** One person's share of one payment, and what of it would come back. */
export interface RefundShare {
  paymentId: string
  unitItemId: string
  refund: Money
}

export interface CancelPlan {
  quote: CancelQuote
  shares: RefundShare[]
  /** Seats that go back on sale, and whether anybody stays. */
  seats: number
  leavesNobody: boolean
}

/**
 * What cancelling would give back now: all, or these people; the same again to a retry. SEAT-4. Throws `not_found`,
 * `booking_wrong_state`, and `party_not_allowed` when those who stay may not go alone.
 */
export const cancelQuote = async (ctx: Ctx, input: CancelQuoteInput): Promise<CancelQuote> => {
  const { localDate } = await assertBooking(ctx, 'booking.cancel', input.bookingId)
  return idempotently(
    ctx,
    `booking.cancelQuote:${input.bookingId}`,
    input,
    async () => (await planCancellation(ctx, input, localDate)).quote,
  )
}

interface ItemRow {
  id: string
  seats: number
  state: string
  unit: { id: string; accompanied: boolean }
  shares: { paymentId: string; left: number }[] | null
}

/** The quote with every share it is made of; `cancelBooking` runs it again under the lock. */
export const planCancellation = async (ctx: Ctx, input: CancelQuoteInput, localDate: string): Promise<CancelPlan> => {
  const booking = await queryRow<{
    state: BookingState
    policy: PolicyView
    currency: Currency
    starts_at: string
    now: string
  }>(
    ctx.em,
    `select b.state, b.policy, b.currency, d.starts_at, seat_now() as now
     from bookings b join departures d on d.id = b.departure_id where b.id = $1 and b.local_date = $2`,
    [input.bookingId, localDate],
  )
  const wrongState = (state: string) => refuse('booking_wrong_state', { bookingId: input.bookingId, state })
  if (booking?.state !== 'confirmed') throw wrongState(booking?.state ?? 'unknown')
  const [now, startsAt] = [toDate(booking.now), toDate(booking.starts_at)]
  if (now >= startsAt) throw wrongState('started')

  const items = await queryRows<ItemRow>(
    ctx.em,
    `select i.id, i.seats, i.state, jsonb_build_object('id', u.id, 'accompanied', u.accompanied) as unit,
       (select jsonb_agg(jsonb_build_object('paymentId', a.payment_id, 'left', a.amount_minor - a.refunded_minor))
        from payment_allocations a join payments y on y.id = a.payment_id
        where a.unit_item_id = i.id and y.state = 'captured') as shares
     from unit_items i join units u on u.id = i.unit_id where i.booking_id = $1 order by i.position`,
    [input.bookingId],
  )
  const going = items.filter((item) => item.state === 'booked')
  const leaving = input.unitItemIds ? going.filter((item) => input.unitItemIds?.includes(item.id)) : going
  if (leaving.length === 0 || (input.unitItemIds && leaving.length !== new Set(input.unitItemIds).size))
    throw refuse('not_found', { what: 'unitItem' })

  const staying = items.filter((item) => item.state !== 'cancelled' && !leaving.includes(item))
  assertAccompanied(staying.map((item) => item.unit))

  const { percent, until } = refundPercentAt(booking.policy, startsAt, now)
  const shares = leaving.flatMap((item) =>
    (item.shares ?? []).map(({ paymentId, left }): RefundShare & { paid: Money } => {
      const paid = money(left, booking.currency)
      const [refund] = refundFor([paid], percent)
      return { paymentId, unitItemId: item.id, paid, refund: refund as Money }
    }),
  )
  return {
    quote: {
      bookingId: input.bookingId,
      unitItemIds: leaving.map((item) => item.id),
      paid: sum(
        shares.map((share) => share.paid),
        booking.currency,
      ),
      refund: sum(
        shares.map((share) => share.refund),
        booking.currency,
      ),
      percent,
      validUntil: until?.toISOString() ?? null,
    },
    shares,
    seats: leaving.reduce((seats, item) => seats + item.seats, 0),
    leavesNobody: staying.length === 0,
  }
}
