import { refuse } from '@mayago/kernel/errors.ts'
import { allocate, type Currency, money } from '@mayago/kernel/money.ts'
import { LOCK_PAYMENTS } from '@mayago/db/locks.ts'
import { queryRows } from '@mayago/db/sql.ts'
import { recordAct } from '../audit/index.ts'
import { assertBooking, idempotently, planRefunds, readBooking } from '../booking/index.ts'
import type { BookingView } from '../booking/index.ts'
import { inTransaction, type Ctx } from '../context.ts'
import { chargeStepOf } from '../ports/payments.ts'
import type { RefundBookingInput } from './payments.schema.ts'

interface ShareRow {
  payment_id: string
  unit_item_id: string
  currency: Currency
  left_minor: string
}

/**
 * Gives back some of what a booking paid, whatever its policy and however long ago, from everybody's share alike. What was
 * shared with the provider by then is taken back from each side. MONEY-1, MONEY-3. Throws `not_found`, and
 * `payment_wrong_state` for more than is left or for no whole steps that cards take.
 */
export const refundBooking = async (ctx: Ctx, input: RefundBookingInput): Promise<BookingView> => {
  const { bookingId, amountMinor } = input
  const { localDate } = await assertBooking(ctx, 'booking.refund', bookingId)
  return idempotently(ctx, `booking.refund:${bookingId}`, input, (keep) =>
    inTransaction(ctx, async (tx) => {
      const payments = await queryRows<{ id: string }>(tx.em, 'select id from payments where booking_id = $1', [
        bookingId,
      ])
      await queryRows(tx.em, LOCK_PAYMENTS, [payments.map(({ id }) => id)])
      const rows = await queryRows<ShareRow>(
        tx.em,
        `select s.payment_id, s.unit_item_id, y.currency, s.amount_minor - s.refunded_minor as left_minor
       from payment_allocations s join payments y on y.id = s.payment_id
       where y.booking_id = $1 and y.state = 'captured' and s.amount_minor > s.refunded_minor
       order by s.payment_id, s.unit_item_id`,
        [bookingId],
      )
      const currency = rows[0]?.currency
      const steps = rows.map((row) => Number(row.left_minor) / chargeStepOf(row.currency))
      const asked = currency === undefined ? 0 : amountMinor / chargeStepOf(currency)
      if (currency === undefined || !Number.isInteger(asked) || asked > steps.reduce((a, b) => a + b, 0))
        throw refuse('payment_wrong_state', { paymentId: payments[0]?.id ?? '', state: 'refunded' })
      const parts = allocate(money(asked, currency), steps)
      const shares = rows.map((row, n) => ({
        paymentId: row.payment_id,
        unitItemId: row.unit_item_id,
        refund: money((parts[n]?.minor ?? 0) * chargeStepOf(currency), currency),
      }))
      await planRefunds(tx, { bookingId, localDate, shares, reason: 'goodwill' })
      await recordAct(tx, 'booking.refunded', `booking:${bookingId}`, { refund: { minor: amountMinor, currency } })
      return keep(tx, await readBooking(tx, bookingId))
    }),
  )
}
