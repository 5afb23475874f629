import { refuse } from '@mayago/kernel/errors.ts'
import { queryRow } from '@mayago/db/sql.ts'
import { recordAct } from '../../audit/index.ts'
import { inTransaction, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { assertCan, assertCanSee, type Relation } from '../../identity/access.ts'
import { markRevoked } from '../../identity/index.ts'
import { userIdOf } from '../partnerAccount.ts'
import { providerRelation } from '../../identity/providerRelation.ts'
import type { ApiKeyIdInput } from './apiKey.schema.ts'
import type { ApiKeyView } from './apiKey.view.ts'
import { findApiKeys } from './listApiKeys.ts'

/** Ends a key at once, in every process, its live sockets included; ending it again changes nothing. PARTNER-3. Throws `not_found`. */
export const revokeApiKey = async (ctx: Ctx, { keyId }: ApiKeyIdInput): Promise<ApiKeyView> => {
  assertCan(ctx, 'apiKey.read')
  const key = await queryRow<{ user_id: string; provider_id: string | null; prefix: string }>(
    ctx.em,
    'select user_id, provider_id, prefix from api_keys where id = $1',
    [keyId],
  )
  if (!key) throw refuse('not_found', { what: 'key' })
  assertCanSee(ctx, 'apiKey.revoke', await relationsTo(ctx, key), { what: 'key', id: keyId })
  await inTransaction(ctx, async (tx) => {
    const revoked = await queryRow(
      tx.em,
      'update api_keys set revoked_at = $2 where id = $1 and revoked_at is null returning 1',
      [keyId, tx.now],
    )
    if (!revoked) return
    await recordAct(tx, 'apiKey.revoked', `apiKey:${keyId}`)
    record(tx, 'login.revoked', keyId, { login: `key:${keyId}` })
  })
  await markRevoked(ctx, key.prefix)
  const [view] = await findApiKeys(ctx, 'k.id = $1', [keyId])
  return view as ApiKeyView
}

const relationsTo = async (ctx: Ctx, key: { user_id: string; provider_id: string | null }): Promise<Relation[]> => [
  ...(key.user_id === userIdOf(ctx) ? (['self'] as const) : []),
  ...(key.provider_id === null ? [] : await providerRelation(ctx, key.provider_id)),
]
