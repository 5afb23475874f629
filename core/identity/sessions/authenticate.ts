import { refuse } from '@mayago/kernel/errors.ts'
import type { GuestId } from '@mayago/kernel/ids.ts'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../actor.ts'
import { readAccessToken } from '../tokens/accessToken.ts'
import { findSession } from './sessionState.ts'

export type UserActor = Actor & { kind: 'user' }

/** The user an access token stands for, while their session lasts. Throws `token_invalid`. */
export const authenticate = async (ctx: Ctx, token: string, guestId: GuestId | null = null): Promise<UserActor> => {
  const { userId, sessionId } = await readAccessToken(ctx, token)
  const session = await findSession(ctx, sessionId)
  if (session === null || session.userId !== userId) throw refuse('token_invalid', {})
  return { kind: 'user', userId, guestId, session: session.facts }
}
