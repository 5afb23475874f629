import { ACCESS, type Action, type Relation } from '../../core/identity/access.ts'
import type { RefusalCode } from '../../core/kernel/errors.ts'
import type { Door } from './doors.ts'
import type { Player } from './cast.ts'

/** What an actor is to the record a door is asked about. */
export interface Case {
  door: Door
  player: Player
  relations: readonly Relation[]
  /** Whether the record is somebody else's. */
  isForeign: boolean
}

/**
 * The refusal that the access table foretells, or null: read from the table's rows, written apart from the code that
 * enforces them.
 */
export const expectedRefusal = ({ door, player, relations, isForeign }: Case): RefusalCode | null => {
  if (door.closed) return 'not_found'
  if (door.action === null) return null
  const rule: { who: readonly string[]; secondFactor?: true; recent?: true } = ACCESS[door.action as Action]
  const user = player.actor.kind === 'user' && !player.ended ? player.actor : null
  const role = user?.session.role ?? 'traveler'
  const asStaff = role !== 'traveler' && rule.who.includes(role)
  const isIn =
    rule.who.includes('anyone') ||
    asStaff ||
    (user !== null && rule.who.includes('account')) ||
    relations.some((relation) => rule.who.includes(relation))
  const isHidden = door.on === 'hold' || door.on === 'booking'
  if (!isIn) {
    if (isHidden && relations.length === 0) return 'not_found'
    return user === null && relations.length === 0 ? 'sign_in_required' : 'not_allowed'
  }
  if (asStaff && !user?.session.secondFactor) return 'second_factor_missing'
  if (rule.recent && user) {
    if (user.session.actedBy !== null) return 'not_allowed'
    if (Date.now() - Date.parse(user.session.signedInAt) > 15 * 60_000) return 'sign_in_again'
  }
  return door.on === 'session' && isForeign ? 'not_found' : null
}
