import type { Money } from '@mayago/kernel/money.ts'
import type { DepartureFrame } from '../events/eventMap.ts'
import type { PolicyView } from '../pricing/policy.view.ts'

export type Category = 'water' | 'ruins' | 'food' | 'workshop' | 'nature' | 'town' | 'night'

export interface PlaceView {
  slug: string
  name: string
  region: string
  country: string
  timeZone: string
  latitude: number
  longitude: number
  /** How many published experiences it has. */
  experiences: number
}

export interface PictureView {
  /** Path without width: `/pictures/<key>` + `-<width>.webp` for 320, 640, 960, 1280, 1600. */
  path: string
  alt: string
  /** A data URI of a few bytes, shown until the picture has come. */
  placeholder: string
}

/** One experience in a list. */
export interface ExperienceCard {
  id: string
  slug: string
  title: string
  summary: string
  place: { slug: string; name: string; region: string; country: string }
  timeZone: string
  category: Category
  latitude: number
  longitude: number
  durationMinutes: number
  languages: string[]
  priceFrom: Money
  /** Null before the first review. */
  rating: number | null
  reviews: number
  picture: PictureView
  /** The next departure with room for the asked party, or the next at all; null when there is none in sight. */
  next: DepartureFrame | null
}

export interface UnitView {
  id: string
  type: 'ADULT' | 'CHILD' | 'INFANT' | 'YOUTH' | 'SENIOR' | 'GROUP'
  title: string
  price: Money
  seatsPerUnit: number
  ageMin: number | null
  ageMax: number | null
  min: number
  max: number
  accompanied: boolean
}

export interface OptionView {
  id: string
  title: string
  durationMinutes: number
  cutoffMinutes: number
  availability: 'start_times' | 'opening_hours'
  units: UnitView[]
}

export interface ReviewView {
  id: string
  author: string
  rating: number
  locale: string
  text: string
  party: number
  /** "YYYY-MM": when they went. */
  wentOn: string
  reply: string | null
}

export interface ProviderView {
  id: string
  slug: string
  name: string
  since: number
  about: string
}

/** All about one experience, in the reader's language. */
export interface ExperienceView extends Omit<ExperienceCard, 'next' | 'picture'> {
  description: string
  itinerary: { at: string; text: string }[]
  meetingPoint: { name: string; address: string; hint: string }
  included: string[]
  notIncluded: string[]
  goodToKnow: string[]
  pictures: PictureView[]
  provider: ProviderView
  policy: PolicyView
  options: OptionView[]
  /** The largest party one hold may take. */
  partyMax: number
  recentReviews: ReviewView[]
}
