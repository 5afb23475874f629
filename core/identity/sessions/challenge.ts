import { randomUUID } from 'node:crypto'
import { refuse } from '@mayago/kernel/errors.ts'
import type { UserId } from '@mayago/kernel/ids.ts'
import type { Ctx } from '../../context.ts'
import { readToken, signToken, type TokenKind } from '../tokens/signedToken.ts'
import type { Channel } from './openSession.ts'

/** Says that somebody showed their first factor a moment ago. It opens nothing by itself. */
const CHALLENGE: TokenKind = {
  typ: 'second-factor+jwt',
  audience: (publicOrigin) => `${publicOrigin}/second-factor`,
  minutes: 5,
  claims: ['jti', 'channel', 'at'],
}

export interface Challenge {
  id: string
  userId: UserId
  channel: Channel
  provenAt: Date
}

export const signChallenge = async (ctx: Ctx, { userId, channel, provenAt }: Omit<Challenge, 'id'>): Promise<string> =>
  (await signToken(ctx, CHALLENGE, userId, { jti: randomUUID(), channel, at: provenAt.getTime() })).token

/** Who is half signed in. Throws `token_invalid`. */
export const readChallenge = async (ctx: Ctx, challenge: string): Promise<Challenge> => {
  const { sub, jti, channel, at } = await readToken(ctx, CHALLENGE, challenge)
  if ((channel !== 'browser' && channel !== 'api') || typeof sub !== 'string' || typeof jti !== 'string')
    throw refuse('token_invalid', {})
  return { id: jti, userId: sub as UserId, channel, provenAt: new Date(Number(at)) }
}

/** Uses a challenge up. Throws `token_invalid` for whoever comes second, and for all while the marks are away. */
export const takeChallenge = async (ctx: Ctx, { id }: Challenge): Promise<void> => {
  if (!(await ctx.ports.marks.add(`challenge:${id}`, '1', CHALLENGE.minutes * 60 + 60)))
    throw refuse('token_invalid', {})
}
