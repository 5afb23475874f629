import { similarWords, type SimilarWords } from '@mayago/db/queries/similarWords.ts'
import type { WordFilter, Words } from '@mayago/db/queries/words.ts'
import type { Ctx, Locale } from '../context.ts'
import { isMistypedFor } from './spelling.rules.ts'

const WORDS_MAX = 8

/** The words of what somebody typed: accents, case and punctuation gone, at most eight. */
export const wordsOf = (text: string): string[] =>
  (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{Nd}]+/gu) ?? []
  ).slice(0, WORDS_MAX)

/** Whose stop words ask for nothing. */
export const readerOf = (locale: Locale): Words['reader'] => (locale === 'es' ? 'spanish' : 'english')

export const exactly = (word: string): WordFilter => ({ spellings: [word], prefix: false })

/**
 * What to look for when the words as typed found nothing: known ones also as beginnings, unknown ones as the words of
 * our texts that they were probably meant to be. Null when there is nothing better to look for.
 */
export const forgive = async (ctx: Ctx, words: readonly string[]): Promise<WordFilter[] | null> => {
  const filters = (await similarWords(ctx.em, words)).map(meant)
  return filters.every((filter) => filter !== null) ? filters : null
}

const meant = ({ asked, known, nearest }: SimilarWords): WordFilter | null => {
  if (known) return { spellings: [asked], prefix: true }
  const spellings = nearest.filter((word) => isMistypedFor(asked, word)).slice(0, 3)
  return spellings.length === 0 ? null : { spellings, prefix: false }
}
