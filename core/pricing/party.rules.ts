import type { UnitId } from '@mayago/kernel/ids.ts'
import { type Currency, money, type Money, sum, times } from '@mayago/kernel/money.ts'
import { refuse } from '@mayago/kernel/errors.ts'

/** One unit as a departure offers it on its date. */
export interface OfferedUnit {
  id: UnitId
  type: string
  /** By locale. */
  titles: Record<string, string>
  /** Minor units, this date's override included. */
  priceMinor: number
  seatsPerUnit: number
  min: number
  max: number
  accompanied: boolean
}

/** What a party may be made of, and what each person costs: the price table a hold freezes. */
export interface Offer {
  currency: Currency
  partyMax: number
  units: readonly OfferedUnit[]
}

export interface AskedLine {
  unitId: string
  quantity: number
}

export interface PricedLine {
  unit: OfferedUnit
  quantity: number
  price: Money
  subtotal: Money
}

export interface PricedParty {
  lines: PricedLine[]
  /** Σ quantity × seatsPerUnit */
  seats: number
  people: number
  total: Money
}

/**
 * Prices a party by an offer, or refuses it with `party_not_allowed`. Lines of one unit are added up; the order is the
 * offer's, so that equal parties are equal.
 */
export const priceParty = (offer: Offer, asked: readonly AskedLine[]): PricedParty => {
  const quantities = new Map<string, number>()
  for (const line of asked) quantities.set(line.unitId, (quantities.get(line.unitId) ?? 0) + line.quantity)
  for (const unitId of quantities.keys())
    if (!offer.units.some((unit) => unit.id === unitId))
      throw refuse('party_not_allowed', { reason: 'unknown_unit', unitId })

  const lines = offer.units
    .map((unit) => ({ unit, quantity: quantities.get(unit.id) ?? 0 }))
    .filter((line) => line.quantity > 0)
    .map(({ unit, quantity }) => {
      const price = money(unit.priceMinor, offer.currency)
      return { unit, quantity, price, subtotal: times(price, quantity) }
    })
  const people = lines.reduce((count, line) => count + line.quantity, 0)
  const seats = lines.reduce((count, line) => count + line.quantity * line.unit.seatsPerUnit, 0)
  if (people === 0) throw refuse('party_not_allowed', { reason: 'empty' })
  if (people > offer.partyMax) throw refuse('party_not_allowed', { reason: 'party_too_large', max: offer.partyMax })
  for (const { unit, quantity } of lines) {
    if (quantity < unit.min)
      throw refuse('party_not_allowed', { reason: 'below_minimum', unitId: unit.id, min: unit.min })
    if (quantity > unit.max)
      throw refuse('party_not_allowed', { reason: 'above_maximum', unitId: unit.id, max: unit.max })
  }
  assertAccompanied(lines.map((line) => line.unit))
  if (seats === 0) throw refuse('party_not_allowed', { reason: 'no_seats' })
  return {
    lines,
    seats,
    people,
    total: sum(
      lines.map((line) => line.subtotal),
      offer.currency,
    ),
  }
}

/** Refuses people of whom each needs somebody of another kind along: at the sale, and when others cancel. */
export const assertAccompanied = (units: readonly { id: string; accompanied: boolean }[]): void => {
  const [first] = units
  if (first && units.every((unit) => unit.accompanied))
    throw refuse('party_not_allowed', { reason: 'needs_companion', unitId: first.id })
}
