import { refuse } from '@mayago/kernel/errors.ts'
import type { UserId } from '@mayago/kernel/ids.ts'
import { recordAct } from '../audit/index.ts'
import { inTransaction, type Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'
import { endSessions, markEnded, openSession, toSignedIn, type Channel, type SignedIn } from '../identity/index.ts'
import type { UserIdInput } from './admin.schema.ts'
import { lockUser } from './changeUser.ts'

/**
 * Opens a session as a traveler, for an admin who helps them: it names the admin in every audit entry, passes for no
 * second factor, and does nothing that asks for a recent sign-in. Nobody acts as staff or as a suspended account. Throws
 * `not_found`, `not_allowed`.
 */
export const actAs = async (ctx: Ctx, { userId, channel }: UserIdInput & { channel: Channel }): Promise<SignedIn> => {
  assertCan(ctx, 'user.actAs', [], { what: 'user', id: userId })
  const { actor } = ctx
  const opened = await inTransaction(ctx, async (tx) => {
    const { role, suspended } = await lockUser(tx, userId)
    if (actor.kind !== 'user' || role !== 'traveler' || suspended) throw refuse('not_allowed', { action: 'user.actAs' })
    const session = await openSession(tx, {
      userId: userId as UserId,
      channel,
      secondFactor: false,
      actedBy: actor.userId,
    })
    await recordAct(tx, 'user.actedAs', `user:${userId}`, { sessionId: session.sessionId })
    return session
  })
  return toSignedIn(ctx, opened)
}

/** Ends the session in which an admin acts as somebody. Throws `not_allowed` in any other. */
export const stopActing = async (ctx: Ctx): Promise<{ userId: string }> => {
  assertCan(ctx, 'session.end', ctx.actor.kind === 'user' ? ['self'] : [])
  const { actor } = ctx
  if (actor.kind !== 'user' || actor.session.actedBy === null) throw refuse('not_allowed', { action: 'session.end' })
  const { userId, session } = actor
  const ended = await inTransaction(ctx, async (tx) => {
    await recordAct(tx, 'user.actingEnded', `user:${userId}`, { sessionId: session.sessionId })
    return endSessions(tx, { userId, only: session.sessionId }, 'signed_out')
  })
  await markEnded(ctx, ended)
  return { userId }
}
