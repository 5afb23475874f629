import { assert } from '@mayago/kernel/assert.ts'
import type { UserId } from '@mayago/kernel/ids.ts'
import type { Ctx } from '../context.ts'

/** The account that acts, itself or by a key of its own. After `assertCan` of what only accounts may. */
export const userIdOf = ({ actor }: Ctx): UserId => {
  assert(actor.kind === 'user' || actor.kind === 'apiKey', 'an account was asserted')
  return actor.userId
}
