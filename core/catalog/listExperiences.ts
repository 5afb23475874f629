import { refuse } from '@mayago/kernel/errors.ts'
import { decodeCursor, PAGE_SIZE, toPage, type Page } from '@mayago/kernel/page.ts'
import type { ExperienceFilters, OpenDayFilter, TextFilter } from '@mayago/db/queries/experienceFilters.ts'
import { findByWords, type WordFilter } from '@mayago/db/queries/findByWords.ts'
import { findOpenDay } from '@mayago/db/queries/findOpenDay.ts'
import { findPlacePoint } from '@mayago/db/queries/places.ts'
import { countExperiences, searchExperiences, type FoundRow } from '@mayago/db/queries/searchExperiences.ts'
import type { Ctx } from '../context.ts'
import { CATEGORIES, type ListExperiencesInput } from './catalog.schema.ts'
import type { Category, ExperienceCard } from './catalog.view.ts'
import { toExperienceCard } from './catalogViews.ts'
import { exactly, forgive, readerOf, wordsOf } from './searchWords.ts'

export interface ExperiencePage extends Page<ExperienceCard> {
  /** How many there are in all; when not exact, at least so many. */
  total: number
  totalIsExact: boolean
  /** How many of each category the other filters leave; only on the first page, and when they could be counted. */
  facets?: { category: Record<Category, number> }
  /** What was looked for instead, when nothing was found for `q` as it was typed. */
  searchedFor?: string
}

/** Published experiences by text, place, day, party, category and price. CATALOG-1..7. */
export const listExperiences = async (ctx: Ctx, input: ListExperiencesInput): Promise<ExperiencePage> => {
  const filters = await toFilters(ctx, input)
  const words = wordsOf(input.q ?? '')
  const cursor = input.cursor === undefined ? null : readCursor(input.cursor)
  const asked = { filters, locale: ctx.locale, limit: input.limit ?? PAGE_SIZE, cursor }
  if (words.length === 0) return listing(ctx, asked, null)
  if (cursor === null || !cursor.forgiven) {
    const found = await findText(ctx, words.map(exactly))
    if (isFound(found) || cursor !== null) return listing(ctx, asked, found)
  }
  const forgiven = await forgive(ctx, words)
  if (forgiven === null) return nothing
  const found = await listing(ctx, asked, await findText(ctx, forgiven), true)
  const searchedFor = forgiven.map((word) => word.spellings[0]).join(' ')
  return searchedFor === words.join(' ') ? found : { ...found, searchedFor }
}

const nothing: ExperiencePage = { items: [], nextCursor: null, total: 0, totalIsExact: true }

type FoundText = Omit<TextFilter, 'where'>

const findText = async (ctx: Ctx, words: readonly WordFilter[]): Promise<FoundText> => {
  const asked = { words, reader: readerOf(ctx.locale) }
  const [inTitle, anywhere] = await Promise.all([
    findByWords(ctx.em, asked, 'search_title'),
    findByWords(ctx.em, asked, 'search'),
  ])
  return { ...asked, inTitle, anywhere }
}

const isFound = ({ anywhere }: FoundText): boolean => anywhere === null || anywhere.length > 0

interface Asked {
  filters: ExperienceFilters
  locale: Ctx['locale']
  limit: number
  cursor: Cursor | null
}

/** Where the last page ended. The first page's count travels along: it is not counted again. */
interface Cursor {
  tier: Tier
  position: string
  id: string
  total: number
  exact: boolean
  forgiven: boolean
}
/** Titles and names come before what only the text mentions. */
type Tier = 'any' | 'title' | 'rest'
const TIERS = ['any', 'title', 'rest'] as const

