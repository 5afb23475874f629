import { appendActs, signHead } from '../audit/index.ts'
import { generateDepartures } from '../availability/index.ts'
import { pruneIdempotencyKeys, sweepLapsed } from '../booking/index.ts'
import { pruneSaved } from '../catalog/index.ts'
import type { Ctx } from '../context.ts'
import {
  sendCancellation,
  sendConnected,
  sendConfirmation,
  sendEmailChange,
  sendErased,
  sendNewDevice,
  sendPaidTooLate,
  sendPasswordChanged,
  sendRegistration,
  sendReset,
  sendSecurityNotice,
  sendVerification,
  sendWebhookDisabled,
} from '../documents/index.ts'
import { sweepOutbox } from '../events/relay.ts'
import { pruneIdentity, rotateAccessKeys } from '../identity/index.ts'
import { expirePending, finishMoney, handleStripeEvent, returnDuplicate, sendRefund } from '../payments/index.ts'
import { fanOutNews, pruneDeliveries } from '../partners/index.ts'
import { finishTransfers, releaseFunds, sendTransfer } from '../transfers/index.ts'
import type { JobMap } from './jobMap.ts'

/** Each job's use-case. A job may come more than once: all of these are repeatable. */
export const JOB_HANDLERS: { [Name in keyof JobMap]: (ctx: Ctx, data: JobMap[Name]) => Promise<unknown> } = {
  'booking.sendConfirmation': sendConfirmation,
  'booking.sendCancellation': sendCancellation,
  'booking.sendPaidTooLate': sendPaidTooLate,
  'factor.sendNotice': sendSecurityNotice,
  'refund.send': sendRefund,
  'transfer.send': sendTransfer,
  'payment.returnDuplicate': returnDuplicate,
  'stripe.handleEvent': handleStripeEvent,
  'departure.generate': generateDepartures,
  'idempotency.prune': pruneIdempotencyKeys,
  'account.sendRegistration': sendRegistration,
  'account.sendVerification': sendVerification,
  'account.sendReset': sendReset,
  'account.sendEmailChange': sendEmailChange,
  'account.sendErased': sendErased,
  'identity.prune': pruneIdentity,
  'saved.prune': pruneSaved,
  'account.sendPasswordChanged': sendPasswordChanged,
  'account.sendNewDevice': sendNewDevice,
  'account.sendConnected': sendConnected,
  'accessKey.rotate': rotateAccessKeys,
  'audit.signHead': signHead,
  'webhook.sendDisabled': sendWebhookDisabled,
  'webhook.prune': pruneDeliveries,
}

/** What a worker does every few seconds. Several workers may: each round takes what there is. */
export const ROUNDS: readonly { name: string; everySeconds: number; work: (ctx: Ctx) => Promise<unknown> }[] = [
  { name: 'outbox.sweep', everySeconds: 1, work: (ctx) => sweepOutbox(ctx) },
  { name: 'webhook.fanOut', everySeconds: 1, work: fanOutNews },
  { name: 'webhook.setOut', everySeconds: 1, work: (ctx) => ctx.services.courier.setOut(ctx) },
  { name: 'hold.sweepLapsed', everySeconds: 2, work: sweepLapsed },
  { name: 'booking.expirePending', everySeconds: 10, work: expirePending },
  { name: 'audit.append', everySeconds: 5, work: appendActs },
  { name: 'payment.finishMoney', everySeconds: 300, work: finishMoney },
  { name: 'booking.releaseFunds', everySeconds: 60, work: releaseFunds },
  { name: 'transfer.finish', everySeconds: 300, work: finishTransfers },
]
