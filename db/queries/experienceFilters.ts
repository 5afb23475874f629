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

/** Words that must all be found: the exact ones, or in place of a mistyped one its neighbours. */
export interface TextFilter {
  words: readonly WordFilter[]
  reader: 'english' | 'spanish'
  /** `title`: in titles and names. `rest`: elsewhere, and not there. `any`: wherever. */
  where: 'title' | 'rest' | 'any'
}

export interface WordFilter {
  /** One of these. */
  spellings: readonly string[]
  /** Also longer words that begin so. */
  prefix: boolean
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
  const found = (weights: string) =>
    `exists (select from experience_texts t where t.experience_id = e.id and t.search @@ (${textQuery(text, params, weights)}))`
  if (text.where === 'any') return found('')
  return text.where === 'title' ? found('AB') : `${found('')} and not ${found('AB')}`
}

/** Every word, by one of its spellings, as a tsquery; `weights` as in `AB` for titles and names. */
export const textQuery = ({ words, reader }: TextFilter, params: Params, weights = ''): string => {
  const wordSql = ({ spellings, prefix }: WordFilter): string => {
    const marks = weights + (prefix ? '*' : '')
    return `(${spellings.map((word) => `word_query(${params.add(word)}, '${marks}', '${reader}')`).join(' || ')})`
  }
  return words.map(wordSql).join(' && ')
}
