import { findPlacesStarting } from '@mayago/db/queries/places.ts'
import { suggestTitles } from '@mayago/db/queries/suggestTitles.ts'
import type { WordFilter } from '@mayago/db/queries/words.ts'
import type { Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'
import type { SuggestInput } from './catalog.schema.ts'
import { exactly, forgive, readerOf, wordsOf } from './searchWords.ts'

export interface Suggestion {
  kind: 'place' | 'experience'
  slug: string
  title: string
  subtitle: string
}

const PLACES = 3
const ALL = 8

/** What somebody who is still typing may mean: places first, then experiences. From two letters on. */
export const suggest = async (ctx: Ctx, { q }: SuggestInput): Promise<Suggestion[]> => {
  assertCan(ctx, 'catalog.read')
  const words = wordsOf(q)
  if (words.join('').length < 2) return []
  const typed = await suggestFor(ctx, words.join(' '), words.map(open))
  if (typed.length > 0) return typed
  const meant = await forgive(ctx, words)
  return meant === null ? [] : suggestFor(ctx, meant.map((word) => word.spellings[0]).join(' '), meant)
}

/** Only the last word can be unfinished. */
const open = (word: string, index: number, words: readonly string[]): WordFilter =>
  index === words.length - 1 ? { spellings: [word], prefix: true } : exactly(word)

const suggestFor = async (ctx: Ctx, start: string, words: readonly WordFilter[]): Promise<Suggestion[]> => {
  const [places, titles] = await Promise.all([
    findPlacesStarting(ctx.em, start, ctx.locale, PLACES),
    suggestTitles(ctx.em, { words, reader: readerOf(ctx.locale) }, ctx.locale, ALL),
  ])
  return [
    ...places.map(({ slug, name, region }) => ({ kind: 'place' as const, slug, title: name, subtitle: region })),
    ...titles.map(({ slug, title, place_name }) => ({
      kind: 'experience' as const,
      slug,
      title,
      subtitle: place_name,
    })),
  ].slice(0, ALL)
}
