import { refuse, type Refusal, isRefusal } from '@mayago/kernel/errors.ts'
import type { HoldId } from '@mayago/kernel/ids.ts'
import { addMinutes } from '@mayago/kernel/time.ts'
import { type AskedLine, type Offer, priceParty, type PricedParty } from '../pricing/index.ts'
import type { DepartureStatus } from '../events/eventMap.ts'
import type { Settings } from '../settings.ts'
import type { HoldState } from './booking.view.ts'

/** A departure and its holds as they stand under its lock; the decisions below step it forward. */
export interface Standing {
  now: Date
  departureId: string
  status: DepartureStatus
  published: boolean
  cutoffAt: Date
  capacity: number | null
  seatsTaken: number
  offer: Offer
  /** Holds that the batch's requests are about. */
  holds: Map<string, StandingHold>
  /** Live seats by holder ("g:…", "u:…") and address ("a:…"), all departures together. */
  seatsHeld: Map<string, number>
}

export interface StandingHold {
  id: HoldId
  state: HoldState
  seats: number
  createdAt: Date
  expiresAt: Date
  extendedAt: Date | null
}

export type HoldRules = Pick<Settings, 'holdMinutes' | 'extensionMinutes' | 'holdMinutesMax' | 'seatCaps'>

export interface Grant {
  party: PricedParty
  expiresAt: Date
}

/** SEAT-1, SEAT-6: grants a party its seats and counts them, or refuses and counts nothing. */
export const grantHold = (
  standing: Standing,
  asked: { units: readonly AskedLine[]; holder: string; address: string | null },
  rules: HoldRules,
): Grant => {
  const { departureId, status } = standing
  if (!standing.published) throw refuse('not_found', { what: 'departure' })
  if (status !== 'open') throw refuse('departure_closed', { departureId, status })
  if (standing.now >= standing.cutoffAt)
    throw refuse('departure_cut_off', { departureId, cutoffAt: standing.cutoffAt.toISOString() })
  const party = priceParty(standing.offer, asked.units)
  const vacancies = standing.capacity === null ? null : standing.capacity - standing.seatsTaken
  if (vacancies !== null && party.seats > vacancies)
    throw refuse('not_enough_vacancies', { requested: party.seats, vacancies })
  const keys = holderKeys(asked.holder, asked.address)
  for (const key of keys) {
    const limit = capOf(key, rules)
    const held = standing.seatsHeld.get(key) ?? 0
    if (limit > 0 && held + party.seats > limit)
      throw refuse('too_many_seats_held', { limit, held, requested: party.seats })
  }
  standing.seatsTaken += party.seats
  for (const key of keys) standing.seatsHeld.set(key, (standing.seatsHeld.get(key) ?? 0) + party.seats)
  return { party, expiresAt: addMinutes(standing.now, rules.holdMinutes) }
}

/** Whom seats are counted against, without repeating an address that is already the holder. */
export const holderKeys = (holder: string, address: string | null): string[] =>
  address === null || holder === `a:${address}` ? [holder] : [holder, `a:${address}`]

export const capOf = (holderKey: string, { seatCaps }: Pick<Settings, 'seatCaps'>): number =>
  holderKey.startsWith('u:') ? seatCaps.user : holderKey.startsWith('g:') ? seatCaps.guest : seatCaps.address

/** The instant an extension would reach, or null when the hold has had its one. */
export const extensionOf = (hold: StandingHold, rules: HoldRules): Date | null => {
  if (hold.extendedAt !== null) return null
  const asked = addMinutes(hold.expiresAt, rules.extensionMinutes)
  const latest = addMinutes(hold.createdAt, rules.holdMinutesMax)
  const reached = asked < latest ? asked : latest
  return reached > hold.expiresAt ? reached : null
}

/** SEAT-6: one extension per hold, its traveler's. */
export const grantExtension = (standing: Standing, holdId: string, rules: HoldRules): StandingHold => {
  const hold = liveHold(standing, holdId)
  const expiresAt = extensionOf(hold, rules)
  if (expiresAt === null) throw refuse('hold_already_extended', { holdId, expiresAt: hold.expiresAt.toISOString() })
  return step(standing, { ...hold, expiresAt, extendedAt: standing.now })
}

/** Gives the seats back. Releasing what is released, or has lapsed by itself, is no error: the seats are free. */
export const grantRelease = (standing: Standing, holdId: string): StandingHold => {
  const hold = knownHold(standing, holdId)
  if (hold.state === 'confirmed') throw refuse('hold_not_live', { holdId, state: hold.state })
  if (hold.state !== 'live') return hold
  standing.seatsTaken -= hold.seats
  return step(standing, { ...hold, state: 'released' })
}

const step = (standing: Standing, hold: StandingHold): StandingHold => {
  standing.holds.set(hold.id, hold)
  return hold
}

const knownHold = (standing: Standing, holdId: string): StandingHold => {
  const hold = standing.holds.get(holdId)
  if (!hold) throw refuse('not_found', { what: 'hold' })
  return hold
}

/** SEAT-2: live until `expiresAt` and not a moment longer. */
const liveHold = (standing: Standing, holdId: string): StandingHold => {
  const hold = knownHold(standing, holdId)
  if (hold.state === 'lapsed') throw refuse('hold_lapsed', { holdId })
  if (hold.state !== 'live') throw refuse('hold_not_live', { holdId, state: hold.state })
  return hold
}

/** What a decision came to: an answer or a refusal. Anything else thrown is a bug, and passes through. */
export const decide = <Answer>(decision: () => Answer): { answer: Answer } | { refusal: Refusal } => {
  try {
    return { answer: decision() }
  } catch (error) {
    if (isRefusal(error)) return { refusal: error }
    throw error
  }
}
