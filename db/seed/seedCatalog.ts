import type { SqlEntityManager } from '@mikro-orm/postgresql'
import type { StoredPicture, StoredPolicy } from '../entities/catalog.ts'
import { upsertRows, type InsertedRow } from '../queries/insertRows.ts'
import { demoId } from './demoIds.ts'
import { exceptionRows, scheduleRows } from './demoSchedules.ts'
import type { DemoExperience, DemoOption, DemoPlace, DemoProvider, DemoUnit, Texts } from './demo/types.ts'

/** A hand-written world, as `demo/index.ts` gathers it. */
export interface DemoWorld {
  places: readonly DemoPlace[]
  providers: readonly DemoProvider[]
  experiences: readonly DemoExperience[]
}

/** What the seed needs and this folder may not know: the shapes of art and policies are core's. */
export interface CatalogTools {
  now: Date
  policySteps: Record<Exclude<StoredPolicy['kind'], 'custom'>, readonly { hoursBefore: number; percent: number }[]>
  /** A data URI to be shown until the picture has come. */
  makePlaceholder(picture: Pick<StoredPicture, 'key' | 'kind' | 'time' | 'palette'>): Promise<string>
}

const LOCALES = ['en', 'es'] as const
type Locale = (typeof LOCALES)[number]

/** Writes a world's places, providers and experiences, or brings them up to date. What is the same is not written. */
export const seedCatalog = async (em: SqlEntityManager, world: DemoWorld, tools: CatalogTools): Promise<void> => {
  await seedPlaces(em, world.places)
  await seedProviders(em, world.providers)
  const zones = new Map(world.places.map(({ slug, timeZone }) => [slug, timeZone]))
  const rows = world.experiences.map((experience) => ({
    experience,
    id: demoId('experience', experience.slug),
    timeZone: zones.get(experience.place),
  }))
  const pictures = await Promise.all(rows.map(({ experience }) => picturesOf(experience, tools)))
  await upsertRows(
    em,
    'experiences',
    ['id'],
    rows.map((row, n) => experienceRow(row, pictures[n] ?? [], tools)),
  )
  await upsertRows(
    em,
    'experience_texts',
    ['experience_id', 'locale'],
    rows.flatMap(({ experience, id }) => experienceTexts(experience, id, world)),
  )
  const options = rows.flatMap(({ experience, id }) =>
    experience.options.map((option, position) => ({
      option,
      position,
      experienceId: id,
      id: demoId('option', experience.slug, option.code),
    })),
  )
  await upsertRows(em, 'options', ['id'], options.map(optionRow))
  await upsertRows(
    em,
    'option_texts',
    ['option_id', 'locale'],
    options.flatMap(({ option, id }) => titles('option_id', id, option.title)),
  )
  const units = options.flatMap(({ option, id }) =>
    option.units.map((unit, position) => ({
      unit,
      position,
      optionId: id,
      id: demoId('unit', id, unit.type, position),
    })),
  )
  await upsertRows(em, 'units', ['id'], units.map(unitRow))
  await upsertRows(
    em,
    'unit_texts',
    ['unit_id', 'locale'],
    units.flatMap(({ unit, id }) => titles('unit_id', id, unit.title)),
  )
  const year = tools.now.getUTCFullYear()
  const schedules = options.flatMap(({ option, id }) => scheduleRows(option.schedules, id, year))
  await upsertRows(
    em,
    'schedules',
    ['id'],
    schedules.map(({ row }) => row),
  )
  await upsertRows(
    em,
    'schedule_exceptions',
    ['schedule_id', 'local_date'],
    schedules.flatMap((schedule) => exceptionRows(schedule, year)),
  )
}

const seedPlaces = async (em: SqlEntityManager, places: readonly DemoPlace[]): Promise<void> => {
  await upsertRows(
    em,
    'places',
    ['slug'],
    places.map(({ slug, country, timeZone, latitude, longitude }) => ({
      slug,
      country,
      time_zone: timeZone,
      latitude,
      longitude,
    })),
  )
  await upsertRows(
    em,
    'place_texts',
    ['place_slug', 'locale'],
    places.flatMap((place) =>
      LOCALES.map((locale) => ({
        place_slug: place.slug,
        locale,
        name: place.name[locale],
        region: place.region[locale],
      })),
    ),
  )
}

