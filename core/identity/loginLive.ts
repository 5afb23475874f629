import { refuse } from '@mayago/kernel/errors.ts'
import type { Ctx } from '../context.ts'
import type { Actor } from './actor.ts'
import { isKeyLive } from './apiKeys/keyState.ts'
import { findSession } from './sessions/sessionState.ts'

/** Whether the session has not ended since, nor the API key, its owner's account or the job it was made in. */
export const isLoginLive = async (ctx: Ctx, actor: Actor): Promise<boolean> => {
  if (actor.kind === 'user') return (await findSession(ctx, actor.session.sessionId)) !== null
  return actor.kind !== 'apiKey' || isKeyLive(ctx, actor.keyId)
}

/** For doors that let somebody in once and hear them for long. Throws `token_invalid`. */
export const assertLoginLive = async (ctx: Ctx): Promise<void> => {
  if (!(await isLoginLive(ctx, ctx.actor))) throw refuse('token_invalid', {})
}
