import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { newId, type ExperienceId, type OptionId, type ProviderId, type UnitId } from '@mayago/kernel/ids.ts'
import type { Currency } from '@mayago/kernel/money.ts'
import type { StoredPolicy } from '../entities/catalog.ts'
import { insertRows } from '../queries/insertRows.ts'

/** What a test may say of an experience. */
export interface ExperienceSpec {
  title?: string
  /** Spanish title; without one only English is written. */
  titleEs?: string
  summary?: string
  description?: string
  slug?: string
  timeZone?: string
  currency?: Currency
  /** An adult's price; a child pays six tenths. */
  priceMinor?: number
  cutoffMinutes?: number
  durationMinutes?: number
  partyMax?: number
  policy?: StoredPolicy
  category?: 'water' | 'ruins' | 'food' | 'workshop' | 'nature' | 'town' | 'night'
  experienceStatus?: 'draft' | 'published' | 'paused' | 'archived'
  place?: { slug: string; name: string; latitude: number; longitude: number }
}

export interface MadeExperience {
  experienceId: ExperienceId
  optionId: OptionId
  providerId: ProviderId
  slug: string
  timeZone: string
  currency: Currency
  cutoffMinutes: number
  durationMinutes: number
  units: { adult: UnitId; child: UnitId; infant: UnitId }
}

const MERIDA = { slug: 'merida', name: 'Mérida', latitude: 20.9674, longitude: -89.5926 }
const BORN = Date.UTC(2026, 0, 1)
let made = 0

/** A published experience with its provider and place, one option and three units. */
export const makeExperience = async (em: SqlEntityManager, spec: ExperienceSpec = {}): Promise<MadeExperience> => {
  made += 1
  const slug = spec.slug ?? `experience-${made}`
  const timeZone = spec.timeZone ?? 'America/Merida'
  const currency = spec.currency ?? 'MXN'
  const durationMinutes = spec.durationMinutes ?? 180
  const cutoffMinutes = spec.cutoffMinutes ?? 60
  const priceMinor = spec.priceMinor ?? 100_000
  const place = spec.place ?? MERIDA
  const experienceId = newId<'experience'>(BORN)
  const optionId = newId<'option'>(BORN)
  await makePlace(em, place, timeZone)
  const providerId = await makeProvider(em, place.slug, currency)
  await insertRows(em, 'experiences', [
    {
      id: experienceId,
      provider_id: providerId,
      slug,
      status: spec.experienceStatus ?? 'published',
      place_slug: place.slug,
      category: spec.category ?? 'water',
      time_zone: timeZone,
      latitude: place.latitude,
      longitude: place.longitude,
      currency,
      languages: ['en', 'es'],
      duration_minutes: durationMinutes,
      price_from_minor: priceMinor,
      party_max: spec.partyMax ?? 20,
      policy: spec.policy ?? { kind: 'flexible', steps: [{ hoursBefore: 24, percent: 100 }] },
      pictures: [],
      rating_sum: 0,
      rating_count: 0,
    },
  ])
  await insertRows(em, 'experience_texts', textsOf(experienceId, place.name, slug, spec))
  await insertRows(em, 'options', [
    {
      id: optionId,
      experience_id: experienceId,
      code: 'standard',
      position: 0,
      availability: 'start_times',
      duration_minutes: durationMinutes,
      cutoff_minutes: cutoffMinutes,
    },
  ])
  await insertRows(em, 'option_texts', [{ option_id: optionId, locale: 'en', machine: false, title: 'Standard' }])
  const units = await makeUnits(em, optionId, priceMinor)
  return { experienceId, optionId, providerId, slug, timeZone, currency, cutoffMinutes, durationMinutes, units }
}

const textsOf = (experienceId: string, placeName: string, slug: string, spec: ExperienceSpec) => {
  const text = {
    experience_id: experienceId,
    machine: false,
    summary: spec.summary ?? 'Out on the water before the heat.',
    description: spec.description ?? 'A guide, a boat and a morning.',
    itinerary: [{ at: '0:00', text: 'We meet at the pier.' }],
    meeting_point: { name: 'The pier', address: 'Calle 20', hint: 'Look for the green door.' },
    included: ['A guide'],
    not_included: ['Lunch'],
    good_to_know: ['Bring water'],
    search_extra: placeName,
  }
  const english = { ...text, locale: 'en', title: spec.title ?? `Experience ${slug}` }
  return spec.titleEs === undefined ? [english] : [english, { ...text, locale: 'es', title: spec.titleEs }]
}

const makePlace = async (em: SqlEntityManager, place: NonNullable<ExperienceSpec['place']>, timeZone: string) => {
  const { slug, name, latitude, longitude } = place
  await insertRows(
    em,
    'places',
    [{ slug, country: 'MX', time_zone: timeZone, latitude, longitude }],
    'on conflict do nothing',
  )
  await insertRows(
    em,
    'place_texts',
    [{ place_slug: slug, locale: 'en', name, region: 'Yucatán' }],
    'on conflict do nothing',
  )
}

const makeProvider = async (em: SqlEntityManager, placeSlug: string, currency: Currency): Promise<ProviderId> => {
  const id = newId<'provider'>(BORN)
  await insertRows(em, 'providers', [
    {
      id,
      slug: `provider-${id}`,
      name: 'Canoas del Norte',
      since_year: 2012,
      place_slug: placeSlug,
      currency,
      email: 'hola@canoas.example',
      phone: '+529990000000',
      commission_percent: 15,
    },
  ])
  await insertRows(em, 'provider_texts', [
    { provider_id: id, locale: 'en', machine: false, about: 'Two sisters and nine boats.' },
  ])
  return id
}

const makeUnits = async (em: SqlEntityManager, optionId: string, priceMinor: number) => {
  const units = { adult: newId<'unit'>(BORN), child: newId<'unit'>(BORN), infant: newId<'unit'>(BORN) }
  const unit = {
    option_id: optionId,
    seats_per_unit: 1,
    min_quantity: 0,
    max_quantity: 20,
    age_max: null,
    accompanied: true,
  }
  await insertRows(em, 'units', [
    { ...unit, id: units.adult, type: 'ADULT', position: 0, price_minor: priceMinor, age_min: 12, accompanied: false },
    {
      ...unit,
      id: units.child,
      type: 'CHILD',
      position: 1,
      price_minor: Math.floor((priceMinor * 6) / 10),
      age_min: 3,
      age_max: 11,
    },
    {
      ...unit,
      id: units.infant,
      type: 'INFANT',
      position: 2,
      price_minor: 0,
      seats_per_unit: 0,
      age_min: 0,
      age_max: 2,
    },
  ])
  await insertRows(em, 'unit_texts', [
    { unit_id: units.adult, locale: 'en', machine: false, title: 'Adult' },
    { unit_id: units.child, locale: 'en', machine: false, title: 'Child' },
    { unit_id: units.infant, locale: 'en', machine: false, title: 'Infant' },
  ])
  return units
}
