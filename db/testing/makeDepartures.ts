import type { SqlEntityManager } from '@mikro-orm/postgresql'
import {
  newId,
  type DepartureId,
  type ExperienceId,
  type OptionId,
  type ProviderId,
  type UnitId,
} from '@mayago/kernel/ids.ts'
import type { Currency } from '@mayago/kernel/money.ts'
import { addDays, addMinutes, localDateOf, toInstant, type LocalDateTime } from '@mayago/kernel/time.ts'
import { insertRows } from '../queries/insertRows.ts'
import { queryRow, toDate } from '../sql.ts'
import { makeExperience, type ExperienceSpec } from './makeExperience.ts'

/** Where rows go, and the present that defaults are counted from; without one it is the database's `seat_now()`. */
export interface TestWorld {
  em: SqlEntityManager
  now?: Date
}

/** What a test may say of a departure; everything else has a default that can be held. */
export interface DepartureSpec extends ExperienceSpec {
  /** Default 10; null is free sale. */
  capacity?: number | null
  /** Default a week ahead, 09:00 on the place's wall. */
  localStart?: LocalDateTime
  status?: 'open' | 'closed' | 'cancelled'
  /** Another departure of an experience that was made before. */
  of?: MadeDeparture
}

export interface MadeDeparture {
  departureId: DepartureId
  optionId: OptionId
  experienceId: ExperienceId
  providerId: ProviderId
  slug: string
  timeZone: string
  currency: Currency
  localStart: LocalDateTime
  startsAt: Date
  /** Adult 1,000.00 pesos; child 600.00, accompanied; infant free, without a seat. */
  units: { adult: UnitId; child: UnitId; infant: UnitId }
  cutoffMinutes: number
  durationMinutes: number
}

/** One departure per name, each of an experience of its own unless it says `of`. */
export const makeDepartures = async <Name extends string>(
  world: TestWorld,
  specs: Record<Name, DepartureSpec>,
): Promise<Record<Name, MadeDeparture>> => {
  const now = world.now ?? (await seatNow(world.em))
  const made: [Name, MadeDeparture][] = []
  for (const [name, spec] of Object.entries(specs) as [Name, DepartureSpec][])
    made.push([name, await makeDeparture(world.em, now, spec)])
  return Object.fromEntries(made) as Record<Name, MadeDeparture>
}

const seatNow = async (em: SqlEntityManager): Promise<Date> => {
  const row = await queryRow<{ at: string }>(em, 'select seat_now() as at')
  return toDate((row as { at: string }).at)
}

const makeDeparture = async (em: SqlEntityManager, now: Date, spec: DepartureSpec): Promise<MadeDeparture> => {
  const experience = spec.of ?? (await makeExperience(em, spec))
  const { timeZone, durationMinutes, cutoffMinutes, currency } = experience
  const localStart = spec.localStart ?? `${addDays(localDateOf(now, timeZone), 7)}T09:00`
  const startsAt = toInstant(localStart, timeZone)
  const departureId = newId<'departure'>(now.getTime())
  await insertRows(em, 'departures', [
    {
      id: departureId,
      experience_id: experience.experienceId,
      option_id: experience.optionId,
      local_date: localStart.slice(0, 10),
      local_start: localStart,
      time_zone: timeZone,
      starts_at: startsAt,
      ends_at: addMinutes(startsAt, durationMinutes),
      cutoff_at: addMinutes(startsAt, -cutoffMinutes),
      capacity: spec.capacity === undefined ? 10 : spec.capacity,
      status: spec.status ?? 'open',
      price_from_minor: spec.priceMinor ?? 100_000,
      currency,
    },
  ])
  return { ...experience, departureId, localStart, startsAt }
}
