import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { queryRows } from '../sql.ts'
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
 * through, in which case a list finds its page sooner by asking each experience in its order.
 */
export const findOpenDay = async (
  em: SqlEntityManager,
  { date, party }: { date: string; party: number },
): Promise<string[] | null> => {
  const rows = await queryRows<{ experience_id: string; roomy: boolean }>(
    em,
    `with recursive ${departureZones}
     select going.experience_id, going.roomy
     from zones
     cross join (select seat_now() as at) seat_clock
     cross join lateral (
       select d.experience_id, (${openWithRoom('$2::int')}) as roomy from departures d
       where d.time_zone = zones.time_zone and d.status = 'open' and d.local_date = $1::date
         and d.starts_at >= $1::timestamp at time zone zones.time_zone - interval '2 hours'
         and d.starts_at < $1::timestamp at time zone zones.time_zone + interval '27 hours'
       offset 0) going
     where zones.time_zone is not null
     limit ${LOOKED_THROUGH_MAX + 1}`,
    [date, party],
  )
  if (rows.length > LOOKED_THROUGH_MAX) return null
  return [...new Set(rows.filter((row) => row.roomy).map((row) => row.experience_id))]
}
