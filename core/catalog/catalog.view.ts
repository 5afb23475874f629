import { z } from 'zod'
import { departureFrame } from '../events/eventMap.ts'
import { count, idView, moneyView, pageOf, timeZoneView } from '../viewParts.ts'
import { CATEGORIES } from './catalog.schema.ts'
import { policyView } from './policy.view.ts'

export type Category = (typeof CATEGORIES)[number]

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

export const pictureView = z
  .object({
    path: z.string().meta({ description: 'Path without width: add `-<width>.webp` for 320, 640, 960, 1280 or 1600.' }),
    alt: z.string(),
    placeholder: z.string().meta({ description: 'A data URI of a few bytes, shown until the picture has come.' }),
  })
  .meta({ id: 'Picture' })
export type PictureView = z.infer<typeof pictureView>

/** One experience in a list. */
export const experienceCard = z
  .object({
    id: idView,
    slug: z.string(),
    title: z.string(),
    summary: z.string(),
    place: z.object({ slug: z.string(), name: z.string(), region: z.string(), country: z.string() }),
    timeZone: timeZoneView,
    category: z.enum(CATEGORIES),
    latitude: z.number(),
    longitude: z.number(),
    durationMinutes: count,
    languages: z.array(z.string()),
    priceFrom: moneyView,
    rating: z.number().min(0).max(5).nullable().meta({ description: 'Null before the first review.' }),
    reviews: count,
    picture: pictureView,
    next: departureFrame.nullable().meta({
      description: 'The next departure with room for the asked party, or the next at all; null when none is in sight.',
    }),
  })
  .meta({ id: 'ExperienceCard' })
export type ExperienceCard = z.infer<typeof experienceCard>

export const experiencePage = pageOf(experienceCard)
  .extend({
    total: count.meta({ description: 'How many there are in all; when not exact, at least so many.' }),
    totalIsExact: z.boolean(),
    facets: z
      .object({ category: z.record(z.enum(CATEGORIES), count) })
      .optional()
      .meta({ description: 'How many of each category the other filters leave; on the first page, where counted.' }),
    searchedFor: z
      .string()
      .optional()
      .meta({ description: 'What was looked for instead, when nothing was found for `q` as it was typed.' }),
  })
  .meta({ id: 'ExperiencePage' })
export type ExperiencePage = z.infer<typeof experiencePage>

export const unitView = z
  .object({
    id: idView,
    type: z.enum(['ADULT', 'CHILD', 'INFANT', 'YOUTH', 'SENIOR', 'GROUP']),
    title: z.string(),
    price: moneyView,
    seatsPerUnit: count,
    ageMin: count.nullable(),
    ageMax: count.nullable(),
    min: count,
    max: count,
    accompanied: z.boolean().meta({ description: 'Whether somebody of another kind must come along.' }),
  })
  .meta({ id: 'Unit' })
export type UnitView = z.infer<typeof unitView>

export const optionView = z
  .object({
    id: idView,
    title: z.string(),
    durationMinutes: count,
    cutoffMinutes: count,
    availability: z.enum(['start_times', 'opening_hours']),
    units: z.array(unitView),
  })
  .meta({ id: 'Option' })
export type OptionView = z.infer<typeof optionView>

export const reviewView = z
  .object({
    id: idView,
    author: z.string(),
    rating: z.int().min(1).max(5),
    locale: z.string(),
    text: z.string(),
    party: count,
    wentOn: z.string().meta({ description: 'The month they went: YYYY-MM.' }),
    reply: z.string().nullable(),
  })
  .meta({ id: 'Review' })
export type ReviewView = z.infer<typeof reviewView>

export const providerView = z
  .object({ id: idView, slug: z.string(), name: z.string(), since: z.int(), about: z.string() })
  .meta({ id: 'Provider' })
export type ProviderView = z.infer<typeof providerView>

/** All about one experience, in the reader's language. */
export const experienceView = experienceCard
  .omit({ next: true, picture: true })
  .extend({
    description: z.string(),
    itinerary: z.array(z.object({ at: z.string(), text: z.string() })),
    meetingPoint: z.object({ name: z.string(), address: z.string(), hint: z.string() }),
    included: z.array(z.string()),
    notIncluded: z.array(z.string()),
    goodToKnow: z.array(z.string()),
    pictures: z.array(pictureView),
    provider: providerView,
    policy: policyView,
    options: z.array(optionView),
    partyMax: count.meta({ description: 'The largest party one hold may take.' }),
    recentReviews: z.array(reviewView),
  })
  .meta({ id: 'Experience' })
export type ExperienceView = z.infer<typeof experienceView>
