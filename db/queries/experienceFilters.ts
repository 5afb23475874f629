import type { Params } from './params.ts'

/** What a list of experiences may be narrowed by. */
export interface ExperienceFilters {
  text: TextFilter | null
  placeSlug: string | null
  near: { latitude: number; longitude: number; radiusKm: number } | null
  /** The place's own day; needs `party`. */
  date: string | null
  party: number | null
  category: string | null
  priceMaxMinor: number | null
  currency: string | null
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
  const joins = ['cross join (select seat_now() as at) seat_clock']
  if (filters.date !== null) joins.push(openDaySql(filters.date, filters.party ?? 1, params))
  return { joins: joins.join('\n'), where: where.join('\n and ') }
}

export const earthPoint = ({ latitude, longitude }: { latitude: number; longitude: number }, params: Params): string =>
  `ll_to_earth(${params.add(latitude)}::float8, ${params.add(longitude)}::float8)`

/** The limit keeps this a probe per experience: joined freely, a day's departures of the whole world would be read. */
const openDaySql = (date: string, party: number, params: Params): string => {
  const seats = `${params.add(party)}::int`
  return `cross join lateral (
    select from departures d
    where d.experience_id = e.id and d.local_date = ${params.add(date)}::date
      and d.status = 'open' and d.cutoff_at > seat_clock.at
      and (d.capacity is null or d.capacity - d.seats_taken >= ${seats} or d.capacity - d.seats_taken + (
        select coalesce(sum(h.seats), 0) from holds h
        where h.departure_id = d.id and h.state = 'live' and h.expires_at <= seat_clock.at) >= ${seats})
    limit 1) open_day`
}

const textSql = ({ words, reader, where }: TextFilter, params: Params): string => {
  const found = (weights: string) =>
    `exists (select from experience_texts t where t.experience_id = e.id and t.search @@ (${queryOf(weights)}))`
  const queryOf = (weights: string): string => words.map((word) => wordSql(word, weights)).join(' && ')
  const wordSql = ({ spellings, prefix }: WordFilter, weights: string): string => {
    const marks = weights + (prefix ? '*' : '')
    return `(${spellings.map((word) => `word_query(${params.add(word)}, '${marks}', '${reader}')`).join(' || ')})`
  }
  if (where === 'any') return found('')
  return where === 'title' ? found('AB') : `${found('')} and not ${found('AB')}`
}
