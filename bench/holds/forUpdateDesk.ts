import type { Pool, PoolClient } from 'pg'
import { refuse } from '@mayago/kernel/errors.ts'
import { newId } from '@mayago/kernel/ids.ts'
import { toGrantedView, toGrantText } from '@mayago/core/booking/deskAnswers.ts'
import type { DeskAnswer, DeskRequest } from '@mayago/core/booking/deskBatch.ts'
import { grantHold, type HoldRules, type Standing } from '@mayago/core/booking/hold.rules.ts'
import type { SeatDesk } from '@mayago/core/booking/seatDesk.ts'
import { subjectOf } from '@mayago/core/events/eventMap.ts'
import type { NewsRow } from '@mayago/core/events/relay.ts'
import { OFFER_COLUMNS, toOffer, type OfferRow } from '@mayago/core/pricing/index.ts'
import { toDate } from '@mayago/db/sql.ts'

const SQL = {
  offer: {
    name: 'rival_offer',
    text: `select ${OFFER_COLUMNS} from departures d join experiences e on e.id = d.experience_id where d.id = $1`,
  },
  lock: {
    name: 'rival_lock',
    text: `select capacity, seats_taken, version, status, seat_now() as now from departures where id = $1 for update`,
  },
  hold: {
    name: 'rival_hold',
    text: `insert into holds
             (id, departure_id, seats, party, total_minor, currency, holder, address, created_at, expires_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
  },
  answer: {
    name: 'rival_answer',
    text: `insert into idempotency_keys (id, request_hash, outcome, answer) values ($1, $2, 'answered', $3)`,
  },
  step: {
    name: 'rival_step',
    text: `with stepped as (update departures set seats_taken = $2, version = version + 1 where id = $1)
           insert into outbox (subject, payload) values ($3, $4) returning id`,
  },
}

interface LockedRow {
  capacity: number | null
  seats_taken: number
  version: string
  status: OfferRow['status']
  now: string
}

/**
 * The usual way to give out seats, as well as it can be done: one transaction a request, the row locked for as short as
 * possible, every statement prepared and sent as early as it can be, prices read before the lock and kept. It writes the same rows as the seat desk and
 * answers the same view. In its favour: it looks for no earlier answer, sweeps nothing and counts nobody's seats.
 */
export const createForUpdateDesk = (
  pool: Pool,
  rules: HoldRules,
  publish: (news: readonly NewsRow[]) => void,
): SeatDesk => {
  const offers = new Map<string, OfferRow>()
  const offerOf = async (departureId: string): Promise<OfferRow> => {
    const known = offers.get(departureId)
    if (known) return known
    const { rows } = await pool.query<OfferRow>({ ...SQL.offer, values: [departureId] })
    if (!rows[0]) throw refuse('not_found', { what: 'departure' })
    offers.set(departureId, rows[0])
    return rows[0]
  }
  return {
    ask: async (departureId, request) => {
      const offer = await offerOf(departureId)
      const client = await pool.connect()
      try {
        const [, { rows }] = await Promise.all([
          client.query('begin'),
          client.query<LockedRow>({ ...SQL.lock, values: [offer.id] }),
        ])
        const { answer, news } = await take(client, offer, rows[0] as LockedRow, request, rules)
        await client.query('commit')
        client.release()
        publish([news])
        return answer
      } catch (error) {
        await client.query('rollback')
        client.release()
        throw error
      }
    },
    close: () => Promise.resolve(),
  }
}

const take = async (
  client: PoolClient,
  offer: OfferRow,
  locked: LockedRow,
  request: DeskRequest,
  rules: HoldRules,
): Promise<{ answer: DeskAnswer; news: NewsRow }> => {
  if (request.kind !== 'hold') throw new Error('the rival only places holds')
  const standing: Standing = {
    now: toDate(locked.now),
    departureId: offer.id,
    status: locked.status,
    published: offer.experience_status === 'published',
    cutoffAt: toDate(offer.cutoff_at),
    capacity: locked.capacity,
    seatsTaken: locked.seats_taken,
    offer: toOffer(offer),
    holds: new Map(),
    seatsHeld: new Map(),
  }
  const grant = grantHold(standing, request, rules)
  const { holder, address, claim, locale } = request
  const granted = { id: newId<'hold'>(standing.now.getTime()), ...grant, holder, address }
  const { party } = grant
  const lines = JSON.stringify(party.lines.map(({ unit, quantity, price }) => [unit.id, quantity, price.minor]))
  const subject = subjectOf('departure.changed', offer.id)
  const payload = JSON.stringify({
    departureId: offer.id,
    experienceId: offer.experience_id,
    optionId: offer.option_id,
    version: Number(locked.version) + 1,
    capacity: standing.capacity,
    vacancies: standing.capacity === null ? null : standing.capacity - standing.seatsTaken,
    status: standing.status,
    priceFrom: { minor: Number(offer.price_from_minor), currency: offer.currency },
    localStart: offer.local_start,
    startsAt: toDate(offer.starts_at).toISOString(),
    cutoffAt: standing.cutoffAt.toISOString(),
    nextLapseAt: grant.expiresAt.toISOString(),
  })
  const [stepped] = await Promise.all([
    client.query<{ id: string }>({ ...SQL.step, values: [offer.id, standing.seatsTaken, subject, payload] }),
    client.query({
      ...SQL.hold,
      values: [
        granted.id,
        offer.id,
        party.seats,
        lines,
        party.total.minor,
        offer.currency,
        holder,
        address,
        standing.now,
        grant.expiresAt,
      ],
    }),
    claim &&
      client.query({
        ...SQL.answer,
        values: [claim.id, claim.requestHash, toGrantText(granted, standing.now, locale)],
      }),
  ])
  const id = (stepped.rows[0] as { id: string }).id
  return { answer: toGrantedView(offer, standing, granted, locale, rules), news: { id, subject, payload } }
}
