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
export const expectedRefusal = (asked: Case): RefusalCode | null => {
  const { door, player } = asked
  if (door.closed) return 'not_found'
  if (door.action === null) return null
  // What is asked before a record is looked for knows of none.
  const before = door.first ? refusalBy(door.first, false, { ...asked, relations: ownRelations(player) }) : null
  return before ?? refusalBy(door.action, HIDDEN.has(door.on ?? ''), asked)
}

/** Records that whoever is nothing to them hears nothing of. */
const HIDDEN = new Set(['hold', 'booking', 'webhook', 'key'])

const ownRelations = ({ actor, ended }: Player): readonly Relation[] =>
  actor.kind === 'user' && !ended ? ['self'] : []

const refusalBy = (
  action: Action,
  isHidden: boolean,
  { door, player, relations, isForeign }: Case,
): RefusalCode | null => {
  const rule: { who: readonly string[]; scope?: string; secondFactor?: true; recent?: true } = ACCESS[action]
  const isNothing = isHidden && relations.length === 0
  const user = player.actor.kind === 'user' && !player.ended ? player.actor : null
  const role = user?.session.role ?? 'traveler'
  const asStaff = role !== 'traveler' && rule.who.includes(role)
  const { actor } = player
  if (actor.kind === 'apiKey') {
    if (rule.scope === undefined) return isNothing ? 'not_found' : 'not_allowed'
    if (!actor.scopes.some((scope) => scope === rule.scope)) return 'scope_missing'
  }
  const isIn =
    rule.who.includes('anyone') ||
    asStaff ||
    ((user !== null || actor.kind === 'apiKey') && rule.who.includes('account')) ||
    relations.some((relation) => rule.who.includes(relation))
  if (!isIn) {
    if (isNothing) return 'not_found'
    return user === null && actor.kind !== 'apiKey' && relations.length === 0 ? 'sign_in_required' : 'not_allowed'
  }
  if (asStaff && !user?.session.secondFactor) return 'second_factor_missing'
  if (rule.recent && user) {
    if (user.session.actedBy !== null) return 'not_allowed'
    if (Date.now() - Date.parse(user.session.signedInAt) > 15 * 60_000) return 'sign_in_again'
  }
  return door.on === 'session' && isForeign ? 'not_found' : null
}
