import { ServerError } from '@colyseus/core'
import { isRefusal } from '@mayago/kernel/errors.ts'
import type { Actor } from '@mayago/core/identity/actor.ts'
import { redeemLiveTicket, type LiveLogin } from '@mayago/core/identity/liveTicket.ts'
import { getLive } from './live.ts'

/** Who sits behind a client, for as long as it is connected. */
export type LiveAuth = LiveLogin

/** Takes the single-use ticket that the SDK sends as its token. Nothing else opens a room. */
export const redeemTicket = async (token: string | undefined): Promise<LiveAuth> => {
  if (typeof token !== 'string' || token.length > 100) throw new ServerError(401, 'sign_in_required')
  const { app } = getLive()
  const asked = { actor: UNKNOWN, locale: 'en', address: null, requestId: crypto.randomUUID() } as const
  try {
    return await redeemLiveTicket(app.makeCtx(asked), token)
  } catch (error) {
    if (isRefusal(error)) throw new ServerError(401, error.code)
    throw error
  }
}

const UNKNOWN: Actor = { kind: 'anonymous', guestId: null, holdToken: null }

/** What `login.revoked` may name to mean this socket: its session or key and its user, or its guest; nothing for the others. */
export const loginsOf = (actor: Actor): readonly string[] => {
  if (actor.kind === 'user') return [`session:${actor.session.sessionId}`, `user:${actor.userId}`]
  if (actor.kind === 'apiKey') return [`key:${actor.keyId}`, `user:${actor.userId}`]
  if (actor.kind === 'anonymous' && actor.guestId !== null) return [`guest:${actor.guestId}`]
  return []
}
