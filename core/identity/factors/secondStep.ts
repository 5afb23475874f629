import type { Ctx } from '../../context.ts'
import { assertCan } from '../access.ts'
import { readChallenge } from '../sessions/challenge.ts'
import { describeStep } from './confirmByFactor.ts'
import type { SecondStepView, SmsSentView } from './factors.view.ts'
import { sendSignInCode } from './sms.ts'
import { passkeyFactorOptions } from './usePasskey.ts'

interface Asked {
  challenge: string
}

/** What somebody whose first factor was right can show next. Throws `token_invalid` for a challenge that is over. */
export const getSecondStep = async (ctx: Ctx, asked: Asked): Promise<SecondStepView> =>
  describeStep(ctx, await whoIs(ctx, asked))

/** What a browser needs to ask one of their passkeys. */
export const secondStepPasskeyOptions = async (ctx: Ctx, asked: Asked): ReturnType<typeof passkeyFactorOptions> =>
  passkeyFactorOptions(ctx, await whoIs(ctx, asked))

/** Texts them a code. */
export const sendSecondStepCode = async (ctx: Ctx, asked: Asked): Promise<SmsSentView> =>
  sendSignInCode(ctx, await whoIs(ctx, asked))

const whoIs = async (ctx: Ctx, { challenge }: Asked): Promise<string> => {
  assertCan(ctx, 'account.signIn')
  return (await readChallenge(ctx, challenge)).userId
}
