import { refuse } from '@mayago/kernel/errors.ts'
import type { ApiKeyId, ProviderId, UserId } from '@mayago/kernel/ids.ts'
import { queryRow, queryRows, toDate } from '@mayago/db/sql.ts'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../identity/actor.ts'
import type { Scope } from '../../identity/scopes.ts'
import { PROVIDER_ROLES } from '../providerRelation.ts'
import { isSecret, readKey } from './keyText.ts'

type KeyActor = Extract<Actor, { kind: 'apiKey' }>

/** What processes share of a key that was just used. */
interface Known {
  actor: KeyActor
  hash: string
  expiresAt: string | null
}
const REVOKED = 'revoked'

/** Longer than any process can be on its way from reading a key as good to remembering it so. */
const REVOKED_SECONDS = 900
const KNOWN_SECONDS = 30

/**
 * Who calls with this key. What is known of it is shared for half a minute, and a revocation replaces that at once; while
 * the marks are away it is PostgreSQL's to say. PARTNER-3. Throws `token_invalid`, whatever is wrong with the key.
 */
export const apiKeyActor = async (ctx: Ctx, text: string): Promise<KeyActor> => {
  const key = readKey(text)
  if (key === null) throw refuse('token_invalid', {})
  const marked = await ctx.ports.marks.get(markOf(key.prefix))
  if (marked === REVOKED) throw refuse('token_invalid', {})
  const known = marked === null ? await findKey(ctx, key.prefix) : (JSON.parse(marked) as Known)
  if (known === null || !isSecret(key.secret, Buffer.from(known.hash, 'base64url')) || isOver(known, ctx.now))
    throw refuse('token_invalid', {})
  if (marked === null) {
    // Only where nothing stands: what a revocation wrote meanwhile stays.
    await ctx.ports.marks.add(markOf(key.prefix), JSON.stringify(known), KNOWN_SECONDS)
    await noteUse(ctx, known.actor.keyId)
  }
  return known.actor
}

/** Tells every process that this key is over. After the commit that revoked it. */
export const markRevoked = (ctx: Ctx, prefix: string): Promise<void> =>
  ctx.ports.marks.set(markOf(prefix), REVOKED, REVOKED_SECONDS)

/**
 * Tells every process that the keys of this account are over, or may be asked for again. After the commit that shut the
 * account or opened it; who is let in is PostgreSQL's to say.
 */
export const markKeysOf = async (ctx: Ctx, userId: string, account: 'shut' | 'open'): Promise<void> => {
  const keys = await queryRows<{ prefix: string }>(
    ctx.em,
    'select prefix from api_keys where user_id = $1 and revoked_at is null',
    [userId],
  )
  const mark = (prefix: string) =>
    account === 'shut' ? markRevoked(ctx, prefix) : ctx.ports.marks.delete(markOf(prefix))
  await Promise.all(keys.map(({ prefix }) => mark(prefix)))
}

const markOf = (prefix: string): string => `apiKey:${prefix}`
const isOver = ({ expiresAt }: Known, now: Date): boolean => expiresAt !== null && expiresAt <= now.toISOString()

interface KeyRow {
  id: ApiKeyId
  user_id: UserId
  provider_id: ProviderId | null
  scopes: Scope[]
  hash: Buffer
  expires_at: string | null
}

/** A key that is neither revoked nor of somebody who may no longer have it. */
const findKey = async (ctx: Ctx, prefix: string): Promise<Known | null> => {
  const row = await queryRow<KeyRow>(ctx.em, FIND_KEY, [prefix])
  if (row === null) return null
  const { id: keyId, user_id: userId, provider_id: providerId, scopes } = row
  return {
    actor: { kind: 'apiKey', keyId, userId, providerId, scopes },
    hash: row.hash.toString('base64url'),
    expiresAt: row.expires_at === null ? null : toDate(row.expires_at).toISOString(),
  }
}

const FIND_KEY = `
  select k.id, k.user_id, k.provider_id, k.scopes, k.hash, k.expires_at
  from api_keys k join users u on u.id = k.user_id and u.suspended_at is null and u.erased_at is null
  where k.prefix = $1 and k.revoked_at is null and (k.provider_id is null or exists (
    select from provider_members m
    where m.provider_id = k.provider_id and m.user_id = k.user_id and m.role in ${PROVIDER_ROLES}))`

/** At most once a minute, however busy the key is. */
const noteUse = (ctx: Ctx, keyId: ApiKeyId): Promise<unknown> =>
  queryRows(
    ctx.em,
    `update api_keys set last_used_at = $2
     where id = $1 and (last_used_at is null or last_used_at < $2::timestamptz - interval '1 minute')`,
    [keyId, ctx.now],
  )
