import { openWithRoom } from './findOpenDay.ts'
import type { Params } from './params.ts'
import { wordsSql, type Words } from './words.ts'

/** What a list of experiences may be narrowed by. */
export interface ExperienceFilters {
  text: TextFilter | null
  placeSlug: string | null
  near: (EarthPoint & { radiusKm: number }) | null
  openDay: OpenDayFilter | null
  /** How many an experience must take in one party. */
  party: number | null
  category: string | null
  priceMaxMinor: number | null
  currency: string | null
}

export interface EarthPoint {
  latitude: number
  longitude: number
}

/** A day, as each place has it, with room for a party. */
export interface OpenDayFilter {
  date: string
  party: number
  /** All that go on that day, when they are few enough to name (`findOpenDay`). */
  experienceIds: readonly string[] | null
}

/** Words, and how they are looked for: `countByWords` says which way is the shorter. */
export interface TextFilter extends Words {
  /** `title`: in titles and names. `rest`: elsewhere, and not there. `anywhere`: in either. */
  where: 'title' | 'rest' | 'anywhere'
  /** Few are all found by their index; of many, each listing is asked in the order of the list. */
  few: boolean
}

export interface FilterSql {
  /** After `listings l`; brings `seat_clock`. */
  joins: string
  where: string
}

/** The filters as SQL over `listings l`, which holds what is published and nothing else. */
export const experienceFilterSql = (filters: ExperienceFilters, params: Params): FilterSql => {
  const where = ['true']
  const { near } = filters
  if (filters.category !== null) where.push(`l.category = ${params.add(filters.category)}`)
  if (filters.placeSlug !== null) where.push(`l.place_slug = ${params.add(filters.placeSlug)}`)
  if (filters.currency !== null) where.push(`l.currency = ${params.add(filters.currency)}`)
  if (filters.priceMaxMinor !== null) where.push(`l.price_from_minor <= ${params.add(filters.priceMaxMinor)}::bigint`)
  if (filters.party !== null) where.push(`l.party_max >= ${params.add(filters.party)}::int`)
  if (near !== null) {
    const [center, metres] = [earthPoint(near, params), `${params.add(near.radiusKm * 1000)}::float8`]
    where.push(`earth_box(${center}, ${metres}) @> l.point`)
    // On the ground, said by the straight line that belongs to it: that is worked out once, not for each.
    where.push(`(l.point <-> ${center}) <= gc_to_sec(${metres})`)
  }
  if (filters.text !== null) where.push(textSql(filters.text, params))
  if (filters.openDay !== null) where.push(openDaySql(filters.openDay, params))
  return { joins: 'cross join (select seat_now() as at) seat_clock', where: where.join('\n and ') }
}

export const earthPoint = ({ latitude, longitude }: EarthPoint, params: Params): string =>
  `ll_to_earth(${params.add(latitude)}::float8, ${params.add(longitude)}::float8)`

/** Those known to go on that day, else a probe each: the limit keeps it one, where a join would read the whole day. */
const openDaySql = ({ date, party, experienceIds }: OpenDayFilter, params: Params): string => {
  if (experienceIds !== null) return `l.experience_id = any(${params.add(experienceIds)}::uuid[])`
  return `(select true from departures d
    where d.experience_id = l.experience_id and d.local_date = ${params.add(date)}::date
      and ${openWithRoom(`${params.add(party)}::int`)}
    limit 1)`
}

/** "is true" says the same, and no index answers it. */
const textSql = ({ where, few, ...words }: TextFilter, params: Params): string => {
  const way = few ? '' : 'is true'
  if (where === 'title') return `(${wordsSql(words, 'title', params)}) ${way}`
  if (where === 'anywhere') return `(${wordsSql(words, 'words', params)}) ${way}`
  return `(${wordsSql(words, 'words', params)}) ${way} and (${wordsSql(words, 'title', params)}) is not true`
}
