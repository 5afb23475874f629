/** Branded UUIDv7 ids (RFC 9562 §5.7), made in the app so that a row's id is known before it is written. */
declare const brand: unique symbol
export type Id<Kind extends string> = string & { readonly [brand]: Kind }

export type UserId = Id<'user'>
export type ProviderId = Id<'provider'>
export type ExperienceId = Id<'experience'>
export type OptionId = Id<'option'>
export type UnitId = Id<'unit'>
export type ScheduleId = Id<'schedule'>
export type DepartureId = Id<'departure'>
export type HoldId = Id<'hold'>
export type BookingId = Id<'booking'>
export type UnitItemId = Id<'unitItem'>
export type PaymentId = Id<'payment'>
export type RefundId = Id<'refund'>
export type TicketId = Id<'ticket'>
export type GuestId = Id<'guest'>
export type SessionId = Id<'session'>
export type ApiKeyId = Id<'apiKey'>
export type WebhookEndpointId = Id<'webhookEndpoint'>

const hex: string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
let pool = new Uint8Array(0)
let used = 0
let lastMillis = 0
let sequence = 0

const randomByte = (): number => {
  if (used === pool.length) {
    pool = crypto.getRandomValues(new Uint8Array(8192))
    used = 0
  }
  return pool[used++] as number
}

/**
 * A new id for the instant `millis` (since the epoch). Ids made in one millisecond keep their order by a 12-bit
 * counter (RFC 9562 §6.2, method 1), so that index pages fill from the left.
 */
export const newId = <Kind extends string>(millis: number): Id<Kind> => {
  if (millis > lastMillis) {
    lastMillis = millis
    sequence = randomByte()
  } else if (++sequence > 0xfff) {
    lastMillis += 1
    sequence = 0
  }
  const time = lastMillis.toString(16).padStart(12, '0')
  const counter = `7${sequence.toString(16).padStart(3, '0')}`
  let tail = hex[(randomByte() & 0x3f) | 0x80] as string
  for (let i = 0; i < 7; i++) tail += hex[randomByte()]
  return `${time.slice(0, 8)}-${time.slice(8)}-${counter}-${tail.slice(0, 4)}-${tail.slice(4)}` as Id<Kind>
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
export const isId = (text: string): boolean => UUID.test(text)

/** Crockford's alphabet without vowels that could spell words: references are read aloud at a gate. */
const LETTERS = '23456789BCDFGHJKMNPQRSTVWXZ'

/** A booking reference people can read aloud, eight letters: 27^8, about 2.8e11 values. */
export const newReference = (): string => {
  let reference = ''
  while (reference.length < 8) {
    const byte = randomByte()
    if (byte < 243) reference += LETTERS[byte % 27]
  }
  return reference
}
