import { refuse } from '@mayago/kernel/errors.ts'
import type { Ctx } from '../../context.ts'
import type { LimitName } from '../../ports/limits.ts'
import { digest } from '../tokens/secretToken.ts'

/** Takes a point for an address or account that is being tried, known or not: guessing from many networks is limited too. */
export const takeAccountLimit = async (ctx: Ctx, limit: LimitName, about: string): Promise<void> => {
  const key = `account:${digest(about.toLowerCase()).toString('base64url')}`
  const { allowed, resetSeconds } = await ctx.ports.limits.take(limit, key)
  if (!allowed) throw refuse('too_many_requests', { retryAfterSeconds: resetSeconds })
}
