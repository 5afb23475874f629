import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { queryRows } from '../sql.ts'
import { countHaving } from './countByWords.ts'
import { experienceTextJoins } from './experienceCards.ts'
import { searchExperiences } from './searchExperiences.ts'
import type { Words } from './words.ts'

const noFilters = {
  placeSlug: null,
  near: null,
  openDay: null,
  party: null,
  category: null,
  priceMaxMinor: null,
  currency: null,
}

const BEST_RATED = { by: 'rating', descending: true } as const

/** The best rated experiences whose title or place has these words. */
export const suggestTitles = async (em: SqlEntityManager, asked: Words, locale: string, limit: number) => {
  const few = (await countHaving(em, asked, 'title')) !== null
  const filters = { ...noFilters, text: { ...asked, where: 'title', few } } as const
  const best = await searchExperiences(em, { filters, order: BEST_RATED, after: null, limit })
  return queryRows<{ slug: string; title: string; place_name: string }>(
    em,
    `select e.slug, text.title, place_text.name as place_name
     from unnest($1::uuid[]) with ordinality as best(id, place)
     join experiences e on e.id = best.id and e.status = 'published' ${experienceTextJoins('$2')}
     order by best.place`,
    [best.map(({ id }) => id), locale],
  )
}
