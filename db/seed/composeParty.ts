import type { Random } from '@mayago/kernel/random.ts'
import type { BookedUnit } from './bookingRows.ts'

export interface OfferedToParty extends BookedUnit {
  accompanied: boolean
  minQuantity: number
  maxQuantity: number
}

export type Party = { unit: BookedUnit; quantity: number }[]

/** Children that come along with three, by how many adults are left to mind them. */
const CHILD_CHANCE = 0.4

/**
 * A party of about so many people that an option would accept, on at most so many seats; null when none fits. Adults
 * come first, a child may take one's place, a baby comes rarely and takes no seat.
 */
export const composeParty = (
  units: readonly OfferedToParty[],
  people: number,
  seatsLeft: number,
  random: Random,
): Party | null => {
  const alone = units.filter((unit) => !unit.accompanied && unit.seatsPerUnit > 0)
  const leader = alone.find((unit) => unit.type === 'ADULT') ?? alone[0]
  if (leader === undefined) return null
  const fitting =
    Math.floor(Math.min(people, seatsLeft) / leader.seatsPerUnit) || (leader.seatsPerUnit <= seatsLeft ? 1 : 0)
  const quantity = Math.min(fitting, leader.maxQuantity)
  if (quantity < Math.max(1, leader.minQuantity)) return null
  const child = units.find(
    (unit) => unit.accompanied && unit.seatsPerUnit === leader.seatsPerUnit && unit.minQuantity <= 1,
  )
  if (child && quantity >= 3 && quantity - 1 >= leader.minQuantity && random.chance(CHILD_CHANCE))
    return [
      { unit: leader, quantity: quantity - 1 },
      { unit: child, quantity: 1 },
    ]
  const baby = units.find((unit) => unit.accompanied && unit.seatsPerUnit === 0 && unit.minQuantity <= 1)
  const withBaby = baby !== undefined && quantity === 2 && random.chance(0.08)
  return [{ unit: leader, quantity }, ...(withBaby ? [{ unit: baby, quantity: 1 }] : [])]
}
