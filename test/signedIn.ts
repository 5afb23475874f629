import type { Actor, SessionFacts } from '../core/identity/actor.ts'
import { newId, type SessionId, type UserId } from '../core/kernel/ids.ts'

/** A user who has just signed in, with a second factor. */
export const signedIn = (
  userId: string,
  over: Partial<SessionFacts> = {},
  at = new Date(),
): Actor & { kind: 'user' } => ({
  kind: 'user',
  userId: userId as UserId,
  guestId: null,
  session: {
    sessionId: newId<'session'>(at.getTime()) as SessionId,
    role: 'traveler',
    emailVerified: true,
    signedInAt: at.toISOString(),
    secondFactor: true,
    actedBy: null,
    ...over,
  },
})
