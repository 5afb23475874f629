import { refuse } from '@mayago/kernel/errors.ts'
import type { Ctx } from '../../context.ts'

/** Counts a code that is tried or sent against the account's limit, whoever asks and from where. */
export const takeTry = async (ctx: Ctx, userId: string): Promise<void> => {
  const { allowed, resetSeconds } = await ctx.ports.limits.take('secondFactor', `u:${userId}`)
  if (!allowed) throw refuse('too_many_requests', { retryAfterSeconds: resetSeconds })
}
