import type { UnitView } from '@mayago/core/catalog/catalog.view.ts'
import { add, times, zero, type Money } from '@mayago/kernel/money.ts'

/** How many of each unit, by its id. */
export type Party = Record<string, number>

type PartyUnit = Pick<UnitView, 'id' | 'min' | 'max' | 'seatsPerUnit' | 'accompanied'> & { price: Money }

/** The address's `party`: "2-1-0" by the units' order, or "3" for three of the first. */
export const readParty = (text: string | null, units: readonly PartyUnit[]): Party => {
  const counts = (text ?? '').split('-').map((part) => (/^\d{1,2}$/.test(part) ? Number(part) : 0))
  const party = Object.fromEntries(units.map((unit, index) => [unit.id, Math.min(counts[index] ?? 0, unit.max)]))
  const first = units[0]
  if (first && Object.values(party).every((count) => count === 0)) party[first.id] = Math.max(1, first.min)
  return party
}

export const writeParty = (party: Party, units: readonly PartyUnit[]): string =>
  units.map((unit) => party[unit.id] ?? 0).join('-')

export const peopleIn = (party: Party, units: readonly PartyUnit[]): number =>
  units.reduce((count, unit) => count + (party[unit.id] ?? 0), 0)

export const seatsOf = (party: Party, units: readonly PartyUnit[]): number =>
  units.reduce((count, unit) => count + (party[unit.id] ?? 0) * unit.seatsPerUnit, 0)

export const totalOf = (party: Party, units: readonly PartyUnit[], currency: Money['currency']): Money =>
  units.reduce((total, unit) => add(total, times(unit.price, party[unit.id] ?? 0)), zero(currency))

export type WhyNotMore = 'seats' | 'party' | 'unit' | null

/** Why one more of a unit is not possible, or null when it is. `vacancies` null is free sale. */
export const whyNotMore = (
  party: Party,
  unit: PartyUnit,
  units: readonly PartyUnit[],
  vacancies: number | null,
  partyMax: number,
): WhyNotMore => {
  if ((party[unit.id] ?? 0) >= unit.max) return 'unit'
  if (peopleIn(party, units) >= partyMax) return 'party'
  const step = stepUp(party[unit.id] ?? 0, unit) * unit.seatsPerUnit
  return vacancies !== null && seatsOf(party, units) + step > vacancies ? 'seats' : null
}

/** One more, or straight to the least that is sold; one fewer, or straight to none. */
export const stepUp = (count: number, unit: PartyUnit): number => (count === 0 ? Math.max(1, unit.min) : 1)
export const stepDown = (count: number, unit: PartyUnit): number => (count <= unit.min ? count : 1)

/** Whether core would take this party, seats aside. */
export const isPossible = (party: Party, units: readonly PartyUnit[]): boolean =>
  seatsOf(party, units) > 0 && units.some((unit) => !unit.accompanied && (party[unit.id] ?? 0) > 0)
