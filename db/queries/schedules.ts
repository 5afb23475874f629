import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { queryRows } from '../sql.ts'

/** An option with its schedules and what its departures take from it. */
export interface ScheduledOptionRow {
  option_id: string
  experience_id: string
  time_zone: string
  currency: string
  duration_minutes: number
  cutoff_minutes: number
  price_from_minor: string
  schedules: {
    id: string
    seasonFrom: string | null
    seasonTo: string | null
    weekdays: number[]
    localTimes: string[]
    capacity: number | null
    exceptions: { date: string; kind: 'closed' | 'capacity'; capacity: number | null }[]
  }[]
}

/** The cheapest that somebody going alone pays; of an option `o`. */
export const priceFromOfOption = `
  (select min(u.price_minor) from units u where u.option_id = o.id and u.seats_per_unit > 0 and not u.accompanied)`

/** Options of experiences on sale that have schedules and units, by id, after one. */
export const findScheduledOptions = (em: SqlEntityManager, after: string | null, limit: number) =>
  queryRows<ScheduledOptionRow>(
    em,
    `select o.id as option_id, o.experience_id, e.time_zone, e.currency, o.duration_minutes, o.cutoff_minutes,
       price.price_from_minor, plan.schedules
     from options o join experiences e on e.id = o.experience_id
     cross join lateral (select ${priceFromOfOption} as price_from_minor) price
     cross join lateral (
       select jsonb_agg(jsonb_build_object('id', s.id, 'seasonFrom', s.season_from, 'seasonTo', s.season_to,
         'weekdays', s.weekdays, 'capacity', s.capacity,
         'localTimes', (select jsonb_agg(to_char(t, 'HH24:MI') order by t) from unnest(s.local_times) as t),
         'exceptions', coalesce((
           select jsonb_agg(jsonb_build_object('date', x.local_date, 'kind', x.kind, 'capacity', x.capacity))
           from schedule_exceptions x where x.schedule_id = s.id), '[]')) order by s.id) as schedules
       from schedules s where s.option_id = o.id) plan
     where e.status in ('published', 'paused') and plan.schedules is not null and price.price_from_minor is not null
       and ($1::uuid is null or o.id > $1)
     order by o.id limit $2`,
    [after, limit],
  )

/** A departure that a schedule made and that has not started. */
export interface PlannedDepartureRow {
  id: string
  option_id: string
  local_start: string
  capacity: number | null
  capacity_overridden: boolean
  status: 'open' | 'closed' | 'cancelled'
  scheduled: boolean
}

/** The departures of options from a local day on. */
export const findPlannedDepartures = (em: SqlEntityManager, optionIds: readonly string[], from: string) =>
  queryRows<PlannedDepartureRow>(
    em,
    `select id, option_id, to_char(local_start, 'YYYY-MM-DD"T"HH24:MI') as local_start, capacity, capacity_overridden, status,
       schedule_id is not null as scheduled
     from departures where option_id = any($1::uuid[]) and local_start >= $2::date`,
    [optionIds, from],
  )
