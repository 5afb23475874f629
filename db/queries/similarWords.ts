import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { queryRows } from '../sql.ts'

export interface SimilarWords {
  asked: string
  /** Whether texts have this word, or one that begins so. */
  known: boolean
  /** The nearest by shared trigrams, nearest first. */
  nearest: string[]
}

/** What our texts have instead of words that were not found. Accents are ignored. */
export const similarWords = (em: SqlEntityManager, words: readonly string[]): Promise<SimilarWords[]> =>
  queryRows<SimilarWords>(
    em,
    `select asked, known, case when known then '{}'::text[] else nearest end as nearest
     from unnest($1::text[]) with ordinality as list(asked, position)
     cross join lateral (select lower(plain_text(asked)) as plain) as bare
     cross join lateral (select exists (select from search_words w where w.word ^@ plain) as known) as checked
     cross join lateral (
       select coalesce(array_agg(word order by distance), '{}') as nearest
       from (select word, word <-> plain as distance from search_words where not known order by word <-> plain limit 12) as close
     ) as neighbours
     order by position`,
    [words],
  )
