import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { queryRow } from '../sql.ts'
import { experienceFilterSql, type ExperienceFilters } from './experienceFilters.ts'
import { createParams } from './params.ts'
import { wordsSql, type SearchColumn, type Words } from './words.ts'

/** Counting stops here: past it a number helps nobody choose, and would cost more than the page. */
export const COUNT_MAX = 1000
/** And here on a day when very many go: for each of them its departures are looked up. */
export const COUNT_OPEN_MAX = 300

export const countMax = ({ openDay }: Pick<ExperienceFilters, 'openDay'>): number =>
  openDay !== null && openDay.experienceIds === null ? COUNT_OPEN_MAX : COUNT_MAX

export interface CountedByWords {
  /** How many have the words in title or names; null past `countMax`. */
  named: number | null
  /** How many have them anywhere; null past `countMax`. */
  anywhere: number | null
  /** Those that have them anywhere, when they could be counted. */
  byCategory: Record<string, number>
}

/**
 * How many have these words and pass the other filters. It also tells rare words, whose every place the index lists, from
 * common ones, which are found sooner by asking listings in order: PostgreSQL cannot tell them apart beforehand.
 */
export const countByWords = async (
  em: SqlEntityManager,
  words: Words,
  filters: Omit<ExperienceFilters, 'text'>,
): Promise<CountedByWords> => {
  const [params, max] = [createParams(), countMax(filters)]
  const { joins, where } = experienceFilterSql({ ...filters, text: null }, params)
  const having = (column: SearchColumn): string =>
    `select l.experience_id, l.category from listings l ${joins} where ${wordsSql(words, column, params)} and ${where}`
  // Materialized without their limit, they are planned to be read whole, which is by the index; they are read no
  // further than asked.
  const row = await queryRow<{ named: number; anywhere: number; categories: Record<string, number> }>(
    em,
    `with all_named as materialized (${having('title')}),
       named as materialized (select from all_named limit ${max + 1}),
       all_anywhere as materialized (${having('words')} and (select count(*) from named) <= ${max}),
       anywhere as materialized (select category from all_anywhere limit ${max + 1})
     select (select count(*) from named)::int as named, (select count(*) from anywhere)::int as anywhere,
       (select coalesce(jsonb_object_agg(category, found), '{}')
        from (select category, count(*) as found from anywhere group by category) as grouped) as categories`,
    params.values,
  )
  const { named = 0, anywhere = 0, categories = {} } = row ?? {}
  if (named > max) return { named: null, anywhere: null, byCategory: {} }
  if (anywhere > max) return { named, anywhere: null, byCategory: {} }
  return { named, anywhere, byCategory: categories }
}

/** How many have these words, whatever else is asked; null past `COUNT_MAX`. */
export const countHaving = async (em: SqlEntityManager, words: Words, column: SearchColumn): Promise<number | null> => {
  const params = createParams()
  const row = await queryRow<{ count: number }>(
    em,
    `with found as materialized (select from listings l where ${wordsSql(words, column, params)})
     select count(*)::int as count from (select from found limit ${COUNT_MAX + 1}) as first`,
    params.values,
  )
  const count = row?.count ?? 0
  return count > COUNT_MAX ? null : count
}
