import { hash } from 'node:crypto'
import { assert } from '@mayago/kernel/assert.ts'
import { newId, type PaymentId } from '@mayago/kernel/ids.ts'
import { type Currency, money, type Money } from '@mayago/kernel/money.ts'
import { Payment } from '@mayago/db/entities/payments.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { assertHold, confirmBooking, idempotently, openBooking, readBooking } from '../booking/index.ts'
import type { BeginBookingInput, BookingView } from '../booking/index.ts'
import { inTransaction, type Ctx } from '../context.ts'
import { transferGroupOf } from '../transfers/index.ts'
import { allocatePayment } from './allocatePayment.ts'
import { closeAttempt, findAttempt } from './closeAttempt.ts'

/**
 * Makes a pending booking of a live hold and an intent to pay for it: intent row, then Stripe, then its answer. Repeating
 * it on one hold gives the same booking. Throws `not_found`, `hold_lapsed`, `hold_not_live`, `party_not_allowed`,
 * `payments_unavailable` (the seats stay held).
 */
export const beginBooking = async (ctx: Ctx, input: BeginBookingInput): Promise<BookingView> => {
  await assertHold(ctx, 'booking.begin', input.holdId)
  return idempotently(ctx, `booking.begin:${input.holdId}`, input, async () => {
    const { bookingId, payment } = await inTransaction(ctx, async (tx) => {
      const booking = await openBooking(tx, input)
      return { bookingId: booking.id, payment: await openPayment(tx, booking, input) }
    })
    if (payment.state === 'created') await createIntent(ctx, payment, bookingId)
    else await reopenIntent(ctx, payment, bookingId)
    return readBooking(ctx, bookingId)
  })
}

interface OpenPayment {
  id: PaymentId
  state: string
  amount: Money
  email: string
  reference: string
  attempt: number
}

/** The booking's one payment, made on the first call. A booking that costs nothing is confirmed at once. */
const openPayment = async (
  ctx: Ctx,
  { id: bookingId, localDate }: { id: string; localDate: string },
  { holdId, contact }: BeginBookingInput,
): Promise<OpenPayment> => {
  const row = await queryRow<{
    total_minor: string
    currency: Currency
    reference: string
    payment_id: PaymentId | null
    state: string | null
    attempt: number | null
  }>(
    ctx.em,
    `select b.total_minor, b.currency, r.reference, y.id as payment_id, y.state, y.attempt
     from bookings b join booking_refs r on r.booking_id = b.id left join payments y on y.booking_id = b.id
     where b.id = $1 and b.local_date = $2`,
    [bookingId, localDate],
  )
  assert(row, 'an opened booking exists')
  const amount = money(Number(row.total_minor), row.currency)
  const known = { amount, email: contact.email, reference: row.reference, attempt: row.attempt ?? 1 }
  if (row.payment_id !== null) return { ...known, id: row.payment_id, state: row.state ?? 'created' }
  const id = newId<'payment'>(ctx.now.getTime())
  const free = amount.minor === 0
  await ctx.em.insert(Payment, {
    id,
    holdId,
    bookingId,
    localDate,
    payerName: contact.name,
    payerEmail: contact.email,
    amountMinor: amount.minor,
    currency: amount.currency,
    state: free ? 'captured' : 'created',
    capturedAt: free ? ctx.now : null,
  })
  await allocatePayment(ctx, id, bookingId)
  if (free) assert(await confirmBooking(ctx, bookingId), 'a live hold that costs nothing is confirmed')
  return { ...known, id, state: free ? 'captured' : 'created' }
}

const createIntent = async (
  ctx: Ctx,
  { id, amount, email, reference, attempt }: OpenPayment,
  bookingId: string,
): Promise<void> => {
  const intent = await ctx.ports.payments.createIntent({
    amount,
    capture: 'automatic',
    description: `MayaGo ${reference}`,
    receiptEmail: email,
    transferGroup: transferGroupOf(bookingId),
    metadata: { bookingId, paymentId: id, reference, attempt: String(attempt) },
    // With the address, because Stripe refuses a key that comes back with another body, and people correct their mail.
    idempotencyKey: `payment-${id}-${attempt}-${hash('sha256', email).slice(0, 16)}`,
  })
  await queryRows(
    ctx.em,
    `update payments set intent_id = $2, client_secret = $3, state = 'requires_payment_method'
     where id = $1 and state = 'created' and attempt = $4`,
    [id, intent.id, intent.clientSecret, attempt],
  )
}

/**
 * Somebody back from Stripe's hosted page without having paid there, or on whose way there something broke, pays here
 * after all.
 */
const reopenIntent = async (ctx: Ctx, payment: OpenPayment, bookingId: string): Promise<void> => {
  const open = await findAttempt(ctx, bookingId)
  if (!open || (open.checkoutId === null && open.intentId !== null)) return
  // Given up before it is closed, so that its end is no news about this payment.
  const reopened = await queryRow<{ attempt: number }>(
    ctx.em,
    `update payments set state = 'created', intent_id = null, client_secret = null, checkout_id = null,
       attempt = attempt + 1
     where id = $1 and checkout_id is not distinct from $2 and state not in ('processing', 'captured', 'canceled')
     returning attempt`,
    [payment.id, open.checkoutId],
  )
  if (!reopened) return
  await closeAttempt(ctx, open)
  const still = await findAttempt(ctx, bookingId)
  if (still) await createIntent(ctx, { ...payment, attempt: reopened.attempt }, bookingId)
}
