import type { SqlEntityManager } from '@mikro-orm/postgresql'
import type { StoredPolicy } from '../entities/catalog.ts'
import { queryRow } from '../sql.ts'
import { experienceCardColumns, experienceTextJoins, type ExperienceCardRow } from './experienceCards.ts'

/** All about one experience. JSON parts come ready in the reader's language. */
export interface ExperienceRow extends ExperienceCardRow {
  description: string
  itinerary: { at: string; text: string }[]
  meeting_point: { name: string; address: string; hint: string }
  included: string[]
  not_included: string[]
  good_to_know: string[]
  policy: StoredPolicy
  party_max: number
  provider_id: string
  options: OptionRow[]
}

export interface OptionRow {
  id: string
  title: string
  durationMinutes: number
  cutoffMinutes: number
  availability: 'start_times' | 'opening_hours'
  units: UnitRow[]
}

export interface UnitRow {
  id: string
  type: 'ADULT' | 'CHILD' | 'INFANT' | 'YOUTH' | 'SENIOR' | 'GROUP'
  title: string
  priceMinor: number
  seatsPerUnit: number
  ageMin: number | null
  ageMax: number | null
  min: number
  max: number
  accompanied: boolean
}

/** A published experience by its id or slug. */
export const findExperience = (em: SqlEntityManager, by: { id: string } | { slug: string }, locale: string) =>
  queryRow<ExperienceRow>(
    em,
    `select ${experienceCardColumns}, e.policy, e.party_max,
       text.description, text.itinerary, text.meeting_point, text.included, text.not_included, text.good_to_know,
       e.provider_id,
       coalesce((
         select jsonb_agg(jsonb_build_object('id', o.id, 'title', ${titled('title', 'option_texts', 'option_id = o.id')},
           'durationMinutes', o.duration_minutes, 'cutoffMinutes', o.cutoff_minutes, 'availability', o.availability,
           'units', coalesce((
             select jsonb_agg(jsonb_build_object('id', u.id, 'type', u.type,
               'title', ${titled('title', 'unit_texts', 'unit_id = u.id')}, 'priceMinor', u.price_minor,
               'seatsPerUnit', u.seats_per_unit, 'ageMin', u.age_min, 'ageMax', u.age_max, 'min', u.min_quantity,
               'max', u.max_quantity, 'accompanied', u.accompanied) order by u.position, u.id)
             from units u where u.option_id = o.id), '[]')) order by o.position, o.id)
         from options o where o.experience_id = e.id), '[]') as options
     from experiences e ${experienceTextJoins('$2')}
     where ${'id' in by ? 'e.id = $1::uuid' : 'e.slug = $1'} and e.status = 'published'`,
    ['id' in by ? by.id : by.slug, locale],
  )

/** The reader's language first, then English, then whatever there is. */
const titled = (column: string, table: string, condition: string): string =>
  `(select ${column} from ${table} where ${condition} order by locale = $2 desc, locale = 'en' desc limit 1)`