const seedProviders = async (em: SqlEntityManager, providers: readonly DemoProvider[]): Promise<void> => {
  const ids = providers.map((provider) => demoId('provider', provider.slug))
  await upsertRows(
    em,
    'providers',
    ['id'],
    providers.map((provider, n) => ({
      id: ids[n],
      slug: provider.slug,
      name: provider.name,
      since_year: provider.since,
      place_slug: provider.place,
      currency: provider.currency,
      email: provider.email,
      phone: provider.phone,
      commission_percent: 15,
    })),
  )
  await upsertRows(
    em,
    'provider_texts',
    ['provider_id', 'locale'],
    providers.flatMap((provider, n) =>
      LOCALES.map((locale) => ({ provider_id: ids[n], locale, machine: false, about: provider.about[locale] })),
    ),
  )
  const members = providers.flatMap((provider, n) =>
    provider.members.map(({ name, role }) => {
      const [, domain] = provider.email.split('@')
      const email = `${plain(name)}@${domain}`
      return { provider_id: ids[n], role, user: { id: demoId('user', email), email, name, locale: 'es' } }
    }),
  )
  await upsertRows(
    em,
    'users',
    ['id'],
    members.map(({ user }) => user),
  )
  await upsertRows(
    em,
    'provider_members',
    ['provider_id', 'user_id'],
    members.map(({ provider_id, user, role }) => ({ provider_id, user_id: user.id, role })),
  )
}

/** "Doña Elsy Pech" → "dona.elsy.pech" */
export const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.|\.$/g, '')

/** Plans change a picture's look, so they are part of its key: an address once shown always shows the same. */
const picturesOf = (experience: DemoExperience, tools: CatalogTools): Promise<StoredPicture[]> =>
  Promise.all(
    experience.pictures.map(async ({ kind, time, palette, alt }, n) => {
      const look = { kind, time: time ?? null, palette: palette ?? null }
      const key = `${experience.slug}-${n + 1}-${demoId('picture', kind, time ?? '', palette ?? '').slice(0, 6)}`
      return { key, ...look, placeholder: await tools.makePlaceholder({ key, ...look }), alt: { ...alt } }
    }),
  )

interface PlacedExperience {
  experience: DemoExperience
  id: string
  timeZone: string | undefined
}

/** What one person going alone pays least; a child or a group is not alone. */
const priceFrom = (options: readonly DemoOption[]): number =>
  Math.min(
    ...options
      .flatMap((option) => option.units.filter((unit) => unit.seatsPerUnit > 0 && !unit.accompanied))
      .map((unit) => unit.priceMinor),
  )

const experienceRow = (
  { experience, id, timeZone }: PlacedExperience,
  pictures: StoredPicture[],
  tools: CatalogTools,
): InsertedRow => {
  const { policy, options } = experience
  return {
    id,
    provider_id: demoId('provider', experience.provider),
    slug: experience.slug,
    status: 'published',
    place_slug: experience.place,
    category: experience.category,
    time_zone: timeZone,
    latitude: experience.latitude,
    longitude: experience.longitude,
    currency: experience.currency,
    languages: experience.languages,
    duration_minutes: options[0]?.durationMinutes,
    price_from_minor: priceFrom(options),
    party_max: partyMax(options),
    policy: { kind: policy.kind, steps: policy.kind === 'custom' ? policy.steps : tools.policySteps[policy.kind] },
    pictures,
  }
}

/** No party is larger than the largest departure, nor than twenty. */
const partyMax = (options: readonly DemoOption[]): number =>
  Math.min(20, Math.max(...options.flatMap((option) => option.schedules.map((schedule) => schedule.capacity ?? 20))))

const experienceTexts = (experience: DemoExperience, id: string, world: DemoWorld): InsertedRow[] => {
  const place = world.places.find(({ slug }) => slug === experience.place)
  const provider = world.providers.find(({ slug }) => slug === experience.provider)
  return LOCALES.map((locale: Locale) => ({
    experience_id: id,
    locale,
    machine: false,
    title: experience.title[locale],
    summary: experience.summary[locale],
    description: experience.description[locale],
    itinerary: experience.itinerary[locale],
    meeting_point: experience.meetingPoint[locale],
    included: experience.included[locale],
    not_included: experience.notIncluded[locale],
    good_to_know: experience.goodToKnow[locale],
    search_extra: [place?.name[locale], place?.region[locale], provider?.name].join(' '),
  }))
}

interface PlacedOption {
  option: DemoOption
  position: number
  experienceId: string
  id: string
}

const optionRow = ({ option, position, experienceId, id }: PlacedOption): InsertedRow => ({
  id,
  experience_id: experienceId,
  code: option.code,
  position,
  availability: 'start_times',
  duration_minutes: option.durationMinutes,
  cutoff_minutes: option.cutoffMinutes,
})

const unitRow = ({
  unit,
  position,
  optionId,
  id,
}: {
  unit: DemoUnit
  position: number
  optionId: string
  id: string
}): InsertedRow => ({
  id,
  option_id: optionId,
  type: unit.type,
  position,
  price_minor: unit.priceMinor,
  seats_per_unit: unit.seatsPerUnit,
  age_min: unit.ageMin ?? null,
  age_max: unit.ageMax ?? null,
  min_quantity: unit.min ?? 0,
  max_quantity: unit.max ?? 20,
  accompanied: unit.accompanied ?? false,
})

const titles = (column: string, id: string, title: Texts): InsertedRow[] =>
  LOCALES.map((locale) => ({ [column]: id, locale, machine: false, title: title[locale] }))
