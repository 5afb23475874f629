import type { Pool, PoolClient } from 'pg'
import { assert } from '@mayago/kernel/assert.ts'
import { refuse, type Refusal } from '@mayago/kernel/errors.ts'
import { newId, type HoldId } from '@mayago/kernel/ids.ts'
import { money } from '@mayago/kernel/money.ts'
import { toDate } from '@mayago/db/sql.ts'
import type { Locale } from '../context.ts'
import { subjectOf, type DepartureFrame } from '../events/eventMap.ts'
import type { NewsRow } from '../events/relay.ts'
import { type AskedLine, toOffer, toPartyItem, type OfferRow, type PricedParty } from '../pricing/index.ts'
import type { HoldState, HoldView } from './booking.view.ts'
import { deskSql } from './deskSql.ts'
import {
  capOf,
  decide,
  extensionOf,
  grantExtension,
  grantHold,
  grantRelease,
  holderKeys,
  type HoldRules,
  type Standing,
  type StandingHold,
} from './hold.rules.ts'
import { refusalText, replay, type Claim, type StoredAnswer } from './idempotency.ts'

export type DeskRequest = {
  claim: Claim | null
  locale: Locale
} & (
  | { kind: 'hold'; units: readonly AskedLine[]; holder: string; address: string | null }
  | { kind: 'extend' | 'release'; holdId: string }
)

/** A hold's answer carries its view, a step's the hold as it now stands. */
export type DeskAnswer = HoldView | StandingHold
export type DeskOutcome = { answer: DeskAnswer } | { refusal: Refusal }

export interface BatchResult {
  outcomes: DeskOutcome[]
  news: NewsRow[]
}

/** The transaction failed; `committing` says that nobody knows whether its commit was heard. */
export class BatchFailed extends Error {
  readonly committing: boolean
  constructor(cause: unknown, committing: boolean) {
    super('a batch of the seat desk failed', { cause })
    this.committing = committing
  }
}

/**
 * Decides all requests in one transaction: one lock, one pass, one statement each for holds, steps and answers, one
 * version step, one event, one commit. SEAT-1..6.
 */
export const runBatch = async (
  pool: Pool,
  departureId: string,
  requests: readonly DeskRequest[],
  rules: HoldRules,
): Promise<BatchResult> => {
  const client = await pool.connect()
  let committing = false
  try {
    await client.query('begin')
    const result = await decideAndWrite(client, departureId, requests, rules)
    committing = true
    await client.query('commit')
    client.release()
    return result
  } catch (error) {
    // The connection is closed rather than rolled back: its state is unknown, and closing is a rollback.
    client.release(true)
    throw new BatchFailed(error, committing)
  }
}

const decideAndWrite = async (
  client: PoolClient,
  departureId: string,
  requests: readonly DeskRequest[],
  rules: HoldRules,
): Promise<BatchResult> => {
  const { rows: locked } = await client.query<OfferRow>({ ...deskSql.lockDeparture, values: [departureId] })
  const departure = locked[0]
  if (!departure)
    return { outcomes: requests.map(() => ({ refusal: refuse('not_found', { what: 'departure' }) })), news: [] }
  const { standing, freed, nextLapseAt } = await readStanding(client, departure, requests, rules)
  const earlier = await findAnswers(client, requests)

  const granted: Granted[] = []
  const stepped = new Map<string, StandingHold>()
  const answered: Answered[] = []
  const outcomes = requests.map((request): DeskOutcome => {
    const stored = request.claim && earlier.get(claimKey(request.claim))
    if (request.claim && stored) return decide(() => replay<DeskAnswer>(request.claim as Claim, stored))
    const outcome = decide((): DeskAnswer => {
      if (request.kind === 'hold') {
        const grant = grantHold(standing, request, rules)
        const id = newId<'hold'>(standing.now.getTime())
        granted.push({
          id,
          party: grant.party,
          holder: request.holder,
          address: request.address,
          expiresAt: grant.expiresAt,
        })
        return toGrantedView(id, departure, grant.party, standing.now, grant.expiresAt, request.locale, rules)
      }
      const before = standing.holds.get(request.holdId)
      const after =
        request.kind === 'extend'
          ? grantExtension(standing, request.holdId, rules)
          : grantRelease(standing, request.holdId)
      if (after !== before) stepped.set(after.id, after)
      return after
    })
    if (request.claim) {
      const stored = toStored(request.claim, outcome)
      answered.push({ claim: request.claim, stored })
      earlier.set(claimKey(request.claim), stored)
    }
    return outcome
  })

  await insertHolds(client, departure, standing.now, granted)
  await stepHolds(client, [...stepped.values()])
  await insertAnswers(client, answered)
  if (granted.length + stepped.size + freed === 0) return { outcomes, news: [] }
  const lapses = [nextLapseAt, ...granted.map((grant) => grant.expiresAt)].filter((at) => at !== null)
  const next = lapses.length > 0 ? new Date(Math.min(...lapses.map(Number))) : null
  return { outcomes, news: [await stepDeparture(client, departure, standing, next)] }
}

