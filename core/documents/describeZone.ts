import { Temporal } from 'temporal-polyfill'

/**
 * The VTIMEZONE of a zone for a stretch of time (RFC 5545 §3.6.5): the offset in force at `from` and each change until
 * `to`, out of the same zone data that fixed the departure's instant, so that no calendar can disagree with the ticket.
 */
export const describeZone = (timeZone: string, from: Date, to: Date): string => {
  const observances: string[] = []
  let at = zoned(from, timeZone)
  let began: Temporal.ZonedDateTime | null = at.getTimeZoneTransition('previous')
  for (;;) {
    observances.push(observance(at, began))
    const next = at.getTimeZoneTransition('next')
    if (!next || next.epochMilliseconds > to.getTime()) break
    at = began = next
  }
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...observances, 'END:VTIMEZONE'].join('\r\n')
}

const zoned = (instant: Date, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone)

/** DTSTART is the wall time before the change (RFC 5545 §3.8.2.4); a zone that never changed counts from 1970. */
const observance = (at: Temporal.ZonedDateTime, began: Temporal.ZonedDateTime | null): string => {
  const before = began?.subtract({ nanoseconds: 1 }) ?? at
  const onset = began
    ? began.toPlainDateTime().subtract({ nanoseconds: began.offsetNanoseconds - before.offsetNanoseconds })
    : null
  const kind = at.offsetNanoseconds > before.offsetNanoseconds ? 'DAYLIGHT' : 'STANDARD'
  return [
    `BEGIN:${kind}`,
    `DTSTART:${onset ? compact(onset) : '19700101T000000'}`,
    `TZOFFSETFROM:${offset(before)}`,
    `TZOFFSETTO:${offset(at)}`,
    `END:${kind}`,
  ].join('\r\n')
}

const compact = (local: Temporal.PlainDateTime): string =>
  local.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')

const offset = ({ offset: text }: Temporal.ZonedDateTime): string => text.replaceAll(':', '')
