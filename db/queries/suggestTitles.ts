import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { queryRows } from '../sql.ts'
import { experienceFilterSql } from './experienceFilters.ts'
import { findByWords, type Words } from './findByWords.ts'
import { experienceTextJoins } from './experienceCards.ts'
import { createParams } from './params.ts'

const noFilters = {
  placeSlug: null,
  near: null,
  openDay: null,
  party: null,
  category: null,
  priceMaxMinor: null,
  currency: null,
}

/** The best rated experiences whose title or place has these words. */
export const suggestTitles = async (em: SqlEntityManager, asked: Words, locale: string, limit: number) => {
  const inTitle = await findByWords(em, asked, 'search_title')
  const params = createParams()
  const text = { ...asked, where: 'title', inTitle, anywhere: null } as const
  const { joins, where } = experienceFilterSql({ ...noFilters, text }, params)
  return queryRows<{ slug: string; title: string; place_name: string }>(
    em,
    `with best as materialized (
       select e.id, ((e.rating_sum + 40.0) / (e.rating_count + 10)) as position from experiences e ${joins}
       where ${where} order by position desc, e.id limit ${params.add(limit)})
     select e.slug, text.title, place_text.name as place_name
     from best join experiences e on e.id = best.id ${experienceTextJoins(params.add(locale))}
     order by best.position desc, e.id`,
    params.values,
  )
}
