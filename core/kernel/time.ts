import { Temporal } from 'temporal-polyfill'

/** Where the present comes from. Core never asks the machine: tests pin it. */
export interface Clock {
  now(): Date
}

/** "YYYY-MM-DD" in the zone of the place it is about. */
export type LocalDate = string
/** "HH:MM" on the wall of the place it is about. */
export type LocalTime = string
/** "YYYY-MM-DDTHH:MM" on the wall of the place it is about. */
export type LocalDateTime = string

export const isTimeZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/**
 * The instant of a wall-clock time. TIME-1: in a DST gap it is the first valid minute after, in an overlap the earlier
 * of the two.
 */
export const toInstant = (local: LocalDateTime, timeZone: string): Date => {
  const plain = Temporal.PlainDateTime.from(local)
  const earlier = plain.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  if (earlier.toPlainDateTime().equals(plain)) return new Date(earlier.epochMilliseconds)
  const transition = earlier.getTimeZoneTransition('next')
  return new Date((transition ?? earlier).epochMilliseconds)
}

/** The wall-clock time of an instant, to the minute. */
export const toLocal = (instant: Date, timeZone: string): LocalDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })

/** The calendar day of an instant at a place. */
export const localDateOf = (instant: Date, timeZone: string): LocalDate => toLocal(instant, timeZone).slice(0, 10)

export const addDays = (date: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(date).add({ days }).toString()

/** Every day from `from` to `to`, both included. */
export const daysBetween = (from: LocalDate, to: LocalDate): LocalDate[] => {
  const days: LocalDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export const weekdayOf = (date: LocalDate): number => Temporal.PlainDate.from(date).dayOfWeek

export const addMinutes = (instant: Date, minutes: number): Date => new Date(instant.getTime() + minutes * 60_000)

/** "Fri, 14 May, 06:30" in the reader's language and the place's zone. */
export const formatMoment = (
  instant: Date,
  timeZone: string,
  locale: string,
  style: Intl.DateTimeFormatOptions = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
): string => new Intl.DateTimeFormat(locale, { ...style, timeZone }).format(instant)
