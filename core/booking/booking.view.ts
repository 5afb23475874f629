import type { Money } from '@mayago/kernel/money.ts'
import type { DeadlineView, PartyItem, PolicyView } from '../pricing/index.ts'

export type HoldState = 'live' | 'lapsed' | 'released' | 'confirmed'
export type BookingState = 'pending' | 'confirmed' | 'cancelled' | 'expired' | 'redeemed'
export type UnitItemState = 'held' | 'booked' | 'cancelled' | 'redeemed'
export type PaymentState =
  | 'created'
  | 'requires_payment_method'
  | 'requires_action'
  | 'processing'
  | 'authorised'
  | 'captured'
  | 'failed'
  | 'canceled'

export interface HoldView {
  id: string
  departureId: string
  experienceId: string
  optionId: string
  state: HoldState
  /** Only in the answer that created it: the secret with which a REST client works on its hold. */
  holdToken?: string
  seats: number
  expiresAt: string
  /** Null once extended, or when there is nothing left to extend. */
  extendableTo: string | null
  items: PartyItem[]
  total: Money
  /** Set once a booking was begun on it. */
  bookingId: string | null
}

export interface UnitItemView {
  id: string
  unitId: string
  type: string
  title: string
  travelerName: string | null
  price: Money
  state: UnitItemState
  /** Null until confirmed. */
  ticket: TicketView | null
}

export interface TicketView {
  id: string
  code: string
  /** The signed text in the QR; verifiable offline with the published Ed25519 key. */
  token: string
  state: 'valid' | 'void' | 'redeemed'
}

export interface PaymentView {
  id: string
  state: PaymentState
  amount: Money
  refunded: Money
  card: { brand: string; last4: string } | null
  declineCode: string | null
  /** For Stripe.js, while something is left to pay; null afterwards. */
  clientSecret: string | null
  publishableKey: string
}

/** Why a booking ended without its people. */
export type BookingOutcome = 'paid_too_late_refunded' | 'hold_lapsed'

export interface BookingView {
  id: string
  reference: string
  state: BookingState
  experience: {
    id: string
    slug: string
    title: string
    timeZone: string
    picture: string
    placeholder: string
    alt: string
  }
  option: { id: string; title: string; durationMinutes: number }
  departure: { id: string; localStart: string; startsAt: string; endsAt: string; timeZone: string }
  meetingPoint: { name: string; address: string; hint: string; latitude: number; longitude: number }
  provider: { name: string; phone: string; email: string }
  contact: { name: string; email: string; phone: string | null }
  items: UnitItemView[]
  total: Money
  payment: PaymentView
  policy: PolicyView
  deadlines: DeadlineView[]
  holdExpiresAt: string | null
  createdAt: string
  confirmedAt: string | null
  cancelledAt: string | null
  /** Why a pending booking came to nothing, when it did: told to the traveler. */
  outcome: BookingOutcome | null
}

export interface CancelQuote {
  bookingId: string
  unitItemIds: string[]
  paid: Money
  refund: Money
  percent: number
  /** The quote is for this moment; a later step of the policy makes it another. */
  validUntil: string | null
}
