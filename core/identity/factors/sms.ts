import { randomInt } from 'node:crypto'
import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile'
import { isRefusal, refuse } from '@mayago/kernel/errors.ts'
import { m } from '@mayago/kernel/i18n/messages.js'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import type { Ctx } from '../../context.ts'
import { addFactor, assertFactorsSuffice, changeFactors, securedAccount } from './changeFactors.ts'
import { closeWhenLast } from './closeWhenLast.ts'
import type { FactorAddedView, FactorsView, SmsSentView } from './factors.view.ts'
import { getFactors } from './getFactors.ts'
import { findPending, forgetPending, keepPending } from './pending.ts'
import { firstRecoveryCodes } from './recoveryCodes.ts'
import { noteSent } from './smsDeliveries.ts'
import { endOf, findPhone, placeOf } from './smsPhone.ts'
import { takeTry } from './takeTry.ts'

const CODE_MINUTES = 10
const ATTEMPTS_MAX = 5

type Purpose = 'confirm' | 'sign_in'

/** Texts a code to a number that shall become a factor. The number counts once the code comes back. */
export const startSms = async (ctx: Ctx, { phone }: { phone: string }): Promise<SmsSentView> => {
  const userId = await securedAccount(ctx)
  const number = toMobile(phone)
  await takeTry(ctx, userId)
  await keepPending(ctx, 'sms', userId, number)
  return sendCode(ctx, userId, 'confirm', number)
}

export const confirmSms = async (ctx: Ctx, { code }: { code: string }): Promise<FactorAddedView> => {
  const userId = await securedAccount(ctx)
  await takeTry(ctx, userId)
  const phone = await findPending(ctx, 'sms', userId)
  if (phone === null || !(await takeCode(ctx, userId, 'confirm', code))) throw refuse('second_factor_wrong', {})
  const added = await addFactor(ctx, userId, 'smsAdded', async (tx) => {
    await queryRows(
      tx.em,
      `insert into sms_factors (user_id, phone_sealed, created_at, confirmed_at) values ($1, $2, $3, $3)
       on conflict (user_id) do update set phone_sealed = excluded.phone_sealed, created_at = excluded.created_at,
         confirmed_at = excluded.confirmed_at`,
      [userId, tx.services.sealer.seal(placeOf(userId), phone), tx.now],
    )
    return { recoveryCodes: await firstRecoveryCodes(tx, userId) }
  })
  await forgetPending(ctx, 'sms', userId)
  return added
}

export const removeSms = async (ctx: Ctx): Promise<FactorsView> => {
  const userId = await securedAccount(ctx)
  await changeFactors(ctx, userId, 'smsRemoved', async (tx) => {
    const removed = await queryRow(tx.em, 'delete from sms_factors where user_id = $1 returning 1', [userId])
    if (!removed) throw refuse('not_found', { what: 'factor' })
    await assertFactorsSuffice(tx, userId)
    await closeWhenLast(tx, userId)
  })
  return getFactors(ctx)
}

/** Texts a code to the number of somebody who is signing in. Whoever calls this has checked their first factor. */
export const sendSignInCode = async (ctx: Ctx, userId: string): Promise<SmsSentView> => {
  const phone = await findPhone(ctx, userId)
  if (phone === null) throw refuse('second_factor_wrong', {})
  await takeTry(ctx, userId)
  return sendCode(ctx, userId, 'sign_in', phone)
}

export const takeSmsCode = (ctx: Ctx, userId: string, code: string): Promise<boolean> =>
  takeCode(ctx, userId, 'sign_in', code)

/** E.164. A number that no mobile phone has is refused before anybody pays for a message to it. */
const toMobile = (text: string): string => {
  const number = parsePhoneNumberFromString(text)
  if (!number?.isValid())
    throw refuse('invalid_input', {
      issues: [{ path: 'phone', message: 'must be a mobile number like +52 999 123 4567' }],
    })
  return number.number
}

/** The code is kept before it is sent, in place of an older one, and not sooner than `smsAgainSeconds` after that. */
const sendCode = async (ctx: Ctx, userId: string, purpose: Purpose, phone: string): Promise<SmsSentView> => {
  const { smsAgainSeconds } = ctx.services.settings
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const hash = hashOf(ctx, userId, purpose, code)
  const expiresAt = new Date(ctx.now.getTime() + CODE_MINUTES * 60_000)
  const kept = await queryRow(
    ctx.em,
    `insert into sms_codes (user_id, purpose, hash, sent_at, expires_at) values ($1, $2, $3, $4, $5)
     on conflict (user_id, purpose) do update set hash = excluded.hash, sent_at = excluded.sent_at,
       expires_at = excluded.expires_at, attempts = 0
       where $6 = 0 or sms_codes.sent_at <= excluded.sent_at - make_interval(secs => $6)
     returning 1`,
    [userId, purpose, hash, ctx.now, expiresAt, smsAgainSeconds],
  )
  if (!kept) throw refuse('too_many_requests', { retryAfterSeconds: smsAgainSeconds })
  try {
    const text = m.sms_code({ code, minutes: CODE_MINUTES }, { locale: ctx.locale })
    const { messageId } = await ctx.ports.sms.send({ to: phone, text, idempotencyKey: hash.toString('base64url') })
    await noteSent(ctx, messageId, userId)
  } catch (error) {
    // What was never sent must not keep the person waiting for the next.
    await queryRows(ctx.em, 'delete from sms_codes where user_id = $1 and purpose = $2 and hash = $3', [
      userId,
      purpose,
      hash,
    ])
    throw isRefusal(error, 'invalid_input') ? notReached() : error
  }
  return {
    phoneEnd: endOf(phone),
    expiresAt: expiresAt.toISOString(),
    againAt: new Date(ctx.now.getTime() + smsAgainSeconds * 1000).toISOString(),
  }
}

const notReached = () =>
  refuse('invalid_input', { issues: [{ path: 'phone', message: 'cannot be reached by text message' }] })

/** Whether it is the code that was sent, used up by this. The attempt is counted before it is compared: five, at any pace. */
const takeCode = async (ctx: Ctx, userId: string, purpose: Purpose, code: string): Promise<boolean> => {
  const tried = await queryRow<{ hash: Buffer }>(
    ctx.em,
    `update sms_codes set attempts = attempts + 1
     where user_id = $1 and purpose = $2 and expires_at > $3 and attempts < ${ATTEMPTS_MAX} returning hash`,
    [userId, purpose, ctx.now],
  )
  const hash = hashOf(ctx, userId, purpose, code)
  if (!tried?.hash.equals(hash)) return false
  const taken = await queryRow(
    ctx.em,
    'delete from sms_codes where user_id = $1 and purpose = $2 and hash = $3 returning 1',
    [userId, purpose, hash],
  )
  return taken !== null
}

const hashOf = ({ services }: Ctx, userId: string, purpose: Purpose, code: string): Buffer =>
  services.signer.codeHash('sms code', `${userId}.${purpose}.${code}`)
