import type { SqlEntityManager } from '@mikro-orm/postgresql'
import type { Currency } from '@mayago/kernel/money.ts'
import type { StoredPicture } from '../entities/catalog.ts'
import { prepared } from '../preparedClient.ts'
import { queryRows } from '../sql.ts'
import { departureFrameColumns, departureFrameJoins, vacanciesColumn, type DepartureFrameRow } from './vacancies.ts'

/** One experience as a list shows it. */
export interface ExperienceCardRow {
  id: string
  slug: string
  title: string
  summary: string
  place_slug: string
  place_name: string
  region: string
  country: string
  time_zone: string
  category: 'water' | 'ruins' | 'food' | 'workshop' | 'nature' | 'town' | 'night'
  latitude: number
  longitude: number
  duration_minutes: number
  languages: string[]
  price_from_minor: string
  currency: Currency
  rating_sum: number
  rating_count: number
  pictures: StoredPicture[]
}

/** Columns over `experiences e` and `experienceTextJoins`. */
export const experienceCardColumns = `
  e.id, e.slug, text.title, text.summary, e.place_slug, place_text.name as place_name, place_text.region, place.country,
  e.time_zone, e.category, e.latitude, e.longitude, e.duration_minutes, e.languages, e.price_from_minor, e.currency,
  e.rating_sum, e.rating_count, e.pictures`

/** Texts in the reader's language, else in English; `locale` is the parameter that holds it. */
export const experienceTextJoins = (locale: string): string => `
  cross join lateral (
    select * from experience_texts t where t.experience_id = e.id
    order by t.locale = ${locale} desc, t.locale = 'en' desc limit 1) text
  join places place on place.slug = e.place_slug
  cross join lateral (
    select t.name, t.region from place_texts t where t.place_slug = e.place_slug
    order by t.locale = ${locale} desc, t.locale = 'en' desc limit 1) place_text`

/**
 * `next_fitting` and `next_any`: an experience's next departure that can still be held by so many, else the next one.
 * `date`, a parameter or null, keeps to one day. The first is `nextColumn`.
 */
export const nextDepartureJoins = (seats: string, date: string | null): string => {
  const next = (name: string, condition: string): string => `
    left join lateral (
      select ${departureFrameColumns} from departures d ${departureFrameJoins}
      where d.experience_id = e.id and d.status = 'open' and d.cutoff_at > seat_clock.at
        and d.local_date ${date === null ? `>= (seat_clock.at at time zone e.time_zone)::date` : `= ${date}::date`}
        and ${condition}
      order by d.local_date, d.local_start limit 1) ${name} on true`
  return (
    next('next_fitting', `(d.capacity is null or ${vacanciesColumn} >= ${seats}::int)`) +
    next('next_any', 'next_fitting.departure_id is null')
  )
}

export const nextColumn =
  'case when next_fitting.departure_id is null then to_jsonb(next_any) else to_jsonb(next_fitting) end as next'

export interface NextRow {
  next: DepartureFrameRow | null
}

export interface CardsAsked {
  ids: readonly string[]
  locale: string
  /** For whom, and on which day, the next departure is sought. */
  party: number
  date: string | null
}

const cardsSql = (date: '$4' | null): string =>
  prepared(`
    select ${experienceCardColumns}, ${nextColumn}
    from unnest($1::uuid[]) with ordinality as page(id, place)
      join experiences e on e.id = page.id and e.status = 'published'
      ${experienceTextJoins('$2')}
      ${nextDepartureJoins('$3', date)}
    order by page.place`)
const [CARDS, CARDS_OF_A_DAY] = [cardsSql(null), cardsSql('$4')]

const NEXT = prepared(`
  select e.id, ${nextColumn}
  from unnest($1::uuid[]) as page(id) join experiences e on e.id = page.id and e.status = 'published'
    ${nextDepartureJoins('$2', null)}`)

/** The next departure of each of these that is still published, with its seats as they are now. */
export const findNextDepartures = (
  em: SqlEntityManager,
  { ids, party }: Pick<CardsAsked, 'ids' | 'party'>,
): Promise<(NextRow & { id: string })[]> => queryRows(em, NEXT, [ids, party])

/** These experiences as a list shows them, in the order asked; one that is no longer published is left out. */
export const findExperienceCards = async (
  em: SqlEntityManager,
  { ids, locale, party, date }: CardsAsked,
): Promise<(ExperienceCardRow & NextRow)[]> => {
  if (ids.length === 0) return []
  if (date === null) return queryRows(em, CARDS, [ids, locale, party])
  return queryRows(em, CARDS_OF_A_DAY, [ids, locale, party, date])
}
