import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { queryRows } from '../sql.ts'
import { departureZones } from './departureZones.ts'
import { departureViewColumns, type DepartureViewRow } from './departures.ts'
import { openWithRoom } from './findOpenDay.ts'
import { experienceCardColumns, experienceTextJoins, type ExperienceCardRow } from './experienceCards.ts'
import { departureFrameJoins } from './vacancies.ts'

export interface LeavingRow extends ExperienceCardRow {
  departure: DepartureViewRow
}

/**
 * Departures with room on the place's own today (`days` 0) or tomorrow (1), the soonest first, at most one of each
 * experience. Each zone has its own such day, and is read from its first start on.
 */
export const findLeavingSoon = (
  em: SqlEntityManager,
  asked: { placeSlug: string | null; days: number; now: Date; locale: string; limit: number },
): Promise<LeavingRow[]> =>
  queryRows<LeavingRow>(
    em,
    `with recursive ${departureZones},
     days as (
       select time_zone, day, day::timestamp at time zone time_zone as begins, (day + 1)::timestamp at time zone time_zone as ends
       from zones cross join lateral (select ($3::timestamptz at time zone time_zone)::date + $2::int as day) local
       where time_zone is not null),
     leaving as materialized (
       select soon.* from days cross join (select seat_now() as at) seat_clock cross join lateral (
         select d.id, d.starts_at from departures d cross join lateral (
           select e.id from experiences e where e.id = d.experience_id
             and e.status = 'published' ${asked.placeSlug === null ? '' : 'and e.place_slug = $5'} limit 1) sold
         where d.time_zone = days.time_zone and d.starts_at >= greatest(days.begins, $3) and d.starts_at < days.ends
           and ${openWithRoom('1')}
         order by d.starts_at limit 8 * $4::int) soon
       order by soon.starts_at, soon.id limit 8 * $4::int),
     framed as (
       select ${departureViewColumns} from leaving join departures d on d.id = leaving.id ${departureFrameJoins}),
     firsts as (select distinct on (experience_id) * from framed order by experience_id, starts_at, departure_id),
     chosen as materialized (select * from firsts order by starts_at, departure_id limit $4::int)
     select ${experienceCardColumns}, to_jsonb(chosen) as departure
     from chosen join experiences e on e.id = chosen.experience_id ${experienceTextJoins('$1')}
     order by chosen.starts_at, chosen.departure_id`,
    [asked.locale, asked.days, asked.now, asked.limit, ...(asked.placeSlug === null ? [] : [asked.placeSlug])],
  )
