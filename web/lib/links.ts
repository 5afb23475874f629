import { getLocale } from '@mayago/kernel/i18n/runtime.js'

type Value = string | number | null | undefined

/** A path in the reader's language: English bare, Spanish under /es. Empty values leave no trace in the query. */
export const to = (path: string, query: Record<string, Value> = {}): string => inLocale(getLocale(), path, query)

export const inLocale = (locale: 'en' | 'es', path: string, query: Record<string, Value> = {}): string => {
  const prefixed = locale === 'es' ? `/es${path === '/' ? '' : path}` : path
  const pairs = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '')
  const text = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString()
  return text ? `${prefixed}?${text}` : prefixed
}

/** The page we are on, in the other language. */
export const inOtherLocale = (url: URL, locale: 'en' | 'es'): string => {
  const bare = url.pathname.replace(/^\/es(?=\/|$)/, '') || '/'
  return inLocale(locale, bare) + url.search
}
