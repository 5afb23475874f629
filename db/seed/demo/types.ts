import type { Currency } from '@mayago/kernel/money.ts'

/** Every text of the demo world, in both languages. */
export interface Texts<T = string> {
  en: T
  es: T
}

export interface DemoPlace {
  /** Also the place's URL part, e.g. "merida". */
  slug: string
  name: Texts
  region: Texts
  /** ISO 3166-1 alpha-2. */
  country: string
  timeZone: string
  latitude: number
  longitude: number
}

export interface DemoProvider {
  slug: string
  name: string
  since: number
  place: string
  currency: Currency
  email: string
  /** E.164, from ranges kept for fiction where the country has them. */
  phone: string
  about: Texts
  /** Owner first. */
  members: { name: string; role: 'owner' | 'manager' | 'guide' }[]
}

export type Category = 'water' | 'ruins' | 'food' | 'workshop' | 'nature' | 'town' | 'night'

export interface DemoUnit {
  type: 'ADULT' | 'CHILD' | 'INFANT' | 'YOUTH' | 'SENIOR' | 'GROUP'
  title: Texts
  /** Minor units of the experience's currency, taxes and fees included. */
  priceMinor: number
  /** 0 for an infant on a lap, 4 for a family boat. */
  seatsPerUnit: number
  ageMin?: number
  ageMax?: number
  min?: number
  max?: number
  /** Needs somebody of another unit along. */
  accompanied?: boolean
}

export interface DemoSchedule {
  /** "MM-DD" season, both included; left out: all year. May wrap around New Year. */
  season?: { from: string; to: string }
  /** 1 is Monday. */
  weekdays: number[]
  /** "HH:MM" on the place's wall. */
  times: string[]
  /** null: free sale. */
  capacity: number | null
  /** "MM-DD" days without departures. */
  closed?: string[]
}

export interface DemoOption {
  code: string
  title: Texts
  durationMinutes: number
  cutoffMinutes: number
  units: DemoUnit[]
  schedules: DemoSchedule[]
}

export type DemoPolicy =
  | { kind: 'flexible' | 'moderate' | 'strict' }
  /** Steps from the most to the least generous: percent back until so many hours before the start. */
  | { kind: 'custom'; steps: { hoursBefore: number; percent: number }[] }

export interface DemoReview {
  author: string
  rating: 1 | 2 | 3 | 4 | 5
  locale: 'en' | 'es'
  text: string
  /** How many went along. */
  party: number
  /** Months before today; the seed turns it into a past booking. */
  monthsAgo: number
  reply?: string
}

export interface DemoExperience {
  slug: string
  provider: string
  place: string
  category: Category
  currency: Currency
  latitude: number
  longitude: number
  languages: string[]
  title: Texts
  /** One sentence that sells by being exact; at most 120 characters. */
  summary: Texts
  /** Two or three short paragraphs, parted by a blank line. */
  description: Texts
  itinerary: Texts<{ at: string; text: string }[]>
  meetingPoint: Texts<{ name: string; address: string; hint: string }>
  included: Texts<string[]>
  notIncluded: Texts<string[]>
  goodToKnow: Texts<string[]>
  policy: DemoPolicy
  options: DemoOption[]
  reviews: DemoReview[]
  /** Generated pictures, the first is the cover: kind of scene, its light and its ink (core/art), with a real alt text. */
  pictures: { kind: string; time?: string; palette?: string; alt: Texts }[]
}
