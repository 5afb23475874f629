import { defineEntity, p } from '@mikro-orm/postgresql'

/** One generated or uploaded picture of an experience, as the column `pictures` keeps it. */
export interface StoredPicture {
  key: string
  kind: string
  time: string | null
  palette: string | null
  placeholder: string
  alt: Record<string, string>
}

/** A cancellation policy, as the columns `policy` keep it. */
export interface StoredPolicy {
  kind: 'flexible' | 'moderate' | 'strict' | 'custom'
  steps: { hoursBefore: number; percent: number }[]
}

const PlaceSchema = defineEntity({
  name: 'Place',
  tableName: 'places',
  properties: {
    slug: p.string().primary(),
    country: p.string(),
    timeZone: p.string(),
    latitude: p.double(),
    longitude: p.double(),
  },
})
export class Place extends PlaceSchema.class {}
PlaceSchema.setClass(Place)

const PlaceTextSchema = defineEntity({
  name: 'PlaceText',
  tableName: 'place_texts',
  properties: {
    placeSlug: p.string().primary(),
    locale: p.string().primary(),
    name: p.string(),
    region: p.string(),
  },
})
export class PlaceText extends PlaceTextSchema.class {}
PlaceTextSchema.setClass(PlaceText)

const ExperienceSchema = defineEntity({
  name: 'Experience',
  tableName: 'experiences',
  properties: {
    id: p.uuid().primary(),
    providerId: p.uuid(),
    slug: p.string(),
    status: p.enum(['draft', 'published', 'paused', 'archived'] as const).default('published'),
    placeSlug: p.string(),
    category: p.enum(['water', 'ruins', 'food', 'workshop', 'nature', 'town', 'night'] as const),
    timeZone: p.string(),
    latitude: p.double(),
    longitude: p.double(),
    currency: p.string(),
    languages: p.array(),
    durationMinutes: p.integer(),
    priceFromMinor: p.bigint('number'),
    partyMax: p.smallint().default(20),
    confirmation: p.enum(['instant', 'on_request'] as const).default('instant'),
    policy: p.json<StoredPolicy>(),
    pictures: p.json<StoredPicture[]>(),
    ratingSum: p.integer().default(0),
    ratingCount: p.integer().default(0),
    createdAt: p.datetime().defaultRaw('clock_timestamp()'),
    updatedAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
})
export class Experience extends ExperienceSchema.class {}
ExperienceSchema.setClass(Experience)

const ExperienceTextSchema = defineEntity({
  name: 'ExperienceText',
  tableName: 'experience_texts',
  properties: {
    experienceId: p.uuid().primary(),
    locale: p.string().primary(),
    machine: p.boolean().default(false),
    title: p.string(),
    summary: p.string(),
    description: p.text(),
    itinerary: p.json<{ at: string; text: string }[]>(),
    meetingPoint: p.json<{ name: string; address: string; hint: string }>(),
    included: p.array(),
    notIncluded: p.array(),
    goodToKnow: p.array(),
    searchExtra: p.string().default(''),
  },
})
export class ExperienceText extends ExperienceTextSchema.class {}
ExperienceTextSchema.setClass(ExperienceText)

const OptionSchema = defineEntity({
  name: 'Option',
  tableName: 'options',
  properties: {
    id: p.uuid().primary(),
    experienceId: p.uuid(),
    code: p.string(),
    position: p.smallint().default(0),
    availability: p.enum(['start_times', 'opening_hours'] as const).default('start_times'),
    durationMinutes: p.integer(),
    cutoffMinutes: p.integer().default(60),
  },
})
export class Option extends OptionSchema.class {}
OptionSchema.setClass(Option)

const OptionTextSchema = defineEntity({
  name: 'OptionText',
  tableName: 'option_texts',
  properties: {
    optionId: p.uuid().primary(),
    locale: p.string().primary(),
    machine: p.boolean().default(false),
    title: p.string(),
  },
})
export class OptionText extends OptionTextSchema.class {}
OptionTextSchema.setClass(OptionText)

const UnitSchema = defineEntity({
  name: 'Unit',
  tableName: 'units',
  properties: {
    id: p.uuid().primary(),
    optionId: p.uuid(),
    type: p.enum(['ADULT', 'CHILD', 'INFANT', 'YOUTH', 'SENIOR', 'GROUP'] as const),
    position: p.smallint().default(0),
    priceMinor: p.bigint('number'),
    seatsPerUnit: p.smallint().default(1),
    ageMin: p.smallint().nullable(),
    ageMax: p.smallint().nullable(),
    minQuantity: p.smallint().default(0),
    maxQuantity: p.smallint().default(20),
    accompanied: p.boolean().default(false),
  },
})
export class Unit extends UnitSchema.class {}
UnitSchema.setClass(Unit)

const UnitTextSchema = defineEntity({
  name: 'UnitText',
  tableName: 'unit_texts',
  properties: {
    unitId: p.uuid().primary(),
    locale: p.string().primary(),
    machine: p.boolean().default(false),
    title: p.string(),
  },
})
export class UnitText extends UnitTextSchema.class {}
UnitTextSchema.setClass(UnitText)

const ReviewSchema = defineEntity({
  name: 'Review',
  tableName: 'reviews',
  properties: {
    id: p.uuid().primary(),
    experienceId: p.uuid(),
    bookingId: p.uuid().nullable(),
    localDate: p.date().nullable(),
    authorName: p.string(),
    rating: p.smallint(),
    locale: p.string(),
    text: p.text(),
    party: p.smallint(),
    reply: p.text().nullable(),
    createdAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
})
export class Review extends ReviewSchema.class {}
ReviewSchema.setClass(Review)
