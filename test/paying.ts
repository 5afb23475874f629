import { isRefusal, type RefusalCode } from '../core/kernel/errors.ts'
import type { MadeDeparture } from '../db/testing/makeDepartures.ts'
import { queryRow } from '../db/sql.ts'
import type { CoreWorld } from './coreWorld.ts'
import { placeHold, type BookingView, type HoldView } from '../core/booking/index.ts'
import type { Ctx } from '../core/context.ts'
import type { IntentView } from '../core/ports/payments.ts'
import { beginBooking } from '../core/payments/index.ts'

export const ana = { name: 'Ana Peña', email: 'ana@example.com', phone: null }

export const holdSeats = (ctx: Ctx, departure: MadeDeparture, adults = 2): Promise<HoldView> =>
  placeHold(ctx, {
    departureId: departure.departureId,
    units: [{ unitId: departure.units.adult, quantity: adults }],
  })

export const begin = async (ctx: Ctx, departure: MadeDeparture, adults = 2): Promise<BookingView> => {
  const held = await holdSeats(ctx, departure, adults)
  return beginBooking(ctx, { holdId: held.id, contact: ana, travelers: [] })
}

export interface PaymentRow {
  id: string
  state: string
  attempt: number
  intent_id: string | null
  checkout_id: string | null
}

export const paymentOf = async (w: CoreWorld, bookingId: string): Promise<PaymentRow> =>
  (await queryRow<PaymentRow>(
    w.em,
    'select id, state, attempt, intent_id, checkout_id from payments where booking_id = $1',
    [bookingId],
  )) as PaymentRow

/** Confirms an intent by a card that succeeds, as the browser would. */
export const payIntent = (w: CoreWorld, intentId: string, paymentMethod = 'pm_card_visa'): Promise<IntentView> =>
  w.ports.payments.confirmIntent({
    intentId,
    paymentMethod,
    returnUrl: 'http://127.0.0.1/back',
    idempotencyKey: `pay-${intentId}`,
  })

export const pay = async (w: CoreWorld, bookingId: string): Promise<IntentView> =>
  payIntent(w, (await paymentOf(w, bookingId)).intent_id ?? '')

/** Another paid intent that names this booking's payment: what a second way of paying leaves at Stripe. */
export const payAnotherWay = async (w: CoreWorld, booking: BookingView, card?: string): Promise<IntentView> => {
  const { id, attempt } = await paymentOf(w, booking.id)
  const intent = await w.ports.payments.createIntent({
    amount: booking.total,
    capture: 'automatic',
    description: 'another way',
    metadata: { paymentId: id, attempt: String(attempt) },
    idempotencyKey: `another-${id}`,
  })
  return payIntent(w, intent.id, card)
}

export const refusalOf = (work: Promise<unknown>): Promise<RefusalCode | 'kept'> =>
  work.then(
    () => 'kept' as const,
    (error) => {
      if (isRefusal(error)) return error.code
      throw error
    },
  )
