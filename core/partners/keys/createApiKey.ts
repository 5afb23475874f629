import { refuse } from '@mayago/kernel/errors.ts'
import { newId } from '@mayago/kernel/ids.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { recordAct } from '../../audit/index.ts'
import { idempotentlySealed } from '../../booking/index.ts'
import { inTransaction, type Ctx } from '../../context.ts'
import { assertCan, assertCanSee } from '../../identity/access.ts'
import { userIdOf } from '../partnerAccount.ts'
import { providerRelation } from '../../identity/providerRelation.ts'
import type { CreateApiKeyInput } from './apiKey.schema.ts'
import type { NewApiKeyView } from './apiKey.view.ts'
import { hashSecret, newKeyText, writeKey } from '../../identity/apiKeys/keyText.ts'
import { findApiKeys } from './listApiKeys.ts'

const LIVE_KEYS_MAX = 50

/**
 * Makes a key for a partner's program and shows it, this once; only its digest is kept. One for a provider needs its owner
 * or manager. PARTNER-1, PARTNER-2. Throws `not_found` for a provider that is none of theirs, `invalid_input`.
 */
export const createApiKey = async (ctx: Ctx, input: CreateApiKeyInput): Promise<NewApiKeyView> => {
  assertCan(ctx, 'apiKey.manage')
  if (input.providerId !== undefined)
    assertCanSee(ctx, 'apiKey.manageProvider', await providerRelation(ctx, input.providerId), {
      what: 'provider',
      id: input.providerId,
    })
  if (input.expiresAt !== undefined && input.expiresAt <= ctx.now.toISOString())
    throw refuse('invalid_input', { issues: [{ path: 'expiresAt', message: 'must be ahead' }] })
  return idempotentlySealed(ctx, 'apiKey.create', input, (keep) =>
    inTransaction(ctx, async (tx) => keep(tx, await insertKey(tx, input))),
  )
}

const insertKey = async (
  tx: Ctx,
  { name, scopes, providerId, expiresAt }: CreateApiKeyInput,
): Promise<NewApiKeyView> => {
  const userId = userIdOf(tx)
  await assertRoom(tx, userId)
  const id = newId<'apiKey'>(tx.now.getTime())
  const text = newKeyText()
  await queryRows(
    tx.em,
    `insert into api_keys (id, user_id, provider_id, name, prefix, hash, scopes, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, userId, providerId ?? null, name, text.prefix, hashSecret(text.secret), scopes, tx.now, expiresAt ?? null],
  )
  await recordAct(tx, 'apiKey.made', `apiKey:${id}`, { scopes, providerId: providerId ?? null })
  const [view] = await findApiKeys(tx, 'k.id = $1', [id])
  return { ...(view as NonNullable<typeof view>), key: writeKey(text) }
}

const assertRoom = async (tx: Ctx, userId: string): Promise<void> => {
  const row = await queryRow<{ live: number }>(
    tx.em,
    'select count(*)::int as live from api_keys where user_id = $1 and revoked_at is null',
    [userId],
  )
  if (row && row.live >= LIVE_KEYS_MAX)
    throw refuse('invalid_input', {
      issues: [{ path: 'name', message: `you have ${LIVE_KEYS_MAX} keys already; revoke one first` }],
    })
}
