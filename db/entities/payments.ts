import { defineEntity, p } from '@mikro-orm/postgresql'

export const PAYMENT_STATES = [
  'created',
  'requires_payment_method',
  'requires_action',
  'processing',
  'authorised',
  'captured',
  'failed',
  'canceled',
] as const

const PaymentSchema = defineEntity({
  name: 'Payment',
  tableName: 'payments',
  properties: {
    id: p.uuid().primary(),
    holdId: p.uuid(),
    bookingId: p.uuid(),
    localDate: p.date(),
    payerName: p.string(),
    payerEmail: p.string(),
    amountMinor: p.bigint('number'),
    refundedMinor: p.bigint('number').default(0),
    currency: p.string(),
    state: p.enum(PAYMENT_STATES).default('created'),
    intentId: p.string().nullable(),
    clientSecret: p.string().nullable(),
    checkoutId: p.string().nullable(),
    attempt: p.smallint().default(1),
    cardBrand: p.string().nullable(),
    cardLast4: p.string().nullable(),
    declineCode: p.string().nullable(),
    createdAt: p.datetime().defaultRaw('clock_timestamp()'),
    capturedAt: p.datetime().nullable(),
  },
})
export class Payment extends PaymentSchema.class {}
PaymentSchema.setClass(Payment)

const PaymentAllocationSchema = defineEntity({
  name: 'PaymentAllocation',
  tableName: 'payment_allocations',
  properties: {
    paymentId: p.uuid().primary(),
    unitItemId: p.uuid().primary(),
    amountMinor: p.bigint('number'),
    refundedMinor: p.bigint('number').default(0),
  },
})
export class PaymentAllocation extends PaymentAllocationSchema.class {}
PaymentAllocationSchema.setClass(PaymentAllocation)

const RefundSchema = defineEntity({
  name: 'Refund',
  tableName: 'refunds',
  properties: {
    id: p.uuid().primary(),
    paymentId: p.uuid(),
    bookingId: p.uuid(),
    localDate: p.date(),
    amountMinor: p.bigint('number'),
    currency: p.string(),
    reason: p.enum(['cancelled_by_traveler', 'paid_without_seat', 'cancelled_by_provider', 'goodwill'] as const),
    state: p.enum(['intent', 'pending', 'succeeded', 'failed'] as const).default('intent'),
    stripeRefundId: p.string().nullable(),
    createdAt: p.datetime().defaultRaw('clock_timestamp()'),
    settledAt: p.datetime().nullable(),
  },
})
export class Refund extends RefundSchema.class {}
RefundSchema.setClass(Refund)
