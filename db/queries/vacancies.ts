import type { Currency } from '@mayago/kernel/money.ts'
import { toDate } from '../sql.ts'

/**
 * The one place that says how many seats are free: capacity less what is taken, plus the seats of live
 * holds that have lapsed and that no statement has swept yet. Used as
 *
 *     select ${departureFrameColumns} from departures d ${departureFrameJoins} where …
 *
 * `seat_now()` is read once per statement, so that a hold is either lapsed or the next to lapse, never neither.
 */
export const departureFrameJoins = `
  cross join (select seat_now() as at) seat_clock
  cross join lateral (select
    (select coalesce(sum(h.seats), 0)::int from holds h
     where h.departure_id = d.id and h.state = 'live' and h.expires_at <= seat_clock.at) as lapsed_seats,
    (select min(h.expires_at) from holds h
     where h.departure_id = d.id and h.state = 'live' and h.expires_at > seat_clock.at) as next_lapse_at) live`

/** Null for free sale. Needs `departureFrameJoins`. */
export const vacanciesColumn = '(d.capacity - d.seats_taken + live.lapsed_seats)'

export const departureFrameColumns = `
  d.id as departure_id, d.experience_id, d.option_id, d.version, d.capacity, ${vacanciesColumn} as vacancies, d.status,
  d.price_from_minor, d.currency, to_char(d.local_start, 'YYYY-MM-DD"T"HH24:MI') as local_start,
  d.starts_at, d.cutoff_at, date_trunc('milliseconds', live.next_lapse_at + interval '999 microseconds') as next_lapse_at`

export interface DepartureFrameRow {
  departure_id: string
  experience_id: string
  option_id: string
  version: string
  capacity: number | null
  vacancies: number | null
  status: 'open' | 'closed' | 'cancelled'
  price_from_minor: string
  currency: Currency
  local_start: string
  starts_at: string
  cutoff_at: string
  next_lapse_at: string | null
}

/** A row of `departureFrameColumns` as everybody may see it: the payload of `departure.changed`. */
export const toDepartureFrame = (row: DepartureFrameRow) => ({
  departureId: row.departure_id,
  experienceId: row.experience_id,
  optionId: row.option_id,
  version: Number(row.version),
  capacity: row.capacity,
  vacancies: row.vacancies,
  status: row.status,
  priceFrom: { minor: Number(row.price_from_minor), currency: row.currency },
  localStart: row.local_start,
  startsAt: toDate(row.starts_at).toISOString(),
  cutoffAt: toDate(row.cutoff_at).toISOString(),
  nextLapseAt: row.next_lapse_at === null ? null : toDate(row.next_lapse_at).toISOString(),
})
