import type { Pool, PoolClient, QueryResult } from 'pg'
import { refuse, type Refusal } from '@mayago/kernel/errors.ts'
import { newId } from '@mayago/kernel/ids.ts'
import type { Locale } from '../context.ts'
import type { NewsRow } from '../events/relay.ts'
import type { AskedLine, OfferRow } from '../pricing/index.ts'
import type { HoldView } from './booking.view.ts'
import { readAnswer, toGrantedView, toGrantText, toStepped, type Stepped, type StoredText } from './deskAnswers.ts'
import {
  findAnswers,
  insertAnswers,
  insertHolds,
  readStanding,
  stepDeparture,
  stepHolds,
  type Answered,
  type Granted,
} from './deskRows.ts'
import { deskSql } from './deskSql.ts'
import { decide, grantExtension, grantHold, grantRelease, type HoldRules, type StandingHold } from './hold.rules.ts'
import { refusalText, replay, type Claim, type StoredAnswer } from './idempotency.ts'

export type DeskRequest = {
  claim: Claim | null
  locale: Locale
} & (
  | { kind: 'hold'; units: readonly AskedLine[]; holder: string; address: string | null }
  | { kind: 'extend' | 'release'; holdId: string }
)

/** A new hold is answered with its view, a step with the hold it was about. */
export type DeskAnswer = HoldView | Stepped
export type DeskOutcome = { answer: DeskAnswer } | { refusal: Refusal }

export interface BatchResult {
  outcomes: DeskOutcome[]
  news: NewsRow[]
}

/** When a batch failed: nothing was decided yet, one of its requests may be to blame, or its commit may have been heard. */
export type FailedWhile = 'connecting' | 'deciding' | 'committing'

export class BatchFailed extends Error {
  readonly failedWhile: FailedWhile
  constructor(cause: unknown, failedWhile: FailedWhile) {
    super(`a batch of the seat desk failed while ${failedWhile}`, { cause })
    this.failedWhile = failedWhile
  }
}

/**
 * Decides all requests in one transaction: one lock, one pass, one statement each for holds, steps and answers, one
 * version step, one event, one commit. Statements that need nothing of each other's answers go out together, so that a
 * batch is four round trips. SEAT-1..6.
 */
export const runBatch = async (
  pool: Pool,
  departureId: string,
  requests: readonly DeskRequest[],
  rules: HoldRules,
): Promise<BatchResult> => {
  const { client, locked } = await beginLocked(pool, departureId).catch((error: unknown) => {
    throw new BatchFailed(error, 'connecting')
  })
  let failedWhile: FailedWhile = 'deciding'
  try {
    const result = await decideAndWrite(client, rowOf(locked), requests, rules)
    failedWhile = 'committing'
    await client.query('commit')
    client.release()
    return result
  } catch (error) {
    // The connection is closed rather than rolled back: its state is unknown, and closing is a rollback.
    client.release(true)
    throw new BatchFailed(error, failedWhile)
  }
}

/**
 * A connection with a transaction begun that has asked for the departure's lock. One that died in the pool unnoticed
 * costs nobody an answer: the next is taken.
 */
const beginLocked = async (pool: Pool, departureId: string): Promise<{ client: PoolClient; locked: Locked }> => {
  for (let idle = pool.idleCount; ; idle -= 1) {
    const client = await pool.connect()
    const [begun, locked] = await Promise.allSettled([
      client.query('begin'),
      client.query<OfferRow>({ ...deskSql.lockDeparture, values: [departureId] }),
    ])
    if (begun.status === 'fulfilled') return { client, locked }
    client.release(true)
    if (idle <= 0) throw begun.reason
  }
}

/** The lock's own failure is the batch's, not the connection's. */
type Locked = PromiseSettledResult<QueryResult<OfferRow>>
const rowOf = (locked: Locked): OfferRow | null => {
  if (locked.status === 'rejected') throw locked.reason
  return locked.value.rows[0] ?? null
}

const decideAndWrite = async (
  client: PoolClient,
  departure: OfferRow | null,
  requests: readonly DeskRequest[],
  rules: HoldRules,
): Promise<BatchResult> => {
  if (!departure)
    return { outcomes: requests.map(() => ({ refusal: refuse('not_found', { what: 'departure' }) })), news: [] }
  const [{ standing, freed, nextLapseAt }, earlier] = await Promise.all([
    readStanding(client, departure, requests, rules),
    findAnswers(client, requests),
  ])

  const granted: Granted[] = []
  const stepped = new Map<string, StandingHold>()
  const answered: Answered[] = []
  const hold = (request: DeskRequest & { kind: 'hold' }): { answer: HoldView; text: string } => {
    const grant = grantHold(standing, request, rules)
    const one = {
      id: newId<'hold'>(standing.now.getTime()),
      ...grant,
      holder: request.holder,
      address: request.address,
    }
    granted.push(one)
    return {
      answer: toGrantedView(departure, standing, one, request.locale, rules),
      text: toGrantText(one, standing.now, request.locale),
    }
  }
  const change = (request: DeskRequest & { kind: 'extend' | 'release' }): { answer: Stepped; text: string } => {
    const before = standing.holds.get(request.holdId)
    const after =
      request.kind === 'extend'
        ? grantExtension(standing, request.holdId, rules)
        : grantRelease(standing, request.holdId)
    if (after !== before) stepped.set(after.id, after)
    const answer = toStepped(after)
    return { answer, text: JSON.stringify(answer) }
  }
  const outcomes = requests.map((request): DeskOutcome => {
    const { claim } = request
    const stored = claim && earlier.get(claim.id)
    if (claim && stored) return decide(() => readAnswer(departure, standing, replay<StoredText>(claim, stored), rules))
    const outcome = decide(() => (request.kind === 'hold' ? hold(request) : change(request)))
    if (claim) {
      const kept = toStored(claim, outcome)
      answered.push({ claim, stored: kept })
      earlier.set(claim.id, kept)
    }
    return 'answer' in outcome ? { answer: outcome.answer.answer } : outcome
  })

  const changes = granted.length + stepped.size + freed > 0
  const lapses = [nextLapseAt, ...granted.map((grant) => grant.expiresAt)].filter((at) => at !== null)
  const next = lapses.length > 0 ? new Date(Math.min(...lapses.map(Number))) : null
  const written = await Promise.all([
    insertHolds(client, departure, standing.now, granted),
    stepHolds(client, [...stepped.values()]),
    insertAnswers(client, answered),
    changes ? stepDeparture(client, departure, standing, next) : null,
  ])
  const news = written[3]
  return { outcomes, news: news === null ? [] : [news] }
}

const toStored = (claim: Claim, outcome: { answer: { text: string } } | { refusal: Refusal }): StoredAnswer => ({
  request_hash: claim.requestHash,
  ...('answer' in outcome
    ? { outcome: 'answered', answer: outcome.answer.text }
    : { outcome: 'refused', answer: refusalText(outcome.refusal) }),
})
