import type { PoolClient } from 'pg'
import { assert } from '@mayago/kernel/assert.ts'
import type { HoldId } from '@mayago/kernel/ids.ts'
import { toDate } from '@mayago/db/sql.ts'
import { subjectOf, type DepartureFrame } from '../events/eventMap.ts'
import type { NewsRow } from '../events/relay.ts'
import { toOffer, type OfferRow, type PricedParty } from '../pricing/index.ts'
import type { HoldState } from './booking.view.ts'
import type { DeskRequest } from './deskBatch.ts'
import { deskSql } from './deskSql.ts'
import { capOf, holderKeys, type HoldRules, type Standing, type StandingHold } from './hold.rules.ts'
import type { Claim, StoredAnswer } from './idempotency.ts'

/** A hold that a batch grants, on its way to the table. */
export interface Granted {
  id: HoldId
  party: PricedParty
  holder: string
  address: string | null
  expiresAt: Date
}

export interface Answered {
  claim: Claim
  stored: StoredAnswer
}

export const readStanding = async (
  client: PoolClient,
  departure: OfferRow,
  requests: readonly DeskRequest[],
  rules: HoldRules,
): Promise<{ standing: Standing; freed: number; nextLapseAt: Date | null }> => {
  // In this order, and sent together: what is read next has been swept.
  const [sweep, holds, seatsHeld] = await Promise.all([
    sweepLapsed(client, departure.id),
    findHolds(client, departure.id, requests),
    countHeld(client, requests, rules),
  ])
  const standing: Standing = {
    now: toDate(sweep.now),
    departureId: departure.id,
    status: departure.status,
    published: departure.experience_status === 'published',
    cutoffAt: toDate(departure.cutoff_at),
    capacity: departure.capacity,
    seatsTaken: departure.seats_taken - sweep.freed,
    offer: toOffer(departure),
    holds,
    seatsHeld,
  }
  return {
    standing,
    freed: sweep.freed,
    nextLapseAt: sweep.next_lapse_at === null ? null : toDate(sweep.next_lapse_at),
  }
}

interface Sweep {
  now: string
  freed: number
  next_lapse_at: string | null
}

const sweepLapsed = async (client: PoolClient, departureId: string): Promise<Sweep> => {
  const { rows } = await client.query<Sweep>({ ...deskSql.sweepLapsed, values: [departureId] })
  assert(rows[0], 'the sweep answers one row')
  return rows[0]
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
  // A holder whose address nobody knows is "a:" alone, and counted by that name.
  const isAddress = (key: string): boolean => key.startsWith('a:') && key.length > 2
  const [, { rows }] = await Promise.all([
    client.query({ ...deskSql.lockHolders, values: [keys] }),
    client.query<{ key: string; seats: number }>({
      ...deskSql.countHeld,
      values: [keys.filter((key) => !isAddress(key)), keys.filter(isAddress).map((key) => key.slice(2))],
    }),
  ])
  return new Map(rows.map((row) => [row.key, row.seats]))
}

export const findAnswers = async (
  client: PoolClient,
  requests: readonly DeskRequest[],
): Promise<Map<string, StoredAnswer>> => {
  const claims = requests.flatMap((request) => request.claim ?? [])
  if (claims.length === 0) return new Map()
  const { rows } = await client.query<StoredAnswer & { id: string }>({
    ...deskSql.findAnswers,
    values: [claims.map((claim) => claim.id)],
  })
  return new Map(rows.map((row) => [row.id, row]))
}

export const insertHolds = async (
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

export const stepHolds = async (client: PoolClient, stepped: readonly StandingHold[]): Promise<void> => {
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

export const insertAnswers = async (client: PoolClient, answered: readonly Answered[]): Promise<void> => {
  if (answered.length === 0) return
  await client.query({
    ...deskSql.insertAnswers,
    values: [
      answered.map(({ claim }) => claim.id),
      answered.map(({ claim }) => claim.requestHash),
      answered.map(({ stored }) => stored.outcome),
      answered.map(({ stored }) => stored.answer),
    ],
  })
}

export const stepDeparture = async (
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
