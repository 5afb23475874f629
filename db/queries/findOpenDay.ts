import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { prepared } from '../preparedClient.ts'
import { queryRow } from '../sql.ts'
import { departureZones } from './departureZones.ts'

/** Of a departure `d` beside `seat_clock`: it can still be held by so many; `seats` is a parameter. */
export const openWithRoom = (seats: string): string => `
  d.status = 'open' and d.cutoff_at > seat_clock.at
  and (d.capacity is null or d.capacity - d.seats_taken >= ${seats} or d.capacity - d.seats_taken + (
    select coalesce(sum(h.seats), 0) from holds h
    where h.departure_id = d.id and h.state = 'live' and h.expires_at <= seat_clock.at) >= ${seats})`

const LOOKED_THROUGH_MAX = 1000

/**
 * The experiences that go on a day with room for so many; null when there are more than a thousand departures to look
 * through, in which case a list finds its page sooner by asking each experience in its order. How many there are is
 * asked of the index alone first.
 */
export const findOpenDay = async (
  em: SqlEntityManager,
  { date, party }: { date: string; party: number },
): Promise<string[] | null> => {
  const row = await queryRow<{ many: boolean; ids: string[] | null }>(em, FIND, [date, party])
  return row === null || row.many ? null : (row.ids ?? [])
}

const SAME_DAY = `
  d.time_zone = zones.time_zone and d.status = 'open'
  and d.starts_at >= $1::timestamp at time zone zones.time_zone - interval '2 hours'
  and d.starts_at < $1::timestamp at time zone zones.time_zone + interval '27 hours'`

const FIND = prepared(`
  with recursive ${departureZones},
  going as materialized (
    select from zones cross join lateral (select from departures d where ${SAME_DAY} offset 0) one
    where zones.time_zone is not null limit ${LOOKED_THROUGH_MAX + 1}),
  size as materialized (select count(*) > ${LOOKED_THROUGH_MAX} as many from going)
  select many, case when not many then (
    select array_agg(distinct roomy.experience_id)
    from zones cross join (select seat_now() as at) seat_clock
    cross join lateral (
      select d.experience_id from departures d
      where ${SAME_DAY} and d.local_date = $1::date and ${openWithRoom('$2::int')} offset 0) roomy
    where zones.time_zone is not null) end as ids
  from size`)
