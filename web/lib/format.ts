import type { Currency, Money } from '@mayago/kernel/money.ts'
import { formatMoney, numberFormat } from '@mayago/kernel/money.ts'
import { zoneCity as cityOf } from '@mayago/kernel/zoneCity.ts'
import { m } from '@mayago/kernel/i18n/messages.js'
import { getLocale } from '@mayago/kernel/i18n/runtime.js'

/** Which regional habits dates and numbers follow: "Sat 15 May", "sáb 15 may". */
const TAGS = { en: 'en-GB', es: 'es-MX' } as const
const tag = (): string => TAGS[getLocale()]

const formats = new Map<string, Intl.DateTimeFormat>()
const formatOf = (style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = tag() + JSON.stringify(style)
  let format = formats.get(key)
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(tag(), style)))
  return format
}
/** Spanish puts "de" and dots between day and month; a board has no room for them. */
const tidy = (text: string): string => text.replaceAll(' de ', ' ').replaceAll(',', '').replaceAll('.', '')

/** A wall-clock day or moment, shown as it stands on the wall. */
const wall = (local: string): Date => new Date(`${local.length === 10 ? `${local}T00:00` : local.slice(0, 16)}:00Z`)

export const money = (amount: Money): string => formatMoney(amount, getLocale())
export const moneyOf = (minor: number, currency: Currency): string => money({ minor, currency })

/** "Sat 15 May" */
export const shortDay = (local: string): string =>
  tidy(formatOf({ weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(wall(local)))
/** "15 May" */
export const dayMonth = (local: string): string =>
  tidy(formatOf({ day: 'numeric', month: 'short', timeZone: 'UTC' }).format(wall(local)))
/** "15 May 2027" */
export const datedDay = (local: string): string =>
  tidy(formatOf({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(wall(local)))
/** "Saturday 15 May 2027" */
export const longDay = (local: string): string =>
  formatOf({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(wall(local))
export const weekday = (local: string, style: 'short' | 'long' = 'long'): string =>
  formatOf({ weekday: style, timeZone: 'UTC' }).format(wall(local)).replace('.', '')
/** "May 2027", "Mayo 2027" */
export const monthYear = (month: string): string => {
  const text = formatOf({ month: 'long', year: 'numeric', timeZone: 'UTC' }).format(wall(`${month}-01`))
  return sentence(text.replace(' de ', ' '))
}
/** "May 2027", "mayo de 2027": inside a sentence. */
export const monthInText = (month: string): string =>
  formatOf({ month: 'long', year: 'numeric', timeZone: 'UTC' }).format(wall(`${month.slice(0, 7)}-01`))
export const monthName = (month: string): string =>
  formatOf({ month: 'long', timeZone: 'UTC' }).format(wall(`${month}-01`))
/** "06:30" off a wall-clock moment. */
export const wallTime = (local: string): string => local.slice(11, 16)
/** "Sat 15 May, 06:30" */
export const shortMoment = (local: string): string => `${shortDay(local)}, ${wallTime(local)}`

const TO_THE_SECOND: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
}
/** The wall-clock moment "YYYY-MM-DDTHH:MM:SS" of an instant at a place. */
export const wallOf = (instant: string | Date, timeZone: string): string =>
  clockOf(timeZone).format(new Date(instant)).replace(' ', 'T')
const clocks = new Map<string, Intl.DateTimeFormat>()
const clockOf = (timeZone: string): Intl.DateTimeFormat => {
  let clock = clocks.get(timeZone)
  if (!clock) clocks.set(timeZone, (clock = new Intl.DateTimeFormat('sv-SE', { ...TO_THE_SECOND, timeZone })))
  return clock
}

export const zoneCity = (timeZone: string): string => cityOf(timeZone, getLocale())
/** "Mérida time" */
export const zoneTime = (timeZone: string): string => m.place_time({ place: zoneCity(timeZone) })

const SPANS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const
/** "3 days ago", "hace 3 días"; under a minute it is just now. `now` in milliseconds. */
export const ago = (instant: string, now: number): string => {
  const seconds = Math.max(0, Math.floor((now - Date.parse(instant)) / 1000))
  const [unit, length] = SPANS.find(([, length]) => seconds >= length) ?? [null, 1]
  if (unit === null) return m.just_now()
  return new Intl.RelativeTimeFormat(tag(), { numeric: 'auto' }).format(-Math.floor(seconds / length), unit)
}

export const duration = (minutes: number): string => {
  if (minutes >= 1440 && minutes % 1440 === 0) return m.duration_days({ count: minutes / 1440 })
  if (minutes % 60 === 0) return m.duration_hours({ count: minutes / 60 })
  if (minutes < 60) return m.duration_minutes({ count: minutes })
  return m.duration_hours_minutes({ hours: Math.floor(minutes / 60), minutes: minutes % 60 })
}
/** "4 h", "1 h 30 min", "45 min" */
export const durationShort = (minutes: number): string => {
  if (minutes >= 1440) return duration(minutes)
  if (minutes < 60) return m.minutes_short({ minutes })
  return minutes % 60 === 0
    ? m.hours_short({ hours: minutes / 60 })
    : m.duration_hours_minutes({ hours: Math.floor(minutes / 60), minutes: minutes % 60 })
}

/** Mayan languages that Intl leaves as a bare code. */
const MAYAN: Readonly<Record<string, { en: string; es: string }>> = {
  cak: { en: 'Kaqchikel', es: 'kaqchikel' },
  kek: { en: 'Q’eqchi’', es: 'q’eqchi’' },
  tzo: { en: 'Tsotsil', es: 'tsotsil' },
  yua: { en: 'Maya', es: 'maya' },
}
const lists = new Map<string, Intl.DisplayNames>()
const namesOf = (type: 'language' | 'region'): Intl.DisplayNames => {
  const key = tag() + type
  let names = lists.get(key)
  if (!names) lists.set(key, (names = new Intl.DisplayNames(tag(), { type })))
  return names
}
export const languageNames = (codes: readonly string[]): string => {
  const names = namesOf('language')
  return sentence(codes.map((code) => MAYAN[code]?.[getLocale()] ?? names.of(code) ?? code).join(', '))
}
export const countryName = (code: string): string => namesOf('region').of(code) ?? code
export const rating = (value: number): string =>
  numberFormat(tag(), { minimumFractionDigits: 1, maximumFractionDigits: 2 }).format(value)

export const sentence = (text: string): string => text.charAt(0).toLocaleUpperCase(getLocale()) + text.slice(1)
