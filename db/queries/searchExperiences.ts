import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { queryRow, queryRows } from '../sql.ts'
import { countMax } from './countByWords.ts'
import { experienceFilterSql, type ExperienceFilters } from './experienceFilters.ts'
import { experienceOrderSql, type ExperienceOrder, type ExperiencePosition } from './experienceOrder.ts'
import { createParams } from './params.ts'

export interface SearchAsked {
  filters: ExperienceFilters
  order: ExperienceOrder
  /** After which to go on. */
  after: ExperiencePosition | null
  limit: number
}

/** A page of experiences: of each, where it stands in the order. */
export const searchExperiences = (em: SqlEntityManager, asked: SearchAsked): Promise<ExperiencePosition[]> => {
  const { text, values } = searchSql(asked)
  return queryRows<ExperiencePosition>(em, text, values)
}

export const searchSql = ({
  filters,
  order,
  after,
  limit,
}: SearchAsked): { text: string; values: readonly unknown[] } => {
  const params = createParams()
  const { joins, where } = experienceFilterSql(filters, params)
  const { keys, direction, idDirection, start } = experienceOrderSql(order, after, params)
  const names = keys.map((_, n) => `key${n}`)
  const found = `
    select l.experience_id as id, ${keys.map((key, n) => `${key} as ${names[n]}`).join(', ')} from listings l ${joins}
    where ${where} and ${start}`
  const sorted = `order by ${names.map((name) => `${name} ${direction}, `).join('')} id ${idDirection} limit ${params.add(limit)}`
  // Few are found first and then put in order, lest the planner walks through the order in search of them.
  const page = filters.text?.few
    ? `with found as materialized (${found}) select * from found ${sorted}`
    : `${found} ${sorted}`
  const text = `select id, jsonb_build_array(${names.map((name) => `${name}::text`).join(', ')}) as keys from (${page}) as page`
  return { text, values: params.values }
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
