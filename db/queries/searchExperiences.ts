import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { queryRow, queryRows } from '../sql.ts'
import { countMax } from './countByWords.ts'
import { earthPoint, experienceFilterSql, type ExperienceFilters } from './experienceFilters.ts'
import { createParams, type Params } from './params.ts'

export interface FoundRow {
  id: string
  /** Where it stands in the order, for the cursor: metres, or the rating weighted by how many gave one. */
  position: string
}

export interface SearchAsked {
  filters: ExperienceFilters
  /** The position and id after which to go on. */
  after: { position: string; id: string } | null
  limit: number
}

/** A page of experiences: the nearest first when a point is asked for, else the best rated. */
export const searchExperiences = (em: SqlEntityManager, asked: SearchAsked): Promise<FoundRow[]> => {
  const { text, values } = searchSql(asked)
  return queryRows<FoundRow>(em, text, values)
}

export const searchSql = ({ filters, after, limit }: SearchAsked): { text: string; values: readonly unknown[] } => {
  const params = createParams()
  const { joins, where } = experienceFilterSql(filters, params)
  const { expression, direction } = orderOf(filters, params)
  const start = after === null ? '' : startSql(expression, direction, after, params)
  const found = `
    select l.experience_id as id, ${expression} as position from listings l ${joins}
    where ${where} ${start}`
  const order = `order by position ${direction}, id limit ${params.add(limit)}`
  // Few are found first and then put in order, lest the planner walks through the order in search of them.
  const page = filters.text?.few
    ? `with found as materialized (${found}) select id, position from found ${order}`
    : `${found} ${order}`
  const text = `select id, position::text as position from (${page}) as page`
  return { text, values: params.values }
}

type Direction = 'asc' | 'desc'

const orderOf = ({ near }: ExperienceFilters, params: Params): { expression: string; direction: Direction } =>
  near === null
    ? { expression: 'l.rating', direction: 'desc' }
    : { expression: `(l.point <-> ${earthPoint(near, params)})`, direction: 'asc' }

/** The first condition bounds the index, the second settles what stands on the same position. */
const startSql = (
  expression: string,
  direction: Direction,
  after: { position: string; id: string },
  params: Params,
): string => {
  const [position, id] = [`${params.add(after.position)}::float8`, `${params.add(after.id)}::uuid`]
  const beyond = direction === 'asc' ? '>' : '<'
  return `and ${expression} ${beyond}= ${position} and (${expression} ${beyond} ${position} or l.experience_id > ${id})`
}

export interface FoundCount {
  total: number
  /** False when there are more than `countMax`. */
  exact: boolean
}

/** How many there are by category, up to `countMax` in all. */
export const countExperiences = async (
  em: SqlEntityManager,
  filters: ExperienceFilters,
): Promise<FoundCount & { byCategory: Record<string, number> }> => {
  const { text, values } = countSql(filters)
  const row = await queryRow<{ categories: Record<string, number> }>(em, text, values)
  const byCategory = row?.categories ?? {}
  const total = Object.values(byCategory).reduce((sum, count) => sum + count, 0)
  const max = countMax(filters)
  return { total: Math.min(total, max), exact: total <= max, byCategory }
}

const countSql = (filters: ExperienceFilters) => {
  const params = createParams()
  const { joins, where } = experienceFilterSql(filters, params)
  return {
    text: `
      select coalesce(jsonb_object_agg(category, found), '{}') as categories
      from (select category, count(*) as found
            from (select l.category from listings l ${joins} where ${where} ${countOrder(filters)} limit ${countMax(filters) + 1}) as matching
            group by category) as grouped`,
    values: params.values,
  }
}

/** Any order will do. These are an index's that has the category too, so that the table itself is left alone. */
const countOrder = ({ near, placeSlug, openDay, category, currency }: ExperienceFilters): string => {
  if (near !== null || (openDay?.experienceIds ?? null) !== null) return ''
  const rated = 'l.rating desc, l.experience_id'
  if (placeSlug !== null) return `order by l.place_slug, ${rated}`
  if (currency !== null) return 'order by l.currency, l.price_from_minor, l.experience_id'
  if (category !== null) return `order by l.category, ${rated}`
  return openDay === null ? `order by ${rated}` : 'order by l.experience_id'
}
