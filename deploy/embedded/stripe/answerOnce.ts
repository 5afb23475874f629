import { createHash } from 'node:crypto'
import { secondsNow, type Call } from './store.ts'
import { StripeError } from './stripeError.ts'

export interface Answer {
  status: number
  body: unknown
  /** The request that this answer was first given to, when it is a repeat. */
  replayOf?: string
}

const REMEMBER_SECONDS = 24 * 60 * 60

/**
 * Runs a write once per idempotency key, and answers repeats with what was answered first, errors included
 * (https://docs.stripe.com/api/idempotent_requests). The answer is kept in the write's own transaction, and the key is
 * in flight exactly as long as that transaction's lock lives; a killed process leaves neither half behind.
 */
export const answerOnce = async (
  call: Call,
  request: { method: string; path: string; body: string },
  work: () => Promise<unknown>,
): Promise<Answer> => {
  if (call.idempotencyKey === null || request.method === 'GET') return run(call, work)
  const key = call.account === null ? call.idempotencyKey : `${call.account} ${call.idempotencyKey}`

  const { rows: locks } = await call.db.query<{ free: boolean }>(
    `SELECT pg_try_advisory_xact_lock(hashtextextended('stripe_sandbox' || $1, 0)) AS free`,
    [key],
  )
  if (!locks[0]?.free)
    throw new StripeError(409, {
      type: 'idempotency_error',
      code: 'idempotency_key_in_use',
      message: `There is currently another in-progress request using this Idempotent Key (${call.idempotencyKey}). Please try again later.`,
    })

  const fingerprint = createHash('sha256').update(`${request.method} ${request.path}\n${request.body}`).digest('hex')
  const { rows } = await call.db.query<{ fingerprint: string; request_id: string; status: number; body: unknown }>(
    'SELECT fingerprint, request_id, status, body FROM stripe_sandbox.answers WHERE key = $1 AND created > $2',
    [key, secondsNow(call) - REMEMBER_SECONDS],
  )
  const [first] = rows
  if (first !== undefined) {
    if (first.fingerprint !== fingerprint)
      throw new StripeError(400, {
        type: 'idempotency_error',
        message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${call.idempotencyKey}' if you meant to execute a different request.`,
      })
    return { status: first.status, body: first.body, replayOf: first.request_id }
  }

  const answer = await run(call, work)
  if (!answer.isForgotten)
    await call.db.query(
      `INSERT INTO stripe_sandbox.answers (key, fingerprint, request_id, status, body, created)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (key) DO UPDATE SET fingerprint = $2, request_id = $3, status = $4, body = $5, created = $6`,
      [key, fingerprint, call.requestId, answer.status, JSON.stringify(answer.body), secondsNow(call)],
    )
  return answer
}

const run = async (call: Call, work: () => Promise<unknown>): Promise<Answer & { isForgotten: boolean }> => {
  await call.db.query('SAVEPOINT work')
  try {
    const result = await work()
    if (result instanceof StripeError)
      return { status: result.status, body: { error: result.body }, isForgotten: false }
    return { status: 200, body: result, isForgotten: false }
  } catch (error) {
    if (!(error instanceof StripeError)) throw error
    await call.db.query('ROLLBACK TO SAVEPOINT work')
    return { status: error.status, body: { error: error.body }, isForgotten: error.isAboutParameters }
  }
}
