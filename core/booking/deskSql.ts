import { FOR_UPDATE_OF_DEPARTURE, LOCK_HOLDERS } from '@mayago/db/locks.ts'
import { OFFER_COLUMNS } from '../pricing/index.ts'

/** The statements of one batch, prepared once per connection. Parameters stand beside each. */
export const deskSql = {
  /** $1 departure */
  lockDeparture: {
    name: 'desk_lock_departure',
    text: `select ${OFFER_COLUMNS} from departures d join experiences e on e.id = d.experience_id
           where d.id = $1 ${FOR_UPDATE_OF_DEPARTURE}`,
  },
  /**
   * $1 departure. Its own statement, so that it sees what was committed while we waited for the lock. The clock is read
   * once: a volatile function in a condition would walk through every live hold instead of the index's range.
   */
  sweepLapsed: {
    name: 'desk_sweep_lapsed',
    text: `with moment as materialized (select seat_now() as now),
             lapsed as (
               update holds set state = 'lapsed'
               where departure_id = $1 and state = 'live' and expires_at <= (select now from moment) returning seats)
           select now,
             (select coalesce(sum(seats), 0)::int from lapsed) as freed,
             (select min(expires_at) from holds
              where departure_id = $1 and state = 'live' and expires_at > (select now from moment)) as next_lapse_at
           from moment`,
  },
  /** $1 departure, $2 ids */
  findHolds: {
    name: 'desk_find_holds',
    text: `select id, state, seats, created_at, expires_at, extended_at from holds
           where departure_id = $1 and id = any($2::uuid[])`,
  },
  /** $1 holder keys */
  lockHolders: { name: 'desk_lock_holders', text: LOCK_HOLDERS },
  /** $1 holders, $2 addresses */
  countHeld: {
    name: 'desk_count_held',
    text: `select holder as key, sum(seats)::int as seats from holds
           where state = 'live' and expires_at > seat_now() and holder = any($1::text[]) group by holder
           union all
           select 'a:' || host(address), sum(seats)::int from holds
           where state = 'live' and expires_at > seat_now() and address = any($2::inet[]) group by address`,
  },
  /** $1 claims' ids */
  findAnswers: {
    name: 'desk_find_answers',
    text: 'select id, request_hash, outcome, answer from idempotency_keys where id = any($1::uuid[])',
  },
  /** $1 departure, $2 currency, $3 created_at, $4 expires_at, then one array a column */
  insertHolds: {
    name: 'desk_insert_holds',
    text: `insert into holds (id, departure_id, seats, party, total_minor, currency, holder, address, created_at, expires_at)
           select id, $1, seats, party, total_minor, $2, holder, address, $3, $4
           from unnest($5::uuid[], $6::int[], $7::jsonb[], $8::bigint[], $9::text[], $10::inet[])
             as granted(id, seats, party, total_minor, holder, address)`,
  },
  /** One array a column. */
  stepHolds: {
    name: 'desk_step_holds',
    text: `update holds h set state = s.state, expires_at = s.expires_at, extended_at = s.extended_at
           from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::timestamptz[])
             as s(id, state, expires_at, extended_at)
           where h.id = s.id`,
  },
  /** One array a column. */
  insertAnswers: {
    name: 'desk_insert_answers',
    text: `insert into idempotency_keys (id, request_hash, outcome, answer)
           select * from unnest($1::uuid[], $2::bytea[], $3::text[], $4::text[])`,
  },
  /** $1 departure, $2 seats taken, $3 subject, $4 payload */
  stepDeparture: {
    name: 'desk_step_departure',
    text: `with stepped as (update departures set seats_taken = $2, version = version + 1 where id = $1)
           insert into outbox (subject, payload) values ($3, $4) returning id`,
  },
} as const
