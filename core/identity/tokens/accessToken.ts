import { refuse } from '@mayago/kernel/errors.ts'
import { isId, type SessionId, type UserId } from '@mayago/kernel/ids.ts'
import type { Ctx } from '../../context.ts'
import { readToken, signToken, type TokenKind } from './signedToken.ts'

/** RFC 9068. Ten minutes; everything but whose session it is comes from the session. */
const ACCESS: TokenKind = {
  typ: 'at+jwt',
  audience: (publicOrigin) => `${publicOrigin}/api`,
  minutes: 10,
  claims: ['sid'],
}

export const signAccessToken = (
  ctx: Ctx,
  userId: UserId,
  sessionId: SessionId,
): Promise<{ token: string; expiresAt: Date }> => signToken(ctx, ACCESS, userId, { sid: sessionId })

/** Whose session an access token is for. Throws `token_invalid`. */
export const readAccessToken = async (ctx: Ctx, token: string): Promise<{ userId: UserId; sessionId: SessionId }> => {
  const { sub, sid } = await readToken(ctx, ACCESS, token)
  if (typeof sub !== 'string' || typeof sid !== 'string' || !isId(sub) || !isId(sid)) throw refuse('token_invalid', {})
  return { userId: sub as UserId, sessionId: sid as SessionId }
}
