import { Secret, TOTP } from 'otpauth'
import { renderSVG } from 'uqr'
import { assert } from '@mayago/kernel/assert.ts'
import { refuse } from '@mayago/kernel/errors.ts'
import type { UserId } from '@mayago/kernel/ids.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import type { Ctx } from '../../context.ts'
import { addFactor, assertFactorsSuffice, changeFactors, securedAccount } from './changeFactors.ts'
import { closeWhenLast } from './closeWhenLast.ts'
import type { FactorAddedView, FactorsView, TotpStartView } from './factors.view.ts'
import { getFactors } from './getFactors.ts'
import { findPending, forgetPending, keepPending } from './pending.ts'
import { firstRecoveryCodes } from './recoveryCodes.ts'
import { takeTry } from './takeTry.ts'

/** RFC 6238 as every authenticator app has it: SHA-1, 30 seconds, six digits; one step early or late is taken. */
const PERIOD = 30
const WINDOW = 1
const SECRET_BYTES = 20

/** Offers a secret for an authenticator app. Nothing counts until a code from it is confirmed; asked again, it is the same. */
export const startTotp = async (ctx: Ctx): Promise<TotpStartView> => {
  const userId = await securedAccount(ctx)
  const secret = (await findPending(ctx, 'totp', userId)) ?? new Secret({ size: SECRET_BYTES }).base32
  await keepPending(ctx, 'totp', userId, secret)
  const { email } = (await queryRow<{ email: string }>(ctx.em, 'select email from users where id = $1', [userId])) ?? {}
  assert(email !== undefined, 'the account exists')
  const uri = totpOf(secret, email).toString()
  return { uri, key: secret.replaceAll(/(.{4})(?=.)/g, '$1 '), qr: renderSVG(uri, { ecc: 'M', border: 4 }) }
}

/** Takes the authenticator app in, in place of one there was, once it shows a right code. That code is used up by this. */
export const confirmTotp = async (ctx: Ctx, { code }: { code: string }): Promise<FactorAddedView> => {
  const userId = await securedAccount(ctx)
  await takeTry(ctx, userId)
  const secret = await findPending(ctx, 'totp', userId)
  const step = secret === null ? null : stepOf(secret, code, ctx.now)
  if (secret === null || step === null) throw refuse('second_factor_wrong', {})
  const added = await addFactor(ctx, userId, 'totpAdded', async (tx) => {
    await queryRows(
      tx.em,
      `insert into totp_factors (user_id, secret_sealed, created_at, confirmed_at, last_step) values ($1, $2, $3, $3, $4)
       on conflict (user_id) do update set secret_sealed = excluded.secret_sealed, created_at = excluded.created_at,
         confirmed_at = excluded.confirmed_at, last_step = excluded.last_step`,
      [userId, tx.services.sealer.seal(placeOf(userId), secret), tx.now, step],
    )
    return { recoveryCodes: await firstRecoveryCodes(tx, userId) }
  })
  await forgetPending(ctx, 'totp', userId)
  return added
}

export const removeTotp = async (ctx: Ctx): Promise<FactorsView> => {
  const userId = await securedAccount(ctx)
  await changeFactors(ctx, userId, 'totpRemoved', async (tx) => {
    const removed = await queryRow(tx.em, 'delete from totp_factors where user_id = $1 returning 1', [userId])
    if (!removed) throw refuse('not_found', { what: 'factor' })
    await assertFactorsSuffice(tx, userId)
    await closeWhenLast(tx, userId)
  })
  return getFactors(ctx)
}

/**
 * Whether the code is the app's, and used up by this. A step is accepted once, and no earlier one after it
 * (RFC 6238 §5.2): one conditional UPDATE decides among all who come with the same code.
 */
export const takeTotpCode = async (ctx: Ctx, userId: string, code: string): Promise<boolean> => {
  const row = await queryRow<{ secret_sealed: string }>(
    ctx.em,
    'select secret_sealed from totp_factors where user_id = $1 and confirmed_at is not null',
    [userId],
  )
  if (!row) return false
  const step = stepOf(ctx.services.sealer.open(placeOf(userId), row.secret_sealed), code, ctx.now)
  if (step === null) return false
  const taken = await queryRow(
    ctx.em,
    `update totp_factors set last_step = $2 where user_id = $1 and last_step < $2 and secret_sealed = $3 returning 1`,
    [userId, step, row.secret_sealed],
  )
  return taken !== null
}

export const placeOf = (userId: UserId | string): string => `totp_factors.secret_sealed:${userId}`

const totpOf = (secret: string, label = 'MayaGo'): TOTP =>
  new TOTP({ issuer: 'MayaGo', label, secret, algorithm: 'SHA1', digits: 6, period: PERIOD })

/** The time step whose code this is, or null. */
const stepOf = (secret: string, code: string, now: Date): number | null => {
  const totp = totpOf(secret)
  const timestamp = now.getTime()
  const delta = totp.validate({ token: code, timestamp, window: WINDOW })
  return delta === null ? null : totp.counter({ timestamp }) + delta
}
