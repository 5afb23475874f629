import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { queryRows } from '../sql.ts'

export interface PlaceRow {
  slug: string
  name: string
  region: string
  country: string
  time_zone: string
  latitude: number
  longitude: number
  experiences: number
}

const placeColumns = `
  place.slug, coalesce(own.name, english.name) as name, coalesce(own.region, english.region) as region, place.country,
  place.time_zone, place.latitude, place.longitude`
const placeJoins = `
  left join place_texts own on own.place_slug = place.slug and own.locale = $1
  left join place_texts english on english.place_slug = place.slug and english.locale = 'en'`

/** Places with something to do, the most of it first. */
export const findPlaces = (em: SqlEntityManager, locale: string): Promise<PlaceRow[]> =>
  queryRows<PlaceRow>(
    em,
    `select ${placeColumns}, published.experiences
     from (select place_slug, count(*)::int as experiences from experiences where status = 'published' group by place_slug) published
     join places place on place.slug = published.place_slug ${placeJoins}
     order by published.experiences desc, place.slug`,
    [locale],
  )

/** Places of which a word of the name begins like `start`, accents and case ignored, in any language. */
export const findPlacesStarting = (em: SqlEntityManager, start: string, locale: string, limit: number) =>
  queryRows<Pick<PlaceRow, 'slug' | 'name' | 'region' | 'country'>>(
    em,
    `select ${placeColumns} from places place ${placeJoins}
     where exists (select from place_texts t where t.place_slug = place.slug
             and (' ' || lower(plain_text(t.name))) like '% ' || lower(plain_text($2)) || '%')
       and exists (select from experiences e where e.place_slug = place.slug and e.status = 'published')
     order by place.slug limit $3`,
    [locale, start.replace(/[%_\\]/g, '\\$&'), limit],
  )

/** Where a place lies, for a search around it. */
export const findPlacePoint = async (em: SqlEntityManager, slug: string) =>
  (
    await queryRows<{ latitude: number; longitude: number }>(
      em,
      'select latitude, longitude from places where slug = $1',
      [slug],
    )
  )[0] ?? null
