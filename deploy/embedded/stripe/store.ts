import type pg from 'pg'
import { planDeliveries } from './faults.ts'
import { newStripeId } from './sandboxIds.ts'
import { noSuch } from './stripeError.ts'

/** One call to the API: a transaction, the sandbox's present, and who asks. */
export interface Call {
  db: pg.PoolClient
  /** Milliseconds since the epoch, by the sandbox's clock; while time that was skipped is made up for, when it would have been. */
  nowMs: number
  /** When webhooks of this call leave: the sandbox's present, whatever `nowMs` is made up for. */
  sentMs: number
  /** The connected account that the call is made on; null for the platform's own. Objects are found only there. */
  account: string | null
  /** Where the sandbox is mounted, as browsers see it, e.g. `http://127.0.0.1:5173/_stripe`. */
  home: string
  requestId: string
  idempotencyKey: string | null
  isSecret: boolean
}

export interface StripeObject {
  id: string
  object: string
  created: number
}

/** What is kept beside an object and never shown. `endsAt` (seconds) has the housekeeper look at it then. */
export type Hidden = Record<string, string | number | boolean | null>
export interface Stored<T> {
  data: T
  hidden: Hidden
}

/** How the platform's own objects are kept, so that an index finds them. */
export const PLATFORM = ''

/** The same call, made on a connected account or, with null, on the platform. */
export const onAccount = (call: Call, account: string | null): Call => ({ ...call, account })

export const secondsNow = (call: Pick<Call, 'nowMs'>): number => Math.floor(call.nowMs / 1000)

export const insertObject = async <T extends StripeObject>(call: Call, data: T, hidden: Hidden = {}): Promise<void> => {
  await call.db.query(
    'INSERT INTO stripe_sandbox.objects (id, kind, account, created, data, hidden) VALUES ($1, $2, $3, $4, $5, $6)',
    [data.id, data.object, call.account ?? PLATFORM, data.created, JSON.stringify(data), JSON.stringify(hidden)],
  )
}

export const saveObject = async <T extends StripeObject>(call: Call, data: T, hidden: Hidden): Promise<void> => {
  await call.db.query('UPDATE stripe_sandbox.objects SET data = $2, hidden = $3 WHERE id = $1', [
    data.id,
    JSON.stringify(data),
    JSON.stringify(hidden),
  ])
}

export const findObject = async <T>(call: Call, kind: string, id: string, lock = false): Promise<Stored<T> | null> => {
  const { rows } = await call.db.query<Stored<T>>(
    `SELECT data, hidden FROM stripe_sandbox.objects
      WHERE id = $1 AND kind = $2 AND account = $3 ${lock ? 'FOR UPDATE' : ''}`,
    [id, kind, call.account ?? PLATFORM],
  )
  return rows[0] ?? null
}

export const getObject = async <T>(call: Call, kind: string, id: string, param?: string): Promise<Stored<T>> => {
  const stored = await findObject<T>(call, kind, id)
  if (stored === null) throw noSuch(kind, id, param)
  return stored
}

/** Reads an object that this call may change; others wait. Intents are locked before their charges and sessions. */
export const lockObject = async <T>(call: Call, kind: string, id: string, param?: string): Promise<Stored<T>> => {
  const stored = await findObject<T>(call, kind, id, true)
  if (stored === null) throw noSuch(kind, id, param)
  return stored
}

const GIVE_UP_AFTER_MS = 3 * 24 * 60 * 60 * 1000

/** Keeps an event, with the object as it is now, and queues it, in the transaction that caused it. */
export const recordEvent = async (call: Call, type: string, object: StripeObject): Promise<void> => {
  const delays = await planDeliveries(call.db)
  const event = {
    id: newStripeId('evt'),
    object: 'event',
    api_version: API_VERSION,
    created: secondsNow(call),
    data: { object },
    livemode: false,
    ...(call.account === null ? {} : { account: call.account }),
    pending_webhooks: delays.length,
    request: { id: call.requestId, idempotency_key: call.idempotencyKey },
    type,
  }
  await insertObject(call, event)
  for (const delay of delays)
    await call.db.query('INSERT INTO stripe_sandbox.deliveries (event_id, due_ms, give_up_ms) VALUES ($1, $2, $3)', [
      event.id,
      call.sentMs + delay,
      call.sentMs + delay + GIVE_UP_AFTER_MS,
    ])
}

/** The version whose shapes the sandbox speaks. */
export const API_VERSION = '2026-10-28.endive'
