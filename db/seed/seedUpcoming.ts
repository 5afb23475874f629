import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { addMinutes } from '@mayago/kernel/time.ts'
import type { Random } from '@mayago/kernel/random.ts'
import { LOCK_DEPARTURES } from '../locks.ts'
import { queryRows, toDate } from '../sql.ts'
import { addBooking, noBookings, type TicketClaim } from './bookingRows.ts'
import { composeParty } from './composeParty.ts'
import { demoRandom } from './demoIds.ts'
import { findDemoOptions, type DemoOptionRow } from './demoOptions.ts'
import { travelers } from './travelers.ts'
import { writeBookings } from './writeBookings.ts'

const DAYS_AHEAD = 40

interface DepartureRow {
  id: string
  option_id: string
  local_date: string
  local_start: string
  starts_at: string
  capacity: number | null
}

/**
 * Bookings on the departures of the coming weeks, so that some are full, some have three left or fewer, and most have
 * room: the nearer, the fuller. Only departures that nobody is on are touched; the same one always gets the same.
 */
export const seedUpcoming = async (
  em: SqlEntityManager,
  { now, signTicket }: { now: Date; signTicket: (claim: TicketClaim) => string },
): Promise<void> => {
  const options = await findDemoOptions(em)
  const tables = noBookings()
  const taken: { id: string; seats: number }[] = []
  for (const departure of await lockEmptyDepartures(em, [...options.keys()], now)) {
    const option = options.get(departure.option_id)
    if (option === undefined) continue
    const seats = fillDeparture(departure, option, now, (booking) => addBooking(tables, booking, signTicket))
    if (seats > 0) taken.push({ id: departure.id, seats })
  }
  await writeBookings(em, tables)
  await queryRows(
    em,
    `update departures d set seats_taken = t.seats, version = version + 1
     from jsonb_to_recordset($1::jsonb) as t(id uuid, seats int) where d.id = t.id`,
    [JSON.stringify(taken)],
  )
}

/** What nobody holds or has booked; asked again under the lock. */
const lockEmptyDepartures = async (
  em: SqlEntityManager,
  optionIds: readonly string[],
  now: Date,
): Promise<DepartureRow[]> => {
  const find = (ids: readonly string[] | null) =>
    queryRows<DepartureRow>(
      em,
      `select id, option_id, local_date, to_char(local_start, 'YYYY-MM-DD"T"HH24:MI') as local_start, starts_at, capacity
       from departures d where option_id = any($1::uuid[]) and status = 'open' and seats_taken = 0
         and starts_at between $2 and $3 and ($4::uuid[] is null or id = any($4))
         and not exists (select from holds h where h.departure_id = d.id)
       order by option_id, local_start`,
      [optionIds, now, addMinutes(now, DAYS_AHEAD * 1440), ids],
    )
  const empty = (await find(null)).map((row) => row.id)
  await queryRows(em, LOCK_DEPARTURES, [empty])
  return find(empty)
}

type Book = (booking: Parameters<typeof addBooking>[1]) => number

const PARTY_SIZES = [2, 2, 2, 1, 4, 3, 2, 5, 1, 6] as const

const fillDeparture = (row: DepartureRow, option: DemoOptionRow, now: Date, book: Book): number => {
  const random = demoRandom('upcoming', row.option_id, row.local_start)
  const startsAt = toDate(row.starts_at)
  const daysAhead = (startsAt.getTime() - now.getTime()) / 86_400_000
  const wanted = seatsWanted(option.slug, row.capacity, daysAhead, random)
  const departure = { ...option, id: row.id, localDate: row.local_date, startsAt }
  let seats = 0
  for (let n = 0; seats < wanted; n++) {
    const party = composeParty(option.units, random.pick(PARTY_SIZES), wanted - seats, random)
    if (party === null) break
    const { name, locale } = random.pick(travelers)
    const bookedAt = addMinutes(now, -random.int(30, 20 * 1440))
    seats += book({
      key: [row.option_id, row.local_start, n],
      departure,
      party,
      name,
      locale,
      bookedAt,
      redeemed: false,
    })
  }
  return seats
}

/** Each experience has its following, and people book late. */
const seatsWanted = (slug: string, capacity: number | null, daysAhead: number, random: Random): number => {
  const following = 0.25 + 0.65 * demoRandom('following', slug).next()
  const nearness = Math.max(0.08, 1 - daysAhead / DAYS_AHEAD)
  if (capacity === null) return Math.floor(12 * following * nearness * random.next())
  const luck = random.next()
  if (luck < 0.09 * nearness) return capacity
  if (luck < 0.22 * nearness + 0.03) return capacity - Math.min(random.int(1, 3), capacity)
  return Math.floor(capacity * following * nearness * random.next())
}
