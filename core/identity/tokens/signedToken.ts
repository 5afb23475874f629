import { jwtVerify, SignJWT, type JWTPayload } from 'jose'
import { JOSEError } from 'jose/errors'
import { refuse } from '@mayago/kernel/errors.ts'
import { addMinutes } from '@mayago/kernel/time.ts'
import type { Ctx } from '../../context.ts'
import { ALGORITHM } from './accessKeys.ts'

/** What a kind of token is for. A token of one kind is nothing to the others: type and audience differ. */
export interface TokenKind {
  /** The header's `typ` (RFC 8725 §3.11). */
  typ: string
  audience(publicOrigin: string): string
  minutes: number
  claims: readonly string[]
}

/** Longer than any of ours. */
const LENGTH_MAX = 2_000

export const signToken = async (
  ctx: Ctx,
  kind: TokenKind,
  subject: string,
  claims: JWTPayload,
): Promise<{ token: string; expiresAt: Date }> => {
  const { kid, key } = await ctx.services.accessKeys.signing(ctx)
  const { publicOrigin } = ctx.services.settings
  const expiresAt = addMinutes(ctx.now, kind.minutes)
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: ALGORITHM, typ: kind.typ, kid })
    .setIssuer(publicOrigin)
    .setAudience(kind.audience(publicOrigin))
    .setSubject(subject)
    .setIssuedAt(ctx.now)
    .setExpirationTime(expiresAt)
    .sign(key)
  return { token, expiresAt }
}

/** The claims of a token of this kind that we signed and that has not run out. Throws `token_invalid` for all else. */
export const readToken = async (ctx: Ctx, kind: TokenKind, token: string): Promise<JWTPayload> => {
  if (token.length > LENGTH_MAX) throw refuse('token_invalid', {})
  const { publicOrigin } = ctx.services.settings
  try {
    const { payload } = await jwtVerify(
      token,
      async ({ kid }) => {
        const key = typeof kid === 'string' ? await ctx.services.accessKeys.find(ctx, kid) : null
        if (key === null) throw refuse('token_invalid', {})
        return key
      },
      {
        algorithms: [ALGORITHM],
        typ: kind.typ,
        issuer: publicOrigin,
        audience: kind.audience(publicOrigin),
        requiredClaims: ['sub', 'iat', 'exp', ...kind.claims],
        currentDate: ctx.now,
      },
    )
    return payload
  } catch (error) {
    // Text that is no token at all throws a TypeError before anything is looked at.
    if (error instanceof JOSEError || error instanceof TypeError) throw refuse('token_invalid', {})
    throw error
  }
}
