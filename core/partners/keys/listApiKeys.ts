import { orderSql } from '@mayago/db/queries/keyset.ts'
import { queryRows, toDate } from '@mayago/db/sql.ts'
import type { Ctx } from '../../context.ts'
import { assertCan } from '../../identity/access.ts'
import { PROVIDER_ROLES } from '../../identity/apiKeys/keyState.ts'
import type { Scope } from '../../identity/scopes.ts'
import { userIdOf } from '../partnerAccount.ts'
import { apiKeyOrder, type ListApiKeysInput } from './apiKey.schema.ts'
import type { ApiKeyListView, ApiKeyView } from './apiKey.view.ts'

const SHOWN_MAX = 200

/** The keys an account made, and those of providers it owns or manages: the newest first unless asked otherwise. PARTNER-2. */
export const listApiKeys = async (ctx: Ctx, { sort }: ListApiKeysInput = {}): Promise<ApiKeyListView> => {
  assertCan(ctx, 'apiKey.read')
  const { by, descending } = apiKeyOrder.of(sort)
  const items = await findApiKeys(
    ctx,
    `k.user_id = $1 or k.provider_id in
       (select provider_id from provider_members where user_id = $1 and role in ${PROVIDER_ROLES})`,
    [userIdOf(ctx)],
    orderSql([COLUMNS[by], 'k.id'], descending),
  )
  return { items, nextCursor: null }
}

const COLUMNS = { createdAt: 'k.created_at', name: 'plain_text(lower(k.name))' }

interface KeyRow {
  id: string
  name: string
  prefix: string
  scopes: Scope[]
  provider: { id: string; name: string } | null
  created_at: string
  last_used_at: string | null
  expires_at: string | null
  revoked_at: string | null
}

export const findApiKeys = async (
  ctx: Ctx,
  where: string,
  values: readonly unknown[],
  order = '',
): Promise<ApiKeyView[]> => {
  const rows = await queryRows<KeyRow>(
    ctx.em,
    `select k.id, k.name, k.prefix, k.scopes, k.created_at, k.last_used_at, k.expires_at, k.revoked_at,
       case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name) end as provider
     from api_keys k left join providers p on p.id = k.provider_id
     where ${where} ${order} limit ${SHOWN_MAX}`,
    values,
  )
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scopes: row.scopes,
    provider: row.provider,
    createdAt: toDate(row.created_at).toISOString(),
    lastUsedAt: instantOf(row.last_used_at),
    expiresAt: instantOf(row.expires_at),
    revokedAt: instantOf(row.revoked_at),
  }))
}

const instantOf = (text: string | null): string | null => (text === null ? null : toDate(text).toISOString())
