import type pg from 'pg'
import type Stripe from 'stripe'
import { callOf } from './callOf.ts'
import { endDispute, openDispute } from './disputes.ts'
import { closeSession, lockSession } from './hostedPayment.ts'
import { cancel } from './cancelIntent.ts'
import { endAccount, endPayout } from './payouts.ts'
import { lockObject, secondsNow, type Call, type Hidden } from './store.ts'
import { transact } from './transact.ts'
import type { Sandbox } from './sandbox.ts'

const ANSWERS_KEPT_SECONDS = 24 * 60 * 60

/**
 * Does what time has brought, one thing after another, each at the moment it fell due: after a week's jump, what one
 * thing leads to is there as well.
 */
export const endWhatIsOver = async (sandbox: Sandbox): Promise<void> => {
  const now = Math.floor(sandbox.clock.now().getTime() / 1000)
  await sandbox.pool.query('DELETE FROM stripe_sandbox.answers WHERE created <= $1', [now - ANSWERS_KEPT_SECONDS])
  for (let next = await findNext(sandbox.pool, now); next !== null; next = await findNext(sandbox.pool, now)) {
    const { id, kind, account, ends } = next
    await transact(sandbox.pool, (db) =>
      endOne({ ...callOf(sandbox, db), account: account || null, nowMs: Number(ends) * 1000 }, kind, id),
    )
  }
}

interface Due {
  id: string
  kind: string
  account: string
  ends: string
}

const findNext = async (pool: pg.Pool, now: number): Promise<Due | null> => {
  const { rows } = await pool.query<Due>(
    `SELECT id, kind, account, hidden ->> 'endsAt' AS ends FROM stripe_sandbox.objects
      WHERE hidden ? 'endsAt' AND (hidden ->> 'endsAt')::bigint <= $1
      ORDER BY (hidden ->> 'endsAt')::bigint, seq LIMIT 1`,
    [now],
  )
  return rows[0] ?? null
}

/** When `endWhatIsOver` next finds something, in milliseconds since the epoch. */
export const nextEndMs = async (pool: pg.Pool): Promise<number | null> => {
  const { rows } = await pool.query<{ ends: string | null }>(
    `SELECT min((hidden ->> 'endsAt')::bigint) AS ends FROM stripe_sandbox.objects WHERE hidden ? 'endsAt'`,
  )
  const ends = rows[0]?.ends ?? null
  return ends === null ? null : Number(ends) * 1000
}

type End = (call: Call, id: string) => Promise<void>

const endSession: End = async (call, id) => {
  const { session, intent } = await lockSession(call, id)
  if (session.data.status === 'open' && isOver(call, session.hidden)) await closeSession(call, session, intent)
}

const endIntent: End = async (call, id) => {
  const intent = await lockObject<Stripe.PaymentIntent>(call, 'payment_intent', id)
  if (intent.data.status === 'requires_capture' && isOver(call, intent.hidden)) await cancel(call, intent, 'automatic')
}

const ENDS: Record<string, End> = {
  'checkout.session': endSession,
  payment_intent: endIntent,
  account: endAccount,
  payout: endPayout,
  charge: openDispute,
  dispute: endDispute,
}

const endOne = async (call: Call, kind: string, id: string): Promise<void> => {
  await ENDS[kind]?.(call, id)
  // Whatever it did, it is not asked again for the same moment: this is what makes the round end.
  await call.db.query(
    `UPDATE stripe_sandbox.objects SET hidden = hidden - 'endsAt' WHERE id = $1 AND (hidden ->> 'endsAt')::bigint <= $2`,
    [id, secondsNow(call)],
  )
}

/** Looked at again under its lock: somebody else may have been quicker. */
const isOver = (call: Call, hidden: Hidden): boolean =>
  hidden['endsAt'] !== undefined && Number(hidden['endsAt']) <= secondsNow(call)
