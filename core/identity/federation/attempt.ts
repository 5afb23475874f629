import { refuse } from '@mayago/kernel/errors.ts'
import type { SessionId } from '@mayago/kernel/ids.ts'
import type { Ctx } from '../../context.ts'
import type { IssuerName, Remembered } from '../../ports/issuers.ts'
import { hashSecret, newSecret } from '../tokens/secretToken.ts'

/** One try to sign in elsewhere, from the press of a button until the browser is back. */
export interface Attempt {
  issuer: IssuerName
  remembered: Remembered
  returnTo: string
  /** The session that asked to connect; null for signing in. */
  connectTo: SessionId | null
}

export const ATTEMPT_SECONDS = 600

/** Remembers an attempt; the ticket is for the cookie of the browser that began it, and nobody else has it. */
export const keepAttempt = async (ctx: Ctx, attempt: Attempt): Promise<string> => {
  const ticket = newSecret()
  await ctx.ports.marks.set(keyOf(ticket), JSON.stringify(attempt), ATTEMPT_SECONDS)
  return ticket
}

/**
 * The attempt this browser began with this issuer, used up. An answer that belongs to another one uses nothing up: who
 * is sent here by a stranger can still finish their own. Throws `link_expired`. FEDERATION-2.
 */
export const takeAttempt = async (ctx: Ctx, ticket: string, issuer: IssuerName, state: string | null) => {
  const key = keyOf(ticket)
  const kept = await ctx.ports.marks.get(key)
  const attempt = kept === null ? null : (JSON.parse(kept) as Attempt)
  if (attempt === null || attempt.issuer !== issuer || attempt.remembered.state !== state)
    throw refuse('link_expired', {})
  if ((await ctx.ports.marks.take(key)) === null) throw refuse('link_expired', {})
  return attempt
}

const keyOf = (ticket: string): string => `issuer:${hashSecret(ticket)?.toString('base64url') ?? 'none'}`
