import { toLocal, type LocalDateTime } from './time.ts'
export { zoneCity } from './zoneCity.ts'

/** How a moment at a place is written, with the language named by the caller: mails and documents have no page's locale. */

/** Which regional habits dates and numbers follow: "Sat 15 May", "sáb 15 may". */
const TAGS: Record<string, string> = { en: 'en-GB', es: 'es-MX' }
const tagOf = (locale: string): string => TAGS[locale] ?? locale

/** A wall-clock day or moment, shown as it stands on the wall. */
const wall = (local: string): Date => new Date(`${local.slice(0, 10)}T00:00:00Z`)

const format = (local: string, locale: string, style: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(tagOf(locale), { ...style, timeZone: 'UTC' }).format(wall(local))

/** Spanish puts "de" and dots between day and month, English a comma; a ticket has no room for them. */
const tidy = (text: string): string => text.replaceAll(' de ', ' ').replaceAll(',', '').replaceAll('.', '')

/** "Sat 15 May" */
export const shortDay = (local: string, locale: string): string =>
  tidy(format(local, locale, { weekday: 'short', day: 'numeric', month: 'short' }))

/** "15 May" */
export const dayMonth = (local: string, locale: string): string =>
  tidy(format(local, locale, { day: 'numeric', month: 'short' }))

/** "Saturday 15 May 2027" */
export const longDay = (local: string, locale: string): string =>
  format(local, locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

/** "Saturday" */
export const weekdayName = (local: string, locale: string): string => format(local, locale, { weekday: 'long' })

/** "06:30" off a wall-clock moment. */
export const wallTime = (local: LocalDateTime): string => local.slice(11, 16)

/** "Sat 15 May, 06:30" of an instant, on the wall of its place. */
export const shortMoment = (instant: Date, timeZone: string, locale: string): string => {
  const local = toLocal(instant, timeZone)
  return `${shortDay(local, locale)}, ${wallTime(local)}`
}
