import type { Ctx } from '@mayago/core/context.ts'
import type { Actor } from '@mayago/core/identity/actor.ts'
import { apiKeyActor } from '@mayago/core/identity/index.ts'

/** `Authorization: Bearer mgk_…`; other bearers are not keys. */
const KEY = /^bearer +(mgk_\S+) *$/i

/** Whose key a request carries, or null without one. Throws `token_invalid` for a key that opens nothing. */
export const findApiKey = async (request: Request, ctx: Ctx): Promise<Actor | null> => {
  const [, key] = KEY.exec(request.headers.get('authorization') ?? '') ?? []
  return key === undefined ? null : apiKeyActor(ctx, key)
}
