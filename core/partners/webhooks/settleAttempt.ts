import { randomInt } from 'node:crypto'
import { queryRow, queryRows, toDate } from '@mayago/db/sql.ts'
import { recordAct } from '../../audit/index.ts'
import { inTransaction, type Ctx } from '../../context.ts'
import type { HookAnswer } from '../../ports/hooks.ts'
import { FAILING_DAYS_MAX, pauseAfter } from './backOff.rules.ts'
import { giveUpPending } from './changeWebhook.ts'
import type { Claimed } from './claimDelivery.ts'

const GONE = 410
const DAY_MS = 86_400_000

/**
 * Writes down how an attempt went and what comes next: delivered on a 2xx; else another attempt after a pause, until they
 * are used up. 410 switches the endpoint off, and so do five days without a success, of which its owner is told. HOOK-4.
 */
export const settleAttempt = (ctx: Ctx, claimed: Claimed, at: Date, answer: HookAnswer): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    // A removed endpoint took its deliveries along.
    const number = await insertAttempt(tx, claimed, at, answer)
    if (number === null) return
    if (isSuccess(answer)) return settleSuccess(tx, claimed, at)
    await settleFailure(tx, claimed, at, number, answer)
  })

const isSuccess = ({ status }: HookAnswer): boolean => status !== null && status >= 200 && status < 300

/** Answers which attempt it was since the delivery, or its last replay, began. */
const insertAttempt = async (tx: Ctx, { id }: Claimed, at: Date, answer: HookAnswer): Promise<number | null> => {
  const row = await queryRow<{ number: number; before: number }>(
    tx.em,
    `insert into webhook_attempts (delivery_id, number, at, status, duration_ms, error)
     select d.id, 1 + coalesce((select max(number) from webhook_attempts a where a.delivery_id = d.id), 0), $2, $3, $4, $5
     from webhook_deliveries d where d.id = $1
     returning number, (select attempts_before_replay from webhook_deliveries where id = $1) as before`,
    [id, at, answer.status, answer.durationMs, answer.error],
  )
  return row && row.number - row.before
}

const settleSuccess = async (tx: Ctx, { id, endpointId }: Claimed, at: Date): Promise<void> => {
  await queryRows(
    tx.em,
    `update webhook_deliveries set state = 'delivered', delivered_at = $2, next_attempt_at = null where id = $1`,
    [id, at],
  )
  await queryRows(
    tx.em,
    'update webhook_endpoints set failing_since = null where id = $1 and failing_since is not null',
    [endpointId],
  )
}

const settleFailure = async (
  tx: Ctx,
  { id, endpointId }: Claimed,
  at: Date,
  number: number,
  { status }: HookAnswer,
): Promise<void> => {
  const pause = pauseAfter(number, randomInt(1_000_001) / 1_000_000)
  await queryRows(
    tx.em,
    `update webhook_deliveries set state = case when $2::timestamptz is null then 'given_up' else 'pending' end,
       next_attempt_at = $2 where id = $1 and state = 'pending'`,
    [id, pause === null ? null : new Date(at.getTime() + pause)],
  )
  const endpoint = await queryRow<{ failing_since: string }>(
    tx.em,
    `update webhook_endpoints set failing_since = coalesce(failing_since, $2)
     where id = $1 and disabled_at is null returning failing_since`,
    [endpointId, at],
  )
  if (endpoint === null) return
  const isFailing = at.getTime() - toDate(endpoint.failing_since).getTime() >= FAILING_DAYS_MAX * DAY_MS
  if (status === GONE || isFailing) await switchOff(tx, endpointId, status === GONE ? 'gone' : 'failing')
}

const switchOff = async (tx: Ctx, endpointId: string, reason: 'gone' | 'failing'): Promise<void> => {
  await queryRows(tx.em, 'update webhook_endpoints set disabled_at = $2, disabled_reason = $3 where id = $1', [
    endpointId,
    tx.clock.now(),
    reason,
  ])
  await giveUpPending(tx, endpointId)
  await recordAct(tx, 'webhook.changed', `webhook:${endpointId}`, { enabled: false, reason })
  if (reason === 'failing') await tx.services.jobs.enqueue(tx.em, 'webhook.sendDisabled', { webhookId: endpointId })
}
