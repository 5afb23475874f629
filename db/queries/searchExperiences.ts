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
import {
  earthPoint,
  experienceFilterSql,
  textQuery,
  type ExperienceFilters,
  type TextFilter,
} from './experienceFilters.ts'
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
  const { text, values } = isByTextAlone(filters) ? countByTextSql(filters) : countSql(filters)
  const row = await queryRow<{ categories: Record<string, number>; whole: boolean }>(em, text, values)
  const byCategory = row?.categories ?? {}
  const total = Object.values(byCategory).reduce((sum, count) => sum + count, 0)
  return { total: Math.min(total, COUNT_MAX), exact: total <= COUNT_MAX && row?.whole === true, byCategory }
}

const countSql = (filters: ExperienceFilters) => {
  const params = createParams()
  const { joins, where } = experienceFilterSql(filters, params)
  return {
    text: `
      select coalesce(jsonb_object_agg(category, found), '{}') as categories, true as whole
      from (select category, count(*) as found
            from (select e.category from experiences e ${joins} where ${where} ${countOrder(filters)} limit ${COUNT_MAX + 1}) as matching
            group by category) as grouped`,
    values: params.values,
  }
}

/** Any order will do. These are an index's, so that without a selective filter the table itself is left alone. */
const countOrder = ({ text, near, placeSlug, openDay, currency }: ExperienceFilters): string => {
  if (text !== null || near !== null || placeSlug !== null || (openDay?.experienceIds ?? null) !== null) return ''
  return currency === null ? 'order by e.category, e.id' : 'order by e.currency, e.price_from_minor, e.id'
}

const isByTextAlone = ({
  text,
  near,
  placeSlug,
  openDay,
  currency,
  priceMaxMinor,
  party,
}: ExperienceFilters): boolean =>
  text !== null && [near, placeSlug, openDay, currency, priceMaxMinor, party].every((filter) => filter === null)

/** Texts, one a language, are read until there must be more than enough experiences behind them. */
const TEXTS_MAX = 2 * (COUNT_MAX + 1)

/** A common word is in so many texts that joining them all first would cost more than the page. */
const countByTextSql = ({ text, category }: ExperienceFilters) => {
  const params = createParams()
  const ofCategory = category === null ? '' : `and e.category = ${params.add(category)}`
  return {
    text: `
      with found as materialized (
        select t.experience_id from experience_texts t where t.search @@ (${textQuery(text as TextFilter, params)}) limit ${TEXTS_MAX})
      select coalesce(jsonb_object_agg(category, found), '{}') as categories, (select count(*) < ${TEXTS_MAX} from found) as whole
      from (select e.category, count(*) as found
            from (select distinct experience_id from found) as once
            cross join lateral (
              select e.category from experiences e where e.id = once.experience_id and e.status = 'published' ${ofCategory}
              limit 1) e
            group by e.category) as grouped`,
    values: params.values,
  }
}
