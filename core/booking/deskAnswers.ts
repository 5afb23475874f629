import type { HoldId } from '@mayago/kernel/ids.ts'
import { addMinutes } from '@mayago/kernel/time.ts'
import { money, times } from '@mayago/kernel/money.ts'
import type { Locale } from '../context.ts'
import { toPartyItem, type OfferRow, type PricedLine } from '../pricing/index.ts'
import type { HoldView } from './booking.view.ts'
import type { DeskAnswer } from './deskBatch.ts'
import type { Granted } from './deskRows.ts'
import { extensionOf, type HoldRules, type Standing, type StandingHold } from './hold.rules.ts'

/**
 * What a kept answer says. A grant keeps what its view is made of rather than the view, because every hold writes one:
 * hold, when it was made, language, and unit, quantity and minor units of each line.
 */
export type StoredText =
  Stepped | { hold: HoldId; at: number; locale: Locale; lines: [unitId: string, quantity: number, minor: number][] }

/** A hold after a step, as far as only the step knows: what else there is to say of it may be read later. */
export interface Stepped {
  id: string
  expiresAt: string
}

export const toStepped = ({ id, expiresAt }: StandingHold): Stepped => ({ id, expiresAt: expiresAt.toISOString() })

export const toGrantText = ({ id, party }: Granted, now: Date, locale: Locale): string =>
  JSON.stringify({
    hold: id,
    at: now.getTime(),
    locale,
    lines: party.lines.map(({ unit, quantity, price }) => [unit.id, quantity, price.minor]),
  } satisfies StoredText)

/** The answer that was given, again. */
export const readAnswer = (
  departure: OfferRow,
  standing: Standing,
  stored: StoredText,
  rules: HoldRules,
): DeskAnswer => {
  if ('id' in stored) return stored
  const createdAt = new Date(stored.at)
  const lines = stored.lines.flatMap(([unitId, quantity, minor]): PricedLine[] => {
    const unit = standing.offer.units.find((one) => one.id === unitId)
    const price = money(minor, departure.currency)
    return unit ? [{ unit, quantity, price, subtotal: times(price, quantity) }] : []
  })
  return toView(
    departure,
    { id: stored.hold, createdAt, expiresAt: addMinutes(createdAt, rules.holdMinutes), lines },
    stored.locale,
    rules,
  )
}

export const toGrantedView = (
  departure: OfferRow,
  { now }: Standing,
  { id, party, expiresAt }: Granted,
  locale: Locale,
  rules: HoldRules,
): HoldView => toView(departure, { id, createdAt: now, expiresAt, lines: party.lines }, locale, rules)

interface Kept {
  id: HoldId
  createdAt: Date
  expiresAt: Date
  lines: readonly PricedLine[]
}

const toView = (
  departure: OfferRow,
  { id, createdAt, expiresAt, lines }: Kept,
  locale: Locale,
  rules: HoldRules,
): HoldView => {
  const seats = lines.reduce((count, { unit, quantity }) => count + quantity * unit.seatsPerUnit, 0)
  const hold = { id, state: 'live' as const, seats, createdAt, expiresAt, extendedAt: null }
  return {
    id,
    departureId: departure.id,
    experienceId: departure.experience_id,
    optionId: departure.option_id,
    state: 'live',
    seats,
    expiresAt: expiresAt.toISOString(),
    extendableTo: extensionOf(hold, rules)?.toISOString() ?? null,
    items: lines.map((line) => toPartyItem(line, locale)),
    total: money(
      lines.reduce((minor, line) => minor + line.subtotal.minor, 0),
      departure.currency,
    ),
    bookingId: null,
  }
}
