import { listExperiences } from '@mayago/core/catalog/index.ts'
import type { ListExperiencesInput } from '@mayago/core/catalog/catalog.schema.ts'
import { localDateOf } from '@mayago/kernel/time.ts'
import { FILTER_NAMES, isSet, readFilters, toMinor, type FilterName, type Filters } from '$lib/filters.ts'
import { loading } from '$lib/server/refusing.ts'
import type { PageServerLoad } from './$types'

const PAGE = 24

export const load: PageServerLoad = ({ locals, locals: { ctx }, url }) =>
  loading(locals, ['search'], async () => {
    const { filters, ignored } = readFilters(url.searchParams)
    const cursor = url.searchParams.get('cursor') ?? undefined
    const list = await listExperiences(ctx, { ...toInput(filters), limit: PAGE, ...(cursor ? { cursor } : {}) })
    return {
      filters,
      ignored,
      cards: list.items,
      total: list.total,
      nextCursor: list.nextCursor,
      categories: list.facets?.category ?? null,
      view: url.searchParams.get('view') === 'map' ? ('map' as const) : ('list' as const),
      today: localDateOf(ctx.now, 'UTC'),
      ways: list.total === 0 ? await waysOut(ctx, filters) : [],
    }
  })

const toInput = (filters: Filters, without?: FilterName): ListExperiencesInput => {
  const kept = (name: FilterName): boolean => name !== without && isSet(filters, name)
  return {
    ...(kept('q') && { q: filters.q }),
    ...(kept('place') && { place: filters.place }),
    ...(kept('date') && { date: filters.date }),
    ...(kept('party') && { party: filters.party ?? 1 }),
    ...(kept('category') && filters.category !== '' && { category: filters.category }),
    ...(kept('priceMax') && { priceMax: toMinor(filters), currency: filters.currency }),
    ...(without === undefined && { sort: filters.sort }),
  }
}

/** When nothing fits: how many would, with one filter taken off. */
const waysOut = async (ctx: App.Locals['ctx'], filters: Filters): Promise<{ without: FilterName; total: number }[]> => {
  const set = FILTER_NAMES.filter((name) => isSet(filters, name))
  const ways = await Promise.all(
    set.map(async (without) => ({
      without,
      total: (await listExperiences(ctx, { ...toInput(filters, without), limit: 1 })).total,
    })),
  )
  return ways.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total)
}
