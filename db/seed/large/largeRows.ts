import { createHash } from 'node:crypto'
import { addDays, addMinutes, localDateOf, toInstant } from '@mayago/kernel/time.ts'
import type { CopyValue } from './copyRows.ts'
import type { LargeExperience, LargePlace } from './drawWorld.ts'

/** How many days of departures there are. */
export const DAYS = 14
export const EXPERIENCES_A_PROVIDER = 40

/** Ids in the order of their rows, so that indexes grow at their right end. */
const idOf = (kind: number, n: number): string => {
  const hex = kind.toString(16).padStart(2, '0') + n.toString(16).padStart(10, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${createHash('sha1').update(hex).digest('hex').slice(0, 12)}`
}
const ID = { provider: 0xa0, experience: 0xa1, option: 0xa2, unit: 0xa3, departure: 0xa4 } as const

const UNITS = [
  { type: 'ADULT', en: 'Adult', es: 'Adulto', tenths: 10, ageMin: 12, ageMax: null, accompanied: false },
  { type: 'CHILD', en: 'Child', es: 'Niño', tenths: 6, ageMin: 3, ageMax: 11, accompanied: true },
] as const

const POLICY = JSON.stringify({ kind: 'flexible', steps: [{ hoursBefore: 24, percent: 100 }] })

export type Row = readonly CopyValue[]

/** The rows of every experience, made as they are sent. */
export function* each(
  world: readonly LargeExperience[],
  toRows: (experience: LargeExperience) => Row[],
): Generator<Row> {
  for (const experience of world) yield* toRows(experience)
}

export function* providerRows(count: number, places: readonly LargePlace[]): Generator<Row> {
  for (let n = 0; n < count; n++) {
    const place = places[n % places.length] as LargePlace
    const phone = `+1555${String(n).padStart(7, '0')}`
    yield [
      idOf(ID.provider, n),
      `large-${n}`,
      `Provider ${n}`,
      2000 + (n % 26),
      place.slug,
      place.currency,
      `large${n}@mayago.example`,
      phone,
    ]
  }
}

export function* providerTextRows(count: number): Generator<Row> {
  for (let n = 0; n < count; n++) yield [idOf(ID.provider, n), 'en', 'Part of the large world for benchmarks.']
}

export const experienceRows = (experience: LargeExperience): Row[] => {
  const { n, place } = experience
  return [
    [
      idOf(ID.experience, n),
      idOf(ID.provider, Math.floor(n / EXPERIENCES_A_PROVIDER)),
      `large-${n}`,
      place.slug,
      experience.category,
      place.time_zone,
      experience.latitude,
      experience.longitude,
      place.currency,
      '{en,es}',
      experience.durationMinutes,
      experience.priceMinor,
      POLICY,
      experience.ratingSum,
      experience.ratings,
    ],
  ]
}

export const experienceTextRows = ({ n, place, texts }: LargeExperience): Row[] => {
  const meeting = JSON.stringify({ name: place.name, address: place.name, hint: '' })
  return texts.map(({ locale, title, summary, description }) => [
    idOf(ID.experience, n),
    locale,
    true,
    title,
    summary.slice(0, 300),
    description,
    meeting,
    place.name,
  ])
}

export const optionRows = ({ n, durationMinutes }: LargeExperience): Row[] => [
  [idOf(ID.option, n), idOf(ID.experience, n), 'standard', durationMinutes, 60],
]

export const optionTextRows = ({ n }: LargeExperience): Row[] => [
  [idOf(ID.option, n), 'en', 'Standard'],
  [idOf(ID.option, n), 'es', 'Estándar'],
]

const unitId = (n: number, position: number): string => idOf(ID.unit, n * UNITS.length + position)

export const unitRows = ({ n, priceMinor }: LargeExperience): Row[] =>
  UNITS.map(({ type, tenths, ageMin, ageMax, accompanied }, position) => [
    unitId(n, position),
    idOf(ID.option, n),
    type,
    position,
    Math.floor((priceMinor * tenths) / 10),
    ageMin,
    ageMax,
    accompanied,
  ])

export const unitTextRows = ({ n }: LargeExperience): Row[] =>
  UNITS.flatMap(({ en, es }, position) => [
    [unitId(n, position), 'en', en],
    [unitId(n, position), 'es', es],
  ])

export function* departureRows(world: readonly LargeExperience[], now: Date): Generator<Row> {
  const instants = new Map<string, Date>()
  const instantOf = (localStart: string, zone: string): Date => {
    const key = `${localStart} ${zone}`
    const instant = instants.get(key) ?? toInstant(localStart, zone)
    instants.set(key, instant)
    return instant
  }
  let count = 0
  for (const { n, place, times, durationMinutes, capacity, priceMinor } of world) {
    const tomorrow = addDays(localDateOf(now, place.time_zone), 1)
    for (let day = 0; day < DAYS; day++) {
      const date = addDays(tomorrow, day)
      for (const time of times) {
        const startsAt = instantOf(`${date}T${time}`, place.time_zone)
        yield [
          idOf(ID.departure, count++),
          idOf(ID.experience, n),
          idOf(ID.option, n),
          date,
          `${date}T${time}`,
          place.time_zone,
          startsAt.toISOString(),
          addMinutes(startsAt, durationMinutes).toISOString(),
          addMinutes(startsAt, -60).toISOString(),
          capacity,
          priceMinor,
          place.currency,
        ]
      }
    }
  }
}
