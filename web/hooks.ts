import { deLocalizeUrl } from '@mayago/kernel/i18n/runtime.js'

/** One set of routes for both languages: `/es/experiences` is the route `/experiences`, read in Spanish. */
export const reroute = ({ url }: { url: URL }): string =>
  url.pathname.startsWith('/api/') ? url.pathname : deLocalizeUrl(url).pathname
