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
    // What begins like a word lies between it and it with the last of all characters: the column's collation is "C".
    `with list as materialized (
       select asked, position, lower(plain_text(asked)) as plain from unnest($1::text[]) with ordinality as list(asked, position)),
     checked as materialized (
       select list.*, exists (select from search_words w where w.word >= plain and w.word < plain || chr(1114111)) as known
       from list)
     select asked, known, nearest from checked
     cross join lateral (
       select coalesce(array_agg(word order by distance), '{}') as nearest
       from (select word, word <-> plain as distance from search_words where not known order by word <-> plain limit 12) as close
     ) as neighbours
     order by position`,
    [words],
  )
