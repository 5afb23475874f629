import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { addDays, addMinutes, localDateOf, toInstant, weekdayOf } from '@mayago/kernel/time.ts'
import { insertRows, type InsertedRow } from '../queries/insertRows.ts'
import { queryRows } from '../sql.ts'
import { addBooking, noBookings, type BookedDeparture, type TicketClaim } from './bookingRows.ts'
import { composeParty } from './composeParty.ts'
import { demoId, demoRandom } from './demoIds.ts'
import { findDemoOptions, type DemoOptionRow } from './demoOptions.ts'
import { writeBookings } from './writeBookings.ts'
import type { DemoExperience, DemoOption, DemoReview } from './demo/types.ts'

/** A review needs a few days to be written. */
const DAYS_AGO_MIN = 12

/**
 * Behind each review stands somebody who went: a past departure, a paid booking and tickets let in at the gate. What was
 * seeded before stays as it was, so that a later seed does not move the past.
 */
export const seedReviews = async (
  em: SqlEntityManager,
  experiences: readonly DemoExperience[],
  { now, signTicket }: { now: Date; signTicket: (claim: TicketClaim) => string },
): Promise<void> => {
  const seeded = new Set(
    (await queryRows<{ id: string }>(em, `select id from reviews where substr(id::text, 15, 1) = '8'`)).map(
      ({ id }) => id,
    ),
  )
  const options = await findDemoOptions(em)
  const departures: InsertedRow[] = []
  const reviews: InsertedRow[] = []
  const tables = noBookings()
  for (const experience of experiences) {
    const [option] = experience.options
    const row = options.get(demoId('option', experience.slug, option?.code ?? ''))
    if (option === undefined || row === undefined) continue
    const taken = new Set<string>()
    for (const [n, review] of experience.reviews.entries()) {
      const key = [experience.slug, 'review', review.author, n]
      const localStart = pastStart(option, review, row.timeZone, now, taken, key)
      if (seeded.has(demoId('review', ...key))) continue
      const random = demoRandom('review', ...key)
      const capacity = option.schedules[0]?.capacity ?? null
      const party = composeParty(row.units, review.party, capacity ?? 99, random)
      if (party === null) continue
      const departure: BookedDeparture = {
        ...row,
        id: demoId('past departure', ...key),
        localDate: localStart.slice(0, 10),
        startsAt: toInstant(localStart, row.timeZone),
      }
      const bookedAt = addMinutes(departure.startsAt, -random.int(2 * 1440, 40 * 1440))
      const booking = { key, departure, party, name: review.author, locale: review.locale, bookedAt, redeemed: true }
      const seats = addBooking(tables, booking, signTicket)
      departures.push(departureRow(departure, row, option, localStart, capacity, seats))
      reviews.push({
        id: demoId('review', ...key),
        experience_id: row.experienceId,
        booking_id: demoId('booking', ...key),
        local_date: departure.localDate,
        author_name: review.author,
        rating: review.rating,
        locale: review.locale,
        text: review.text,
        party: review.party,
        reply: review.reply ?? null,
        created_at: addMinutes(departure.startsAt, random.int(1 * 1440, (DAYS_AGO_MIN - 2) * 1440)),
      })
    }
  }
  await insertRows(em, 'departures', departures)
  await writeBookings(em, tables)
  await insertRows(em, 'reviews', reviews)
  await queryRows(
    em,
    `update experiences e set rating_sum = r.sum, rating_count = r.count
     from (select experience_id, sum(rating)::int as sum, count(*)::int as count from reviews group by experience_id) r
     where r.experience_id = e.id and (e.rating_sum, e.rating_count) is distinct from (r.sum, r.count)`,
  )
}

/** A start of the option's first schedule about so many months ago, which no other review has taken. */
const pastStart = (
  option: DemoOption,
  review: DemoReview,
  timeZone: string,
  now: Date,
  taken: Set<string>,
  key: readonly (string | number)[],
): string => {
  const random = demoRandom('went', ...key)
  const daysAgo = Math.max(DAYS_AGO_MIN, Math.round(review.monthsAgo * 30.4) - random.int(0, 20))
  const { weekdays, times } = option.schedules[0] as DemoOption['schedules'][number]
  const time = random.pick(times)
  let date = addDays(localDateOf(now, timeZone), -daysAgo)
  while (!weekdays.includes(weekdayOf(date)) || taken.has(`${date}T${time}`)) date = addDays(date, -1)
  taken.add(`${date}T${time}`)
  return `${date}T${time}`
}

const departureRow = (
  departure: BookedDeparture,
  row: DemoOptionRow,
  option: DemoOption,
  localStart: string,
  capacity: number | null,
  seats: number,
): InsertedRow => ({
  id: departure.id,
  experience_id: row.experienceId,
  option_id: row.optionId,
  local_date: departure.localDate,
  local_start: localStart,
  time_zone: row.timeZone,
  starts_at: departure.startsAt,
  ends_at: addMinutes(departure.startsAt, option.durationMinutes),
  cutoff_at: addMinutes(departure.startsAt, -option.cutoffMinutes),
  capacity,
  seats_taken: seats,
  price_from_minor: row.priceFromMinor,
  currency: row.currency,
})
