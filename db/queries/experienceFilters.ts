import { wordsSql, type SearchColumn, type Words } from './findByWords.ts'
import { openWithRoom } from './findOpenDay.ts'
import type { Params } from './params.ts'

/** What a list of experiences may be narrowed by. */
export interface ExperienceFilters {
  text: TextFilter | null
  placeSlug: string | null
  near: { latitude: number; longitude: number; radiusKm: number } | null
  openDay: OpenDayFilter | null
  /** How many an experience must take in one party. */
  party: number | null
  category: string | null
  priceMaxMinor: number | null
  currency: string | null
}

/** A day, as each place has it, with room for a party. */
export interface OpenDayFilter {
  date: string
  party: number
  /** All that go on that day, when they are few enough to name (`findOpenDay`). */
  experienceIds: readonly string[] | null
}

/** Words, and the experiences that have them where they are few enough to name (`findByWords`). */
export interface TextFilter extends Words {
  /** `title`: in titles and names. `rest`: elsewhere, and not there. `any`: wherever. */
  where: 'title' | 'rest' | 'any'
  inTitle: readonly string[] | null
  anywhere: readonly string[] | null
}

export interface FilterSql {
  /** After `experiences e`; brings `seat_clock`. */
  joins: string
  where: string
}

/** The filters as SQL over `experiences e`. Only what is published is ever listed. */
export const experienceFilterSql = (filters: ExperienceFilters, params: Params): FilterSql => {
  const where = [`e.status = 'published'`]
  const { near } = filters
  if (filters.category !== null) where.push(`e.category = ${params.add(filters.category)}`)
  if (filters.placeSlug !== null) where.push(`e.place_slug = ${params.add(filters.placeSlug)}`)
  if (filters.currency !== null) where.push(`e.currency = ${params.add(filters.currency)}`)
  if (filters.priceMaxMinor !== null) where.push(`e.price_from_minor <= ${params.add(filters.priceMaxMinor)}::bigint`)
  if (filters.party !== null) where.push(`e.party_max >= ${params.add(filters.party)}::int`)
  if (near !== null) {
    const [center, metres] = [earthPoint(near, params), `${params.add(near.radiusKm * 1000)}::float8`]
    where.push(`earth_box(${center}, ${metres}) @> ll_to_earth(e.latitude, e.longitude)`)
    where.push(`earth_distance(${center}, ll_to_earth(e.latitude, e.longitude)) <= ${metres}`)
  }
  if (filters.text !== null) where.push(textSql(filters.text, params))
  if (filters.openDay !== null) where.push(openDaySql(filters.openDay, params))
  return { joins: 'cross join (select seat_now() as at) seat_clock', where: where.join('\n and ') }
}

export const earthPoint = ({ latitude, longitude }: { latitude: number; longitude: number }, params: Params): string =>
  `ll_to_earth(${params.add(latitude)}::float8, ${params.add(longitude)}::float8)`

/** Those known to go on that day, else a probe each: the limit keeps it one, where a join would read the whole day. */
const openDaySql = ({ date, party, experienceIds }: OpenDayFilter, params: Params): string => {
  if (experienceIds !== null) return `e.id = any(${params.add(experienceIds)}::uuid[])`
  return `(select true from departures d
    where d.experience_id = e.id and d.local_date = ${params.add(date)}::date and ${openWithRoom(`${params.add(party)}::int`)}
    limit 1)`
}

const textSql = (text: TextFilter, params: Params): string => {
  const has = (column: SearchColumn, ids: readonly string[] | null): string =>
    ids !== null
      ? `e.id = any(${params.add(ids)}::uuid[])`
      : `(select true from experience_texts t where t.experience_id = e.id and ${wordsSql(text, column, params)} limit 1)`
  if (text.where === 'title') return has('search_title', text.inTitle)
  const anywhere = has('search', text.anywhere)
  return text.where === 'any' ? anywhere : `${anywhere} and (${has('search_title', text.inTitle)}) is not true`
}