interface Granted {
  id: HoldId
  party: PricedParty
  holder: string
  address: string | null
  expiresAt: Date
}

interface Answered {
  claim: Claim
  stored: StoredAnswer
}

const claimKey = (claim: Pick<Claim, 'key' | 'actor' | 'route'>): string =>
  JSON.stringify([claim.key, claim.actor, claim.route])

const toStored = (claim: Claim, outcome: DeskOutcome): StoredAnswer => ({
  request_hash: claim.requestHash,
  ...('answer' in outcome
    ? { outcome: 'answered', answer: JSON.stringify(outcome.answer) }
    : { outcome: 'refused', answer: refusalText(outcome.refusal) }),
})

const readStanding = async (
  client: PoolClient,
  departure: OfferRow,
  requests: readonly DeskRequest[],
  rules: HoldRules,
): Promise<{ standing: Standing; freed: number; nextLapseAt: Date | null }> => {
  const { rows: swept } = await client.query<{ now: string; freed: number; next_lapse_at: string | null }>({
    ...deskSql.sweepLapsed,
    values: [departure.id],
  })
  const sweep = swept[0]
  assert(sweep, 'the sweep answers one row')
  const standing: Standing = {
    now: toDate(sweep.now),
    departureId: departure.id,
    status: departure.status,
    published: departure.experience_status === 'published',
    cutoffAt: toDate(departure.cutoff_at),
    capacity: departure.capacity,
    seatsTaken: departure.seats_taken - sweep.freed,
    offer: toOffer(departure),
    holds: await findHolds(client, departure.id, requests),
    seatsHeld: await countHeld(client, requests, rules),
  }
  return {
    standing,
    freed: sweep.freed,
    nextLapseAt: sweep.next_lapse_at === null ? null : toDate(sweep.next_lapse_at),
  }
}

interface HoldRow {
  id: HoldId
  state: HoldState
  seats: number
  created_at: string
  expires_at: string
  extended_at: string | null
}

const findHolds = async (
  client: PoolClient,
  departureId: string,
  requests: readonly DeskRequest[],
): Promise<Map<string, StandingHold>> => {
  const ids = requests.flatMap((request) => (request.kind === 'hold' ? [] : [request.holdId]))
  if (ids.length === 0) return new Map()
  const { rows } = await client.query<HoldRow>({ ...deskSql.findHolds, values: [departureId, ids] })
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        state: row.state,
        seats: row.seats,
        createdAt: toDate(row.created_at),
        expiresAt: toDate(row.expires_at),
        extendedAt: row.extended_at === null ? null : toDate(row.extended_at),
      },
    ]),
  )
}

/** Counted under a lock on each holder, so that two departures cannot both grant a holder's last seats. */
const countHeld = async (
  client: PoolClient,
  requests: readonly DeskRequest[],
  rules: HoldRules,
): Promise<Map<string, number>> => {
  const asked = requests.flatMap((request) =>
    request.kind === 'hold' ? holderKeys(request.holder, request.address) : [],
  )
  const keys = [...new Set(asked)].filter((key) => capOf(key, rules) > 0)
  if (keys.length === 0) return new Map()
  await client.query({ ...deskSql.lockHolders, values: [keys] })
  const isAddress = (key: string): boolean => key.startsWith('a:')
  const { rows } = await client.query<{ key: string; seats: number }>({
    ...deskSql.countHeld,
    values: [keys.filter((key) => !isAddress(key)), keys.filter(isAddress).map((key) => key.slice(2))],
  })
  return new Map(rows.map((row) => [row.key, row.seats]))
}

