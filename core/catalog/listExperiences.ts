import { PAGE_SIZE, toPage } from '@mayago/kernel/page.ts'
import { countByWords, countHaving, countMax, type CountedByWords } from '@mayago/db/queries/countByWords.ts'
import { findExperienceCards, findNextDepartures } from '@mayago/db/queries/experienceCards.ts'
import type { ExperienceFilters, OpenDayFilter, TextFilter } from '@mayago/db/queries/experienceFilters.ts'
import type { ExperienceOrder, ExperiencePosition } from '@mayago/db/queries/experienceOrder.ts'
import { findOpenDay } from '@mayago/db/queries/findOpenDay.ts'
import { findPlacePoint } from '@mayago/db/queries/places.ts'
import { countExperiences, searchExperiences, type FoundCount } from '@mayago/db/queries/searchExperiences.ts'
import { toDepartureFrame } from '@mayago/db/queries/vacancies.ts'
import type { Words } from '@mayago/db/queries/words.ts'
import type { Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'
import type { AskedOrder } from '../listOrder.ts'
import { CATEGORIES, experienceOrder, type ListExperiencesInput } from './catalog.schema.ts'
import type { Category, ExperienceCard, ExperiencePage } from './catalog.view.ts'
import { toExperienceCard } from './catalogViews.ts'
import { experienceCursorParts, readExperienceCursor, type ExperienceCursor, type Tier } from './experienceCursor.ts'
import { exactly, forgive, readerOf, wordsOf } from './searchWords.ts'

/**
 * Published experiences by text, place, day, party, category and price, in the order asked for. CATALOG-1..7, CATALOG-12.
 * Found pages are kept for a while, their seats are not; and with a day, which asks for room, everything is read anew.
 * CATALOG-11. Throws `invalid_input` for a cursor that is not ours.
 */
export const listExperiences = async (ctx: Ctx, input: ListExperiencesInput): Promise<ExperiencePage> => {
  assertCan(ctx, 'catalog.read')
  if (input.date !== undefined) return readPage(ctx, input)
  let isMine = false
  const shelf = wordsOf(input.q ?? '').length === 0 ? 'listings' : 'search'
  const page = await ctx.services.catalogCache.keep(shelf, ['page', ctx.locale, input], () => {
    isMine = true
    return readPage(ctx, input)
  })
  return isMine ? page : withTrueSeats(ctx, page, input.party ?? 1)
}

/** A kept page with each next departure as it is now; what is no longer published is left out. LIVE-1. */
const withTrueSeats = async (ctx: Ctx, page: ExperiencePage, party: number): Promise<ExperiencePage> => {
  const rows = await findNextDepartures(ctx.em, { ids: page.items.map(({ id }) => id), party })
  const next = new Map(rows.map((row) => [row.id, row.next]))
  const items = page.items.flatMap((card): ExperienceCard[] => {
    const row = next.get(card.id)
    return row === undefined ? [] : [{ ...card, next: row === null ? null : toDepartureFrame(row) }]
  })
  return { ...page, items }
}

const readPage = async (ctx: Ctx, input: ListExperiencesInput): Promise<ExperiencePage> => {
  const filters = await toFilters(ctx, input)
  const words = wordsOf(input.q ?? '')
  const { sort, ...sorted } = experienceOrder.of(input.sort)
  const cursor = readExperienceCursor(input.cursor, sort)
  const order = await toOrder(ctx, sorted, filters.near, input.place)
  const asked = { filters, sort, order, locale: ctx.locale, limit: input.limit ?? PAGE_SIZE, cursor }
  if (words.length === 0) return listing(ctx, asked)
  if (cursor === null || !cursor.forgiven) {
    const typed = { words: words.map(exactly), reader: readerOf(ctx.locale) }
    const found = await listingByWords(ctx, asked, typed, false)
    if (found.items.length > 0 || cursor !== null || (await isFound(ctx, typed))) return found
  }
  const forgiven = await forgive(ctx, words)
  if (forgiven === null) return nothing
  const found = await listingByWords(ctx, asked, { words: forgiven, reader: readerOf(ctx.locale) }, true)
  const searchedFor = forgiven.map((word) => word.spellings[0]).join(' ')
  return searchedFor === words.join(' ') ? found : { ...found, searchedFor }
}
const nothing: ExperiencePage = { items: [], nextCursor: null, total: 0, totalIsExact: true }

const isFound = async (ctx: Ctx, words: Words): Promise<boolean> => (await countHaving(ctx.em, words, 'words')) !== 0

interface Asked {
  filters: ExperienceFilters
  sort: Sort
  order: ExperienceOrder
  locale: Ctx['locale']
  limit: number
  cursor: ExperienceCursor | null
}
type Sort = NonNullable<ListExperiencesInput['sort']>

type Count = FoundCount & { byCategory?: Record<string, number> }
type Counting = (filters: ExperienceFilters) => Promise<Required<Count>>

const listing = async (ctx: Ctx, asked: Asked): Promise<ExperiencePage> => {
  const [found, count] = await Promise.all([
    findCards(ctx, asked, [{ tier: 'any', text: null, empty: false }]),
    countAll(asked, (filters) => countExperiences(ctx.em, filters)),
  ])
  return toListing(found, count, asked, false)
}

const listingByWords = async (ctx: Ctx, asked: Asked, words: Words, forgiven: boolean): Promise<ExperiencePage> => {
  const { filters, sort } = asked
  const own = countByWords(ctx.em, words, filters)
  const counting: Counting = async (narrowed) => {
    const same = narrowed.category === filters.category
    const { anywhere, byCategory } = await (same ? own : countByWords(ctx.em, words, narrowed))
    return { total: anywhere ?? countMax(narrowed), exact: anywhere !== null, byCategory }
  }
  const find = async (): Promise<Found> => findCards(ctx, asked, tiersOf(sort, words, await own))
  const [found, count] = await Promise.all([find(), countAll(asked, counting)])
  return toListing(found, count, asked, forgiven)
}

interface Tried {
  tier: Tier
  text: TextFilter | null
  /** Nothing is there: it need not be asked. */
  empty: boolean
}

const tiersOf = (sort: Sort, words: Words, { named, anywhere }: CountedByWords): Tried[] => {
  const few = anywhere !== null
  if (sort !== 'recommended')
    return [{ tier: 'any', text: { ...words, where: 'anywhere', few }, empty: anywhere === 0 }]
  return [
    { tier: 'title', text: { ...words, where: 'title', few: named !== null }, empty: named === 0 },
    { tier: 'rest', text: { ...words, where: 'rest', few }, empty: few && anywhere === named },
  ]
}

interface Found {
  /** One more than the page. */
  rows: readonly { row: ExperiencePosition; tier: Tier }[]
  cards: readonly ExperienceCard[]
}

const toListing = ({ rows, cards }: Found, count: Count, { limit, sort }: Asked, forgiven: boolean): ExperiencePage => {
  const { nextCursor } = toPage(
    rows,
    limit,
    ({ row }) => row.id,
    ({ row, tier }) => experienceCursorParts(sort, { tier, after: row, ...count, forgiven }),
  )
  return {
    items: [...cards],
    nextCursor,
    total: count.total,
    totalIsExact: count.exact,
    ...(count.byCategory ? { facets: { category: wholeFacet(count.byCategory) } } : {}),
  }
}

/** Looks in one tier after the other until the page is full, from where the last one ended. */
const findCards = async (
  ctx: Ctx,
  { filters, order, locale, limit, cursor }: Asked,
  tiers: readonly Tried[],
): Promise<Found> => {
  const rows: { row: ExperiencePosition; tier: Tier }[] = []
  const first = tiers.findIndex(({ tier }) => tier === cursor?.tier)
  for (const { tier, text, empty } of tiers.slice(Math.max(0, first))) {
    const missing = limit + 1 - rows.length
    if (missing === 0) break
    if (empty) continue
    const after = cursor?.tier === tier ? cursor.after : null
    const more = await searchExperiences(ctx.em, { filters: { ...filters, text }, order, after, limit: missing })
    rows.push(...more.map((row) => ({ row, tier })))
  }
  const ids = rows.slice(0, limit).map(({ row }) => row.id)
  const [party, date] = [filters.party ?? 1, filters.openDay?.date ?? null]
  const cards = await findExperienceCards(ctx.em, { ids, locale, party, date })
  return { rows, cards: cards.map((row) => toExperienceCard(row, row.next, locale)) }
}

const countAll = async ({ filters, cursor }: Asked, counting: Counting): Promise<Count> => {
  if (cursor !== null) return { total: cursor.total, exact: cursor.exact }
  const all = await counting({ ...filters, category: null })
  const facets = all.exact ? { byCategory: all.byCategory } : {}
  const { category } = filters
  if (category === null) return { total: all.total, exact: all.exact, ...facets }
  if (all.exact) return { total: all.byCategory[category] ?? 0, exact: true, ...facets }
  const { total, exact } = await counting(filters)
  return { total, exact }
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

const BEST_RATED: ExperienceOrder = { by: 'rating', descending: true }

/** What a sort compares. Of a place that nobody knows there is nothing to be put in order. CATALOG-12. */
const toOrder = async (
  ctx: Ctx,
  { by, descending }: Omit<AskedOrder<Sort>, 'sort'>,
  near: ExperienceFilters['near'],
  place: string | undefined,
): Promise<ExperienceOrder> => {
  if (by === 'price' || by === 'rating') return { by, descending }
  const from = near ?? (by === 'distance' && place !== undefined ? await findPlacePoint(ctx.em, place) : null)
  return from === null ? BEST_RATED : { by: 'distance', from }
}

const openDayOf = async (ctx: Ctx, date: string, party: number): Promise<OpenDayFilter> => ({
  date,
  party,
  experienceIds: await findOpenDay(ctx.em, { date, party }),
})
