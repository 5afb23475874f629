import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { queryRow } from '../sql.ts'
import { createParams, type Params } from './params.ts'

/** One word to be found: exactly, or in place of a mistyped one by its neighbours. */
export interface WordFilter {
  /** One of these. */
  spellings: readonly string[]
  /** Also longer words that begin so. */
  prefix: boolean
}

/** Words that must all be found in one text. */
export interface Words {
  words: readonly WordFilter[]
  reader: 'english' | 'spanish'
}

/** Where words are looked for: in titles and names only, or also in what is told. */
export type SearchColumn = 'search_title' | 'search'

/** The condition on a text `t`. */
export const wordsSql = ({ words, reader }: Words, column: SearchColumn, params: Params): string => {
  const wordSql = ({ spellings, prefix }: WordFilter): string =>
    `(${spellings.map((word) => `word_query(${params.add(word)}, '${prefix ? '*' : ''}', '${reader}')`).join(' || ')})`
  return `t.${column} @@ (${words.map(wordSql).join(' && ')})`
}

/** Two languages of a thousand experiences, and one more. */
const TEXTS_MAX = 2002

/**
 * The experiences with these words in a text; null when they are in more than two thousand texts. A rare word is found
 * by its index and a common one by asking each experience in order: PostgreSQL cannot tell them apart beforehand, and
 * to take one for the other would cost a hundred times as much.
 */
export const findByWords = async (
  em: SqlEntityManager,
  words: Words,
  column: SearchColumn,
): Promise<string[] | null> => {
  const params = createParams()
  // Materialized without its limit, it is planned to be read whole, which is by the index; it is read no further than asked.
  const row = await queryRow<{ ids: string[] | null }>(
    em,
    `with found as materialized (select t.experience_id from experience_texts t where ${wordsSql(words, column, params)})
     select case when count(*) < ${TEXTS_MAX} then coalesce(array_agg(distinct experience_id), '{}') end as ids
     from (select experience_id from found limit ${TEXTS_MAX}) as first`,
    params.values,
  )
  return row?.ids ?? null
}
