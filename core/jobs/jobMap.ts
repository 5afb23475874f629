/** Every job and what it is given. The name is the pg-boss queue. */
export interface JobMap {
  'booking.sendConfirmation': { bookingId: string; localDate: string }
  'booking.sendCancellation': { bookingId: string; localDate: string; refundMinor: number }
  'booking.sendPaidTooLate': { bookingId: string; localDate: string }
  'refund.send': { refundId: string }
  'payment.returnDuplicate': { paymentId: string; intentId: string }
  'stripe.handleEvent': { eventId: string }
  /** Recurring. */
  'booking.expirePending': Record<string, never>
  'hold.sweepLapsed': Record<string, never>
  'departure.generate': Record<string, never>
  'idempotency.prune': Record<string, never>
  'outbox.sweep': Record<string, never>
}
export type JobName = keyof JobMap

export const JOB_NAMES = [
  'booking.sendConfirmation',
  'booking.sendCancellation',
  'booking.sendPaidTooLate',
  'refund.send',
  'payment.returnDuplicate',
  'stripe.handleEvent',
  'booking.expirePending',
  'hold.sweepLapsed',
  'departure.generate',
  'idempotency.prune',
  'outbox.sweep',
] as const satisfies readonly JobName[]
