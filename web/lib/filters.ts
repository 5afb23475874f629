import type { Category, PlaceView } from '@mayago/core/catalog/catalog.view.ts'
import { exponentOf, isCurrency, type Currency } from '@mayago/kernel/money.ts'
import { m } from '@mayago/kernel/i18n/messages.js'
import { categoryName, isCategory } from './categories.ts'
import { isDay } from './days.ts'
import { dayMonth, moneyOf } from './format.ts'

/** A list's address: what was asked, in the words of its query. `priceMax` is in whole units of `currency`. */
export interface Filters {
  q: string
  place: string
  date: string
  party: number | null
  category: Category | ''
  priceMax: number | null
  currency: Currency
  sort: ListSort
}
/** The orders that the page offers, of those the list has. */
export const SORTS = ['recommended', 'price', '-price', '-rating', 'distance'] as const
export type ListSort = (typeof SORTS)[number]
export type FilterName = 'q' | 'place' | 'date' | 'party' | 'category' | 'priceMax'
export const FILTER_NAMES: FilterName[] = ['q', 'place', 'date', 'party', 'category', 'priceMax']

/** Reads what it can; `ignored` is true when something in the address was not a filter's value. */
export const readFilters = (query: URLSearchParams): { filters: Filters; ignored: boolean } => {
  let ignored = false
  const read = <Value>(name: string, parse: (text: string) => Value | null, empty: Value): Value => {
    const text = (query.get(name) ?? '').trim()
    if (text === '') return empty
    const value = parse(text)
    if (value === null) ignored = true
    return value ?? empty
  }
  const whole = (max: number) => (text: string) =>
    /^\d{1,9}$/.test(text) && Number(text) >= 1 && Number(text) <= max ? Number(text) : null
  const filters: Filters = {
    q: read('q', (text) => (text.length <= 80 ? text : null), ''),
    place: read('place', (text) => (/^[\w-]{1,60}$/.test(text) ? text : null), ''),
    date: read('date', (text) => (isDay(text) ? text : null), ''),
    party: read<number | null>('party', whole(40), null),
    category: read<Category | ''>('category', (text) => (isCategory(text) ? text : null), ''),
    priceMax: read<number | null>('priceMax', whole(10_000_000), null),
    currency: read<Currency>('currency', (text) => (isCurrency(text) ? text : null), 'MXN'),
    sort: read<ListSort>('sort', (text) => SORTS.find((sort) => sort === text) ?? null, 'recommended'),
  }
  if (!sortsOf(filters).includes(filters.sort)) filters.sort = 'recommended'
  return { filters, ignored }
}

export const isSet = (filters: Filters, name: FilterName): boolean => filters[name] !== '' && filters[name] !== null

/** What a list with these filters can be ordered by: near to something only where there is a place. */
export const sortsOf = ({ place }: Pick<Filters, 'place'>): ListSort[] =>
  SORTS.filter((sort) => sort !== 'distance' || place !== '')

export const sortWords = (sort: ListSort): string => SORT_WORDS[sort]()
const SORT_WORDS: Record<ListSort, () => string> = {
  recommended: m.list_sort_recommended,
  price: m.list_sort_price_low,
  '-price': m.list_sort_price_high,
  '-rating': m.list_sort_rated,
  distance: m.list_sort_near,
}

/** The query of the same list in its order, without some filters; pages start anew. */
export const queryOf = (filters: Filters, without: FilterName[] = []): Record<string, string | number | null> => {
  const query: Record<string, string | number | null> = {}
  for (const name of FILTER_NAMES) if (isSet(filters, name) && !without.includes(name)) query[name] = filters[name]
  if (query.priceMax !== undefined) query.currency = filters.currency
  const place = without.includes('place') ? '' : filters.place
  if (filters.sort !== 'recommended' && sortsOf({ place }).includes(filters.sort)) query.sort = filters.sort
  return query
}

export const filterWords = (filters: Filters, name: FilterName, places: readonly PlaceView[]): string => {
  switch (name) {
    case 'q':
      return m.list_title_q({ q: filters.q })
    case 'place':
      return places.find(({ slug }) => slug === filters.place)?.name ?? filters.place
    case 'date':
      return dayMonth(filters.date)
    case 'party':
      return m.list_room_for({ count: filters.party ?? 0 })
    case 'category':
      return filters.category === '' ? '' : categoryName(filters.category)
    case 'priceMax':
      return m.list_up_to({ price: moneyOf(toMinor(filters), filters.currency) })
  }
}

export const toMinor = ({ priceMax, currency }: Filters): number => (priceMax ?? 0) * 10 ** exponentOf(currency)