const listing = async (ctx: Ctx, asked: Asked, text: FoundText | null, forgiven = false): Promise<ExperiencePage> => {
  const [rows, count] = await Promise.all([findRows(ctx, asked, text), countAll(ctx, asked, text)])
  const page = toPage(
    rows,
    asked.limit,
    ({ row }) => toExperienceCard(row, row.next, ctx.locale),
    ({ row, tier }) => [TIERS.indexOf(tier), row.position, row.id, count.total, Number(count.exact), Number(forgiven)],
  )
  return {
    ...page,
    total: count.total,
    totalIsExact: count.exact,
    ...(count.byCategory ? { facets: { category: wholeFacet(count.byCategory) } } : {}),
  }
}

/** One row more than the page: first those whose title or place has the words, then the others. */
const findRows = async (ctx: Ctx, asked: Asked, found: FoundText | null) => {
  const { filters, locale, cursor } = asked
  const tiers: Tier[] = found === null ? ['any'] : cursor?.tier === 'rest' ? ['rest'] : ['title', 'rest']
  const rows: { row: FoundRow; tier: Tier }[] = []
  for (const tier of tiers) {
    const limit = asked.limit + 1 - rows.length
    if (limit === 0) break
    const text = found && { ...found, where: tier }
    const after = cursor?.tier === tier ? cursor : null
    const more = await searchExperiences(ctx.em, { filters: { ...filters, text }, locale, after, limit })
    rows.push(...more.map((row) => ({ row, tier })))
  }
  return rows
}

const countAll = async (ctx: Ctx, { filters, cursor }: Asked, found: FoundText | null) => {
  if (cursor !== null) return { total: cursor.total, exact: cursor.exact }
  const text = found && { ...found, where: 'any' as const }
  const all = await countExperiences(ctx.em, { ...filters, text, category: null })
  const facets = all.exact ? { byCategory: all.byCategory } : {}
  const { category } = filters
  if (category === null) return { total: all.total, exact: all.exact, ...facets }
  if (all.exact) return { total: all.byCategory[category] ?? 0, exact: true, ...facets }
  const own = await countExperiences(ctx.em, { ...filters, text })
  return { total: own.total, exact: own.exact }
}

const wholeFacet = (counts: Record<string, number>): Record<Category, number> =>
  Object.fromEntries(CATEGORIES.map((category) => [category, counts[category] ?? 0])) as Record<Category, number>

const RADIUS_KM = 25

const toFilters = async (ctx: Ctx, input: ListExperiencesInput): Promise<ExperienceFilters> => {
  const aroundPlace = input.place !== undefined && input.radiusKm !== undefined && input.lat === undefined
  const point =
    input.lat !== undefined && input.lng !== undefined
      ? { latitude: input.lat, longitude: input.lng }
      : aroundPlace
        ? await findPlacePoint(ctx.em, input.place as string)
        : null
  return {
    text: null,
    placeSlug: aroundPlace && point !== null ? null : (input.place ?? null),
    near: point === null ? null : { ...point, radiusKm: input.radiusKm ?? RADIUS_KM },
    openDay: input.date === undefined ? null : await openDayOf(ctx, input.date, input.party ?? 1),
    party: input.party ?? null,
    category: input.category ?? null,
    priceMaxMinor: input.priceMax ?? null,
    currency: input.currency ?? null,
  }
}

const openDayOf = async (ctx: Ctx, date: string, party: number): Promise<OpenDayFilter> => ({
  date,
  party,
  experienceIds: await findOpenDay(ctx.em, { date, party }),
})

const readCursor = (text: string): Cursor => {
  const [tier, position, id, total, exact, forgiven] = decodeCursor(text) ?? []
  const sound =
    typeof tier === 'number' &&
    TIERS[tier] !== undefined &&
    typeof position === 'string' &&
    /^\d{1,9}(\.\d{1,30})?$/.test(position) &&
    typeof id === 'string' &&
    /^[0-9a-f-]{36}$/.test(id) &&
    typeof total === 'number'
  if (!sound) throw refuse('invalid_input', { issues: [{ path: 'cursor', message: 'is not one of ours' }] })
  return { tier: TIERS[tier] as Tier, position, id, total, exact: exact === 1, forgiven: forgiven === 1 }
}
