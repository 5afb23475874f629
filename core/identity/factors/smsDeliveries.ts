import { refuse } from '@mayago/kernel/errors.ts'
import { queryRows } from '@mayago/db/sql.ts'
import type { Ctx } from '../../context.ts'
import { assertCan } from '../access.ts'
import type { SmsDelivery } from '../../ports/sms.ts'

/** A callback may come before this: what it said stays. */
export const noteSent = async (ctx: Ctx, messageId: string, userId: string): Promise<void> => {
  await queryRows(
    ctx.em,
    `insert into sms_deliveries (message_id, user_id, status, sent_at, updated_at) values ($1, $2, 'queued', $3, $3)
     on conflict (message_id) do update set user_id = excluded.user_id`,
    [messageId, userId, ctx.now],
  )
}

export interface SmsCallbackInput {
  url: string
  signature: string
  params: Record<string, string>
}

/** Callbacks come in any order: what is further along stays. */
const RANK: Record<SmsDelivery['status'], number> = { queued: 0, sent: 1, delivered: 2, undelivered: 2, failed: 2 }

/** Notes what became of a text message. Throws `not_allowed` unless the carrier signed it. */
export const handleSmsCallback = async (ctx: Ctx, callback: SmsCallbackInput): Promise<void> => {
  assertCan(ctx, 'sms.notify')
  const delivery = ctx.ports.sms.readCallback(callback)
  if (delivery === null) throw refuse('not_allowed', { action: 'sms.callback' })
  const earlier = Object.entries(RANK)
    .filter(([, rank]) => rank < RANK[delivery.status])
    .map(([status]) => status)
  await queryRows(
    ctx.em,
    `insert into sms_deliveries as d (message_id, status, error_code, sent_at, updated_at) values ($1, $2, $3, $4, $4)
     on conflict (message_id) do update set status = excluded.status, error_code = excluded.error_code,
       updated_at = excluded.updated_at
       where d.status = any($5::text[])`,
    [delivery.messageId, delivery.status, delivery.errorCode, ctx.now, earlier],
  )
}