const findAnswers = async (
  client: PoolClient,
  requests: readonly DeskRequest[],
): Promise<Map<string, StoredAnswer>> => {
  const claims = requests.flatMap((request) => request.claim ?? [])
  if (claims.length === 0) return new Map()
  const { rows } = await client.query<StoredAnswer & Claim>({
    ...deskSql.findAnswers,
    values: [claims.map((c) => c.key), claims.map((c) => c.actor), claims.map((c) => c.route)],
  })
  return new Map(rows.map((row) => [claimKey(row), row]))
}

const insertHolds = async (
  client: PoolClient,
  departure: OfferRow,
  now: Date,
  granted: readonly Granted[],
): Promise<void> => {
  const first = granted[0]
  if (!first) return
  await client.query({
    ...deskSql.insertHolds,
    values: [
      departure.id,
      departure.currency,
      now,
      first.expiresAt,
      granted.map((grant) => grant.id),
      granted.map((grant) => grant.party.seats),
      granted.map(({ party }) =>
        JSON.stringify(party.lines.map(({ unit, quantity, price }) => [unit.id, quantity, price.minor])),
      ),
      granted.map((grant) => grant.party.total.minor),
      granted.map((grant) => grant.holder),
      granted.map((grant) => grant.address),
    ],
  })
}

const stepHolds = async (client: PoolClient, stepped: readonly StandingHold[]): Promise<void> => {
  if (stepped.length === 0) return
  await client.query({
    ...deskSql.stepHolds,
    values: [
      stepped.map((hold) => hold.id),
      stepped.map((hold) => hold.state),
      stepped.map((hold) => hold.expiresAt),
      stepped.map((hold) => hold.extendedAt),
    ],
  })
}

const insertAnswers = async (client: PoolClient, answered: readonly Answered[]): Promise<void> => {
  if (answered.length === 0) return
  await client.query({
    ...deskSql.insertAnswers,
    values: [
      answered.map(({ claim }) => claim.key),
      answered.map(({ claim }) => claim.actor),
      answered.map(({ claim }) => claim.route),
      answered.map(({ claim }) => claim.requestHash),
      answered.map(({ stored }) => stored.outcome),
      answered.map(({ stored }) => stored.answer),
    ],
  })
}

const stepDeparture = async (
  client: PoolClient,
  departure: OfferRow,
  standing: Standing,
  nextLapseAt: Date | null,
): Promise<NewsRow> => {
  const frame: DepartureFrame = {
    departureId: departure.id,
    experienceId: departure.experience_id,
    optionId: departure.option_id,
    version: Number(departure.version) + 1,
    capacity: standing.capacity,
    vacancies: standing.capacity === null ? null : standing.capacity - standing.seatsTaken,
    status: standing.status,
    priceFrom: { minor: Number(departure.price_from_minor), currency: departure.currency },
    localStart: departure.local_start,
    startsAt: toDate(departure.starts_at).toISOString(),
    cutoffAt: standing.cutoffAt.toISOString(),
    nextLapseAt: nextLapseAt?.toISOString() ?? null,
  }
  const [subject, payload] = [subjectOf('departure.changed', departure.id), JSON.stringify(frame)]
  const { rows } = await client.query<{ id: string }>({
    ...deskSql.stepDeparture,
    values: [departure.id, standing.seatsTaken, subject, payload],
  })
  assert(rows[0], 'an insert returns its row')
  return { id: rows[0].id, subject, payload }
}

const toGrantedView = (
  id: HoldId,
  departure: OfferRow,
  party: PricedParty,
  createdAt: Date,
  expiresAt: Date,
  locale: Locale,
  rules: HoldRules,
): HoldView => ({
  id,
  departureId: departure.id,
  experienceId: departure.experience_id,
  optionId: departure.option_id,
  state: 'live',
  seats: party.seats,
  expiresAt: expiresAt.toISOString(),
  extendableTo:
    extensionOf(
      { id, state: 'live', seats: party.seats, createdAt, expiresAt, extendedAt: null },
      rules,
    )?.toISOString() ?? null,
  items: party.lines.map((line) => toPartyItem(line, locale)),
  total: money(party.total.minor, departure.currency),
  bookingId: null,
})
