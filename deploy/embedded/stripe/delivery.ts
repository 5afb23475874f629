import { createHmac } from 'node:crypto'
import type pg from 'pg'
import type { Clock } from '@mayago/kernel/time.ts'
import type { LogPort } from '@mayago/core/ports/log.ts'

export interface Delivery {
  /** Sends what is due; called when an event was recorded or the clock moved. Never waits, never throws. */
  wake(): void
  start(): void
  stop(): Promise<void>
}

export interface DeliveryOptions {
  pool: pg.Pool
  /** The sandbox's time, by which attempts fall due. */
  clock: Clock
  /** Real time: a signature's age is judged by the receiver's clock, which nobody advanced. */
  baseClock: Clock
  webhookUrl: () => string
  webhookSecret: string
  log: LogPort
  /** What else falls due with time. */
  housekeeping: () => Promise<void>
  /** When housekeeping next has something to do, in sandbox milliseconds. */
  nextHousekeepingMs: () => Promise<number | null>
}

const AT_ONCE_MAX = 8
const ANSWER_MS_MAX = 10_000
/** A claimed delivery comes back after this long if the process died while sending it. */
const LEASE_MS = 30_000
const IDLE_MS_MAX = 60_000
const IDLE_MS_MIN = 200
/** The database is away: it is asked again this soon. */
const RETRY_MS = 1_000
const BACKOFF_MS_MAX = 60 * 60 * 1000

/** Twice as long after each attempt, from half a second to an hour. */
const backoffMs = (attempts: number): number => Math.min(500 * 2 ** (attempts - 1), BACKOFF_MS_MAX)

/**
 * Sends events to the webhook address, at least once each, several at a time and so in no promised order, until it
 * answers 2xx or three days are over (https://docs.stripe.com/webhooks#behaviors).
 */
export const createDelivery = (options: DeliveryOptions): Delivery => {
  const { pool, clock, log } = options
  const stopping = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let isRunning = false
  let isWoken = false
  let housekeepingMs = 0
  let round: Promise<void> = Promise.resolve()

  const wake = (): void => {
    isWoken = true
    if (isRunning || stopping.signal.aborted) return
    isRunning = true
    round = runRounds().finally(() => {
      isRunning = false
    })
  }

  const runRounds = async (): Promise<void> => {
    clearTimeout(timer)
    try {
      while (isWoken && !stopping.signal.aborted) {
        isWoken = false
        await keepHouse()
        while (!stopping.signal.aborted && (await sendSome()) > 0);
      }
    } catch (error) {
      log.warn({ err: error }, 'stripe sandbox: webhooks could not be sent, will try again')
    }
    if (stopping.signal.aborted) return
    const waitMs = await untilNextMs().catch(() => RETRY_MS)
    if (!stopping.signal.aborted) timer = setTimeout(wake, isWoken ? 0 : waitMs).unref()
  }

  /** Not at every event: only when something ends, and each minute for what was made meanwhile. */
  const keepHouse = async (): Promise<void> => {
    const now = clock.now().getTime()
    if (now < housekeepingMs) return
    await options.housekeeping()
    housekeepingMs = Math.min((await options.nextHousekeepingMs()) ?? Infinity, now + IDLE_MS_MAX)
  }

  const sendSome = async (): Promise<number> => {
    const now = clock.now().getTime()
    const { rows } = await pool.query<Due>(
      `WITH due AS (
         SELECT id FROM stripe_sandbox.deliveries
          WHERE state = 'pending' AND due_ms <= $1 ORDER BY due_ms, id LIMIT ${AT_ONCE_MAX} FOR UPDATE SKIP LOCKED)
       UPDATE stripe_sandbox.deliveries d SET attempts = attempts + 1, due_ms = $1 + ${LEASE_MS}
         FROM due, stripe_sandbox.objects e WHERE d.id = due.id AND e.id = d.event_id
       RETURNING d.id, d.attempts, d.give_up_ms, e.data`,
      [now],
    )
    await Promise.all(rows.map(send))
    return rows.length
  }

  const send = async (due: Due): Promise<void> => {
    const payload = JSON.stringify(due.data, null, 2)
    const answer = await post(payload)
    const now = clock.now().getTime()
    // What we ourselves broke off when stopping is due at once.
    const next = stopping.signal.aborted ? now : now + backoffMs(due.attempts)
    const state = answer.isTaken ? 'delivered' : next > Number(due.give_up_ms) ? 'given_up' : 'pending'
    await pool.query(
      `UPDATE stripe_sandbox.deliveries
          SET state = $2, last_answer = $3, due_ms = $4, delivered_ms = CASE WHEN $2 = 'delivered' THEN $5::bigint END
        WHERE id = $1`,
      [due.id, state, answer.text, next, now],
    )
    if (answer.isTaken)
      await pool.query(
        `UPDATE stripe_sandbox.objects
            SET data = jsonb_set(data, '{pending_webhooks}', to_jsonb(greatest((data ->> 'pending_webhooks')::int - 1, 0)))
          WHERE id = $1`,
        [due.data.id],
      )
  }

  const post = async (payload: string): Promise<{ isTaken: boolean; text: string }> => {
    try {
      const response = await fetch(options.webhookUrl(), {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(ANSWER_MS_MAX)]),
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          'User-Agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
          'Stripe-Signature': sign(payload, options.webhookSecret, options.baseClock.now()),
        },
        body: payload,
      })
      await response.body?.cancel()
      return { isTaken: response.ok, text: String(response.status) }
    } catch (error) {
      return { isTaken: false, text: error instanceof Error ? error.message : String(error) }
    }
  }

  const untilNextMs = async (): Promise<number> => {
    const { rows } = await pool.query<{ due_ms: string | null }>(
      `SELECT min(due_ms) AS due_ms FROM stripe_sandbox.deliveries WHERE state = 'pending'`,
    )
    const dueMs = rows[0]?.due_ms ?? null
    const waitMs = Math.min(dueMs === null ? Infinity : Number(dueMs), housekeepingMs) - clock.now().getTime()
    return Math.min(Math.max(waitMs, IDLE_MS_MIN), IDLE_MS_MAX)
  }

  return {
    wake,
    start: wake,
    stop: async () => {
      stopping.abort()
      clearTimeout(timer)
      await round
    },
  }
}

interface Due {
  id: string
  attempts: number
  give_up_ms: string
  data: { id: string }
}

/** `Stripe-Signature: t=…,v1=…` (https://docs.stripe.com/webhooks#verify-manually). */
export const sign = (payload: string, secret: string, at: Date): string => {
  const seconds = Math.floor(at.getTime() / 1000)
  const mac = createHmac('sha256', secret).update(`${seconds}.${payload}`).digest('hex')
  return `t=${seconds},v1=${mac}`
}
