import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { queryRows } from '../sql.ts'
import { experienceCardColumns, experienceTextJoins, type ExperienceCardRow } from './experienceCards.ts'
import { departureViewColumns, type DepartureViewRow } from './departures.ts'
import { departureFrameJoins, vacanciesColumn } from './vacancies.ts'

export interface LeavingRow extends ExperienceCardRow {
  departure: DepartureViewRow
}

/**
 * Departures with room on the place's own today (`days` 0) or tomorrow (1), the soonest first, at most one of each
 * experience. `from` and `until` bound the instants that such a day can have, so that the index is read from there.
 */
export const findLeavingSoon = (
  em: SqlEntityManager,
  asked: { placeSlug: string | null; days: number; now: Date; from: Date; until: Date; locale: string; limit: number },
): Promise<LeavingRow[]> =>
  queryRows<LeavingRow>(
    em,
    `with leaving as materialized (
       select ${departureViewColumns}
       from departures d ${departureFrameJoins}
       join experiences e on e.id = d.experience_id
       where d.status = 'open' and d.starts_at >= $4 and d.starts_at < $5 and d.cutoff_at > seat_clock.at
         and d.local_date = ($3::timestamptz at time zone d.time_zone)::date + $2::int
         and (d.capacity is null or ${vacanciesColumn} > 0)
         and e.status = 'published' ${asked.placeSlug === null ? '' : 'and e.place_slug = $7'}
       order by d.starts_at, d.id limit 8 * $6::int),
     firsts as (select distinct on (experience_id) * from leaving order by experience_id, starts_at, departure_id)
     select ${experienceCardColumns}, to_jsonb(firsts) as departure
     from firsts join experiences e on e.id = firsts.experience_id ${experienceTextJoins('$1')}
     order by firsts.starts_at, firsts.departure_id limit $6::int`,
    [
      asked.locale,
      asked.days,
      asked.now,
      asked.from,
      asked.until,
      asked.limit,
      ...(asked.placeSlug === null ? [] : [asked.placeSlug]),
    ],
  )
