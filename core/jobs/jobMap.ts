import type { FactorChange } from '../identity/factors/factorChanges.ts'
import type { IssuerName } from '../ports/issuers.ts'

/** Every job and what it is given. The name is the pg-boss queue. */
export interface JobMap {
  'booking.sendConfirmation': { bookingId: string; localDate: string }
  'booking.sendCancellation': { bookingId: string; localDate: string; unitItemIds: string[]; refundMinor: number }
  'booking.sendPaidTooLate': { bookingId: string; localDate: string }
  'factor.sendNotice': { userId: string; change: FactorChange; at: string }
  'refund.send': { refundId: string }
  'transfer.send': { transferId: string }
  'payment.returnDuplicate': { paymentId: string; intentId: string }
  'stripe.handleEvent': { eventId: string }
  'departure.generate': Record<string, never>
  'idempotency.prune': Record<string, never>
  'account.sendRegistration': { sealed: string }
  'account.sendVerification': { userId: string }
  'account.sendReset': { sealed: string }
  'account.sendEmailChange': { userId: string; sealed: string }
  'account.sendPasswordChanged': { userId: string; at: string }
  'account.sendNewDevice': { sessionId: string }
  'account.sendErased': { sealed: string }
  'identity.prune': Record<string, never>
  'saved.prune': Record<string, never>
  'account.sendConnected': { userId: string; issuer: IssuerName }
  'accessKey.rotate': Record<string, never>
  'audit.signHead': Record<string, never>
  'webhook.sendDisabled': { webhookId: string }
  'webhook.prune': Record<string, never>
}
export type JobName = keyof JobMap

export const JOB_NAMES = [
  'booking.sendConfirmation',
  'booking.sendCancellation',
  'booking.sendPaidTooLate',
  'factor.sendNotice',
  'refund.send',
  'transfer.send',
  'payment.returnDuplicate',
  'stripe.handleEvent',
  'departure.generate',
  'idempotency.prune',
  'account.sendRegistration',
  'account.sendVerification',
  'account.sendReset',
  'account.sendEmailChange',
  'account.sendPasswordChanged',
  'account.sendNewDevice',
  'account.sendErased',
  'identity.prune',
  'saved.prune',
  'account.sendConnected',
  'accessKey.rotate',
  'audit.signHead',
  'webhook.sendDisabled',
  'webhook.prune',
] as const satisfies readonly JobName[]

/** Those that come by the clock: five-field cron, UTC. */
export const JOB_SCHEDULE: Partial<Record<JobName, string>> = {
  'departure.generate': '17 3 * * *',
  'idempotency.prune': '41 * * * *',
  'accessKey.rotate': '29 * * * *',
  'audit.signHead': '7 * * * *',
  'identity.prune': '53 * * * *',
  'webhook.prune': '23 4 * * *',
  'saved.prune': '37 4 * * *',
}
