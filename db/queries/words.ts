import type { Params } from './params.ts'

/** One word to be found: exactly, or in place of a mistyped one by its neighbours. */
export interface WordFilter {
  /** One of these. */
  spellings: readonly string[]
  /** Also longer words that begin so. */
  prefix: boolean
}

/** Words that must all be found in one experience's texts. */
export interface Words {
  words: readonly WordFilter[]
  reader: 'english' | 'spanish'
}

/** Where words are looked for: in titles and names only, or also in what is told. */
export type SearchColumn = 'title' | 'words'

/** The condition on a listing `l`. */
export const wordsSql = ({ words, reader }: Words, column: SearchColumn, params: Params): string => {
  const wordSql = ({ spellings, prefix }: WordFilter): string =>
    `(${spellings.map((word) => `word_query(${params.add(word)}, '${prefix ? '*' : ''}', '${reader}')`).join(' || ')})`
  return `l.${column} @@ (${words.map(wordSql).join(' && ')})`
}
