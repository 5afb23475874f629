import { refuse } from '@mayago/kernel/errors.ts'
import { queryRow } from '@mayago/db/sql.ts'
import type { Ctx } from '../../context.ts'
import { assertFactorsSuffice, changeFactors, securedAccount } from './changeFactors.ts'
import { closeWhenLast } from './closeWhenLast.ts'
import type { FactorsView } from './factors.view.ts'
import { getFactors } from './getFactors.ts'

export const renamePasskey = async (
  ctx: Ctx,
  { passkeyId, name }: { passkeyId: string; name: string },
): Promise<FactorsView> => {
  const userId = await securedAccount(ctx)
  await changeFactors(ctx, userId, 'passkeyRenamed', async (tx) => {
    const renamed = await queryRow(tx.em, 'update passkeys set name = $3 where id = $1 and user_id = $2 returning 1', [
      passkeyId,
      userId,
      name,
    ])
    if (!renamed) throw refuse('not_found', { what: 'passkey' })
  })
  return getFactors(ctx)
}

export const removePasskey = async (ctx: Ctx, { passkeyId }: { passkeyId: string }): Promise<FactorsView> => {
  const userId = await securedAccount(ctx)
  await changeFactors(ctx, userId, 'passkeyRemoved', async (tx) => {
    const removed = await queryRow(tx.em, 'delete from passkeys where id = $1 and user_id = $2 returning 1', [
      passkeyId,
      userId,
    ])
    if (!removed) throw refuse('not_found', { what: 'passkey' })
    await assertFactorsSuffice(tx, userId)
    await closeWhenLast(tx, userId)
  })
  return getFactors(ctx)
}
