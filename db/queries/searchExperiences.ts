import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { queryRow, queryRows } from '../sql.ts'
import {
  experienceCardColumns,
  experienceTextJoins,
  nextColumn,
  nextDepartureJoins,
  type ExperienceCardRow,
  type NextRow,
} from './experienceCards.ts'
import { earthPoint, experienceFilterSql, type ExperienceFilters } from './experienceFilters.ts'
import { createParams, type Params } from './params.ts'

export interface FoundRow extends ExperienceCardRow, NextRow {
  /** Where it stands in the order, for the cursor: metres, or the rating weighted by how many gave one. */
  position: string
}

export interface SearchAsked {
  filters: ExperienceFilters
  locale: string
  /** The position and id after which to go on. */
  after: { position: string; id: string } | null
  limit: number
}

/** A page of experiences: the nearest first when a point is asked for, else the best rated. */
export const searchExperiences = (em: SqlEntityManager, asked: SearchAsked): Promise<FoundRow[]> => {
  const { text, values } = searchSql(asked)
  return queryRows<FoundRow>(em, text, values)
}

export const searchSql = ({
  filters,
  locale,
  after,
  limit,
}: SearchAsked): { text: string; values: readonly unknown[] } => {
  const params = createParams()
  const { joins, where } = experienceFilterSql(filters, params)
  const order = orderOf(filters, params)
  const start = after === null ? '' : startSql(order, after, params)
  const date = filters.openDay === null ? null : params.add(filters.openDay.date)
  const text = `
    with page as materialized (
      select e.id, ${order.expression} as position from experiences e ${joins}
      where ${where} ${start}
      order by ${order.expression} ${order.direction}, e.id limit ${params.add(limit)})
    select ${experienceCardColumns}, ${nextColumn}, page.position::text as position
    from page join experiences e on e.id = page.id
      ${experienceTextJoins(params.add(locale))}
      ${nextDepartureJoins(params.add(filters.party ?? 1), date)}
    order by page.position ${order.direction}, e.id`
  return { text, values: params.values }
}

interface Order {
  expression: string
  direction: 'asc' | 'desc'
  type: 'float8' | 'numeric'
}

const orderOf = ({ near }: ExperienceFilters, params: Params): Order =>
  near === null
    ? { expression: '((e.rating_sum + 40.0) / (e.rating_count + 10))', direction: 'desc', type: 'numeric' }
    : {
        expression: `(ll_to_earth(e.latitude, e.longitude) <-> ${earthPoint(near, params)})`,
        direction: 'asc',
        type: 'float8',
      }

/** The first condition bounds the index, the second settles what stands on the same position. */
const startSql = (
  { expression, direction, type }: Order,
  after: { position: string; id: string },
  params: Params,
): string => {
  const [position, id] = [`${params.add(after.position)}::${type}`, `${params.add(after.id)}::uuid`]
  const beyond = direction === 'asc' ? '>' : '<'
  return `and ${expression} ${beyond}= ${position} and (${expression} ${beyond} ${position} or e.id > ${id})`
}

/** Counting stops here: past it a number helps nobody choose, and would cost more than the page. */
export const COUNT_MAX = 1000

export interface FoundCount {
  total: number
  /** False when there are more than `COUNT_MAX`. */
  exact: boolean
}

/** How many there are by category, up to `COUNT_MAX` in all. */
export const countExperiences = async (
  em: SqlEntityManager,
  filters: ExperienceFilters,
): Promise<FoundCount & { byCategory: Record<string, number> }> => {
  if (isCommonTextAlone(filters)) return { total: COUNT_MAX, exact: false, byCategory: {} }
  const { text, values } = countSql(filters)
  const row = await queryRow<{ categories: Record<string, number> }>(em, text, values)
  const byCategory = row?.categories ?? {}
  const total = Object.values(byCategory).reduce((sum, count) => sum + count, 0)
  return { total: Math.min(total, COUNT_MAX), exact: total <= COUNT_MAX, byCategory }
}

/** Words in too many texts to name are in more experiences than are counted. */
const isCommonTextAlone = ({ text, ...others }: ExperienceFilters): boolean =>
  text !== null && text.anywhere === null && Object.values(others).every((filter) => filter === null)

const countSql = (filters: ExperienceFilters) => {
  const params = createParams()
  const { joins, where } = experienceFilterSql(filters, params)
  return {
    text: `
      select coalesce(jsonb_object_agg(category, found), '{}') as categories
      from (select category, count(*) as found
            from (select e.category from experiences e ${joins} where ${where} ${countOrder(filters)} limit ${COUNT_MAX + 1}) as matching
            group by category) as grouped`,
    values: params.values,
  }
}

/** Any order will do. These are an index's, so that without a selective filter the table itself is left alone. */
const countOrder = ({ text, near, placeSlug, openDay, currency }: ExperienceFilters): string => {
  const named = (text?.anywhere ?? null) !== null || (openDay?.experienceIds ?? null) !== null
  if (named || near !== null) return ''
  if (placeSlug !== null) return 'order by e.place_slug, e.id'
  return currency === null ? 'order by e.category, e.id' : 'order by e.currency, e.price_from_minor, e.id'
}
