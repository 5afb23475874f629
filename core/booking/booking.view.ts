import { z } from 'zod'
import { deadlineView, partyItem, policyView } from '../pricing/index.ts'
import { count, idView, instantView, localStartView, moneyView, pageOf, timeZoneView } from '../viewParts.ts'

export const holdView = z
  .object({
    id: idView,
    departureId: idView,
    experienceId: idView,
    optionId: idView,
    state: z.enum(['live', 'lapsed', 'released', 'confirmed']),
    holdToken: z.string().optional().meta({
      description: 'Only in the answer that created it: the secret with which a client works on its hold.',
    }),
    seats: count,
    expiresAt: instantView,
    extendableTo: instantView
      .nullable()
      .meta({ description: 'Null once extended, or when there is nothing left to extend.' }),
    items: z.array(partyItem),
    total: moneyView,
    bookingId: idView.nullable().meta({ description: 'Set once a booking was begun on it.' }),
  })
  .meta({ id: 'Hold' })
export type HoldView = z.infer<typeof holdView>
export type HoldState = HoldView['state']

export const ticketView = z
  .object({
    id: idView,
    code: z.string(),
    token: z
      .string()
      .meta({ description: 'The signed text in the QR; verifiable offline with the published Ed25519 key.' }),
    state: z.enum(['valid', 'void', 'redeemed']),
  })
  .meta({ id: 'Ticket' })
export type TicketView = z.infer<typeof ticketView>

export const unitItemView = z
  .object({
    id: idView,
    unitId: idView,
    type: z.string(),
    title: z.string(),
    travelerName: z.string().nullable(),
    price: moneyView,
    state: z.enum(['held', 'booked', 'cancelled', 'redeemed']),
    ticket: ticketView.nullable().meta({ description: 'Null until confirmed.' }),
  })
  .meta({ id: 'UnitItem' })
export type UnitItemView = z.infer<typeof unitItemView>
export type UnitItemState = UnitItemView['state']

export const paymentView = z
  .object({
    id: z.string(),
    state: z.enum([
      'created',
      'requires_payment_method',
      'requires_action',
      'processing',
      'authorised',
      'captured',
      'failed',
      'canceled',
    ]),
    amount: moneyView,
    refunded: moneyView,
    card: z.object({ brand: z.string(), last4: z.string() }).nullable(),
    declineCode: z.string().nullable(),
    clientSecret: z
      .string()
      .nullable()
      .meta({ description: 'For Stripe.js, while something is left to pay; null afterwards.' }),
    publishableKey: z.string(),
  })
  .meta({ id: 'Payment' })
export type PaymentView = z.infer<typeof paymentView>
export type PaymentState = PaymentView['state']

export const bookingView = z
  .object({
    id: idView,
    reference: z.string().meta({ description: 'What people read out: eight letters and digits.' }),
    state: z.enum(['pending', 'confirmed', 'cancelled', 'expired', 'redeemed']),
    experience: z.object({
      id: idView,
      slug: z.string(),
      title: z.string(),
      timeZone: timeZoneView,
      picture: z.string(),
      placeholder: z.string(),
      alt: z.string(),
    }),
    option: z.object({ id: idView, title: z.string(), durationMinutes: count }),
    departure: z.object({
      id: idView,
      localStart: localStartView,
      startsAt: instantView,
      endsAt: instantView,
      timeZone: timeZoneView,
    }),
    meetingPoint: z.object({
      name: z.string(),
      address: z.string(),
      hint: z.string(),
      latitude: z.number(),
      longitude: z.number(),
    }),
    provider: z.object({ name: z.string(), phone: z.string(), email: z.string() }),
    contact: z.object({ name: z.string(), email: z.string(), phone: z.string().nullable() }),
    items: z.array(unitItemView),
    total: moneyView,
    payment: paymentView,
    policy: policyView,
    deadlines: z.array(deadlineView),
    holdExpiresAt: instantView.nullable(),
    createdAt: instantView,
    confirmedAt: instantView.nullable(),
    cancelledAt: instantView.nullable(),
    outcome: z
      .enum(['paid_too_late_refunded', 'hold_lapsed'])
      .nullable()
      .meta({ description: 'Why a pending booking came to nothing, when it did.' }),
  })
  .meta({ id: 'Booking' })
export type BookingView = z.infer<typeof bookingView>
export type BookingState = BookingView['state']

export const bookingPage = pageOf(bookingView).meta({ id: 'BookingPage' })

/** Why a booking ended without its people. */
export type BookingOutcome = NonNullable<BookingView['outcome']>

export const cancelQuoteView = z
  .object({
    bookingId: idView,
    unitItemIds: z.array(idView),
    paid: moneyView,
    refund: moneyView,
    percent: z.int().min(0).max(100),
    validUntil: instantView
      .nullable()
      .meta({ description: 'The quote is for now; a later step of the policy makes it another.' }),
  })
  .meta({ id: 'CancelQuote' })
export type CancelQuote = z.infer<typeof cancelQuoteView>
