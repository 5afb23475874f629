import { refuse } from '@mayago/kernel/errors.ts'
import type { Ctx } from '../../context.ts'
import { ownAccount } from '../accounts/ownAccount.ts'
import type { SecondStepView, SmsSentView } from './factors.view.ts'
import { listMethods } from './listMethods.ts'
import { sendSignInCode } from './sms.ts'
import { endOf, findPhone } from './smsPhone.ts'
import { strengthenSession } from './strengthenSession.ts'
import { takeTry } from './takeTry.ts'
import { passkeyFactorOptions } from './usePasskey.ts'
import { verifyFactor, type FactorProof } from './verifyFactor.ts'

/** Shows a factor again: for a quarter of an hour the session may do what asks for that. Throws `second_factor_wrong`. */
export const confirmByFactor = async (ctx: Ctx, { proof }: { proof: FactorProof }): Promise<Record<string, never>> => {
  const actor = ownAccount(ctx, 'account.change')
  await takeTry(ctx, actor.userId)
  if (!(await verifyFactor(ctx, actor.userId, proof))) throw refuse('second_factor_wrong', {})
  await strengthenSession(ctx, actor)
  return {}
}

/** What somebody who is signed in can show again. */
export const getConfirmStep = async (ctx: Ctx): Promise<SecondStepView> =>
  describeStep(ctx, ownAccount(ctx, 'account.change').userId)

export const confirmPasskeyOptions = async (ctx: Ctx): ReturnType<typeof passkeyFactorOptions> =>
  passkeyFactorOptions(ctx, ownAccount(ctx, 'account.change').userId)

export const sendConfirmCode = async (ctx: Ctx): Promise<SmsSentView> =>
  sendSignInCode(ctx, ownAccount(ctx, 'account.change').userId)

export const describeStep = async (ctx: Ctx, userId: string): Promise<SecondStepView> => {
  const methods = await listMethods(ctx, userId)
  const phone = methods.includes('sms') ? await findPhone(ctx, userId) : null
  return { methods, phoneEnd: phone === null ? null : endOf(phone) }
}
