import { refuse } from '@mayago/kernel/errors.ts'
import type { ApiKeyId } from '@mayago/kernel/ids.ts'
import { queryRows } from '@mayago/db/sql.ts'
import type { Ctx } from '../../context.ts'
import { findKey, findMark, isKeyLive, markKnown, type KeyActor, type KnownKey } from './keyState.ts'
import { isSecret, readKey } from './keyText.ts'

/**
 * Who calls with this key. What is known of it is shared for half a minute, and a revocation replaces that at once; while
 * the marks are away it is PostgreSQL's to say, as is always whether its owner still has the job that a provider's key
 * was made in. PARTNER-2, PARTNER-3. Throws `token_invalid`, whatever is wrong with the key.
 */
export const apiKeyActor = async (ctx: Ctx, text: string): Promise<KeyActor> => {
  const key = readKey(text)
  if (key === null) throw refuse('token_invalid', {})
  const marked = await findMark(ctx, key.prefix)
  if (marked === 'revoked') throw refuse('token_invalid', {})
  const known = marked ?? (await findKey(ctx, key.prefix))
  if (known === null || !isSecret(key.secret, Buffer.from(known.hash, 'base64url')) || isOver(known, ctx.now))
    throw refuse('token_invalid', {})
  const { actor } = known
  if (marked === null) {
    await markKnown(ctx, key.prefix, known)
    await noteUse(ctx, actor.keyId)
  } else if (actor.providerId !== null && !(await isKeyLive(ctx, actor.keyId))) throw refuse('token_invalid', {})
  return actor
}

const isOver = ({ expiresAt }: KnownKey, now: Date): boolean => expiresAt !== null && expiresAt <= now.toISOString()

/** At most once a minute, however busy the key is. */
const noteUse = (ctx: Ctx, keyId: ApiKeyId): Promise<unknown> =>
  queryRows(
    ctx.em,
    `update api_keys set last_used_at = $2
     where id = $1 and (last_used_at is null or last_used_at < $2::timestamptz - interval '1 minute')`,
    [keyId, ctx.now],
  )
