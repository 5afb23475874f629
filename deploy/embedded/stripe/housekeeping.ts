import type pg from 'pg'
import type Stripe from 'stripe'
import { closeSession, lockSession } from './hostedPayment.ts'
import { cancel } from './intents.ts'
import { newRequestId } from './sandboxIds.ts'
import { findObject, type Call } from './store.ts'
import { transact } from './transact.ts'
import type { Sandbox } from './sandbox.ts'

const ROUND_MAX = 100
const ANSWERS_KEPT_SECONDS = 24 * 60 * 60

/** Ends what time has ended: open hosted pages, authorisations nobody captured, remembered answers. */
export const endWhatIsOver = async (sandbox: Sandbox): Promise<void> => {
  const now = Math.floor(sandbox.clock.now().getTime() / 1000)
  await sandbox.pool.query('DELETE FROM stripe_sandbox.answers WHERE created <= $1', [now - ANSWERS_KEPT_SECONDS])
  const { rows } = await sandbox.pool.query<{ id: string; kind: string }>(
    `SELECT id, kind FROM stripe_sandbox.objects
      WHERE hidden ? 'endsAt' AND (hidden ->> 'endsAt')::bigint <= $1 ORDER BY seq LIMIT ${ROUND_MAX}`,
    [now],
  )
  for (const { id, kind } of rows) await transact(sandbox.pool, (db) => endOne(callOf(sandbox, db), kind, id, now))
}

/** When `endWhatIsOver` next finds something, in milliseconds since the epoch. */
export const nextEndMs = async (pool: pg.Pool): Promise<number | null> => {
  const { rows } = await pool.query<{ ends: string | null }>(
    `SELECT min((hidden ->> 'endsAt')::bigint) AS ends FROM stripe_sandbox.objects WHERE hidden ? 'endsAt'`,
  )
  const ends = rows[0]?.ends ?? null
  return ends === null ? null : Number(ends) * 1000
}

const endOne = async (call: Call, kind: string, id: string, now: number): Promise<void> => {
  if (kind === 'checkout.session') {
    const { session, intent } = await lockSession(call, id)
    if (session.data.status === 'open') await closeSession(call, session, intent)
    return
  }
  const intent = await findObject<Stripe.PaymentIntent>(call, 'payment_intent', id, true)
  if (intent?.data.status === 'requires_capture' && Number(intent.hidden['endsAt']) <= now)
    await cancel(call, intent, 'automatic')
}

/** A call that nobody made: time did, or one of the sandbox's own pages. */
export const callOf = (sandbox: Sandbox, db: pg.PoolClient): Call => ({
  db,
  nowMs: sandbox.clock.now().getTime(),
  home: sandbox.home(),
  requestId: newRequestId(),
  idempotencyKey: null,
  isSecret: true,
})
