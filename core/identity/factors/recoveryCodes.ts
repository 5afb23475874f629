import type { UserId } from '@mayago/kernel/ids.ts'
import { newReference } from '@mayago/kernel/ids.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import type { Ctx } from '../../context.ts'
import { changeFactors, securedAccount } from './changeFactors.ts'
import { countFactors } from './countFactors.ts'
import { refuse } from '@mayago/kernel/errors.ts'
import type { RecoveryCodesView } from './factors.view.ts'

const CODES = 10

/** Makes ten new recovery codes in place of all that there were. They are told once and kept hashed. */
export const regenerateRecoveryCodes = async (ctx: Ctx): Promise<RecoveryCodesView> => {
  const userId = await securedAccount(ctx)
  if ((await countFactors(ctx, userId)) === 0) throw refuse('second_factor_missing', {})
  return changeFactors(ctx, userId, 'recoveryCodesMade', async (tx) => ({
    recoveryCodes: await writeRecoveryCodes(tx, userId),
  }))
}

/** Codes for who adds their first factor; null where there are unused ones. */
export const firstRecoveryCodes = async (tx: Ctx, userId: UserId): Promise<string[] | null> => {
  const unused = await queryRow(tx.em, 'select 1 from recovery_codes where user_id = $1 and used_at is null limit 1', [
    userId,
  ])
  return unused ? null : writeRecoveryCodes(tx, userId)
}

const writeRecoveryCodes = async (tx: Ctx, userId: UserId): Promise<string[]> => {
  const codes = Array.from({ length: CODES }, newCode)
  await queryRows(tx.em, 'delete from recovery_codes where user_id = $1', [userId])
  await queryRows(tx.em, 'insert into recovery_codes (user_id, hash, created_at) select $1, unnest($2::bytea[]), $3', [
    userId,
    codes.map((code) => hashOf(tx, userId, code.replaceAll('-', ''))),
    tx.now,
  ])
  return codes
}

/** Twelve letters without look-alikes, 57 bits: "7KQ2-MX4D-PT9R". */
const newCode = (): string => {
  const letters = newReference() + newReference()
  return [letters.slice(0, 4), letters.slice(4, 8), letters.slice(8, 12)].join('-')
}

/** Uses one code up. One conditional UPDATE: of two that come with the same code, one is accepted. */
export const takeRecoveryCode = async (ctx: Ctx, userId: string, code: string): Promise<boolean> => {
  const taken = await queryRow(
    ctx.em,
    'update recovery_codes set used_at = $3 where user_id = $1 and hash = $2 and used_at is null returning 1',
    [userId, hashOf(ctx, userId, code), ctx.now],
  )
  return taken !== null
}

const hashOf = ({ services }: Ctx, userId: string, code: string): Buffer =>
  services.signer.codeHash('recovery code', `${userId}.${code}`)
