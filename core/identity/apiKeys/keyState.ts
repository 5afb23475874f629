import type { ApiKeyId, ProviderId, UserId } from '@mayago/kernel/ids.ts'
import { queryRow, queryRows, toDate } from '@mayago/db/sql.ts'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../actor.ts'
import type { Scope } from '../scopes.ts'

export type KeyActor = Extract<Actor, { kind: 'apiKey' }>

/** What processes share of a key that was just used. */
export interface KnownKey {
  actor: KeyActor
  hash: string
  expiresAt: string | null
}

/** Who may work with a provider's keys and webhooks: not its guides. */
export const PROVIDER_ROLES = "('owner', 'manager')"

const REVOKED = 'revoked'
/** Longer than any process can be on its way from reading a key as good to remembering it so. */
const REVOKED_SECONDS = 900
const KNOWN_SECONDS = 30

interface KeyRow {
  id: ApiKeyId
  user_id: UserId
  provider_id: ProviderId | null
  scopes: Scope[]
  hash: Buffer
  expires_at: string | null
}

/** Keys that are neither revoked nor of somebody who may no longer have them. */
const LIVE_KEYS = `
  select k.id, k.user_id, k.provider_id, k.scopes, k.hash, k.expires_at
  from api_keys k join users u on u.id = k.user_id and u.suspended_at is null and u.erased_at is null
  where k.revoked_at is null and (k.provider_id is null or exists (
    select from provider_members m
    where m.provider_id = k.provider_id and m.user_id = k.user_id and m.role in ${PROVIDER_ROLES}))`

/** The key with this prefix as PostgreSQL has it, or null. */
export const findKey = async (ctx: Ctx, prefix: string): Promise<KnownKey | null> => {
  const row = await queryRow<KeyRow>(ctx.em, `${LIVE_KEYS} and k.prefix = $1`, [prefix])
  if (row === null) return null
  const { id: keyId, user_id: userId, provider_id: providerId, scopes } = row
  return {
    actor: { kind: 'apiKey', keyId, userId, providerId, scopes },
    hash: row.hash.toString('base64url'),
    expiresAt: row.expires_at === null ? null : toDate(row.expires_at).toISOString(),
  }
}

/** Whether a key that was good when it came in still is: asked of PostgreSQL each time. */
export const isKeyLive = async (ctx: Ctx, keyId: ApiKeyId): Promise<boolean> =>
  (await queryRow(ctx.em, `${LIVE_KEYS} and k.id = $1 and (k.expires_at is null or k.expires_at > $2)`, [
    keyId,
    ctx.now,
  ])) !== null

/** What processes know of a key, or that it is over; null where they have to ask. */
export const findMark = async (ctx: Ctx, prefix: string): Promise<KnownKey | 'revoked' | null> => {
  const mark = await ctx.ports.marks.get(markOf(prefix))
  return mark === null || mark === REVOKED ? mark : (JSON.parse(mark) as KnownKey)
}

/** Remembers a key, only where nothing stands: what a revocation wrote meanwhile stays. */
export const markKnown = (ctx: Ctx, prefix: string, known: KnownKey): Promise<unknown> =>
  ctx.ports.marks.add(markOf(prefix), JSON.stringify(known), KNOWN_SECONDS)

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
    'select prefix from api_keys where user_id = $1 and ($2 or revoked_at is null)',
    [userId, account === 'shut'],
  )
  const mark = (prefix: string) =>
    account === 'shut' ? markRevoked(ctx, prefix) : ctx.ports.marks.delete(markOf(prefix))
  await Promise.all(keys.map(({ prefix }) => mark(prefix)))
}

const markOf = (prefix: string): string => `apiKey:${prefix}`
