import type { Ctx } from '../../context.ts'
import { finishSignIn } from '../sessions/finishSignIn.ts'
import type { Channel, SignedIn } from '../sessions/openSession.ts'
import type { AssertionResponse } from './factors.schema.ts'
import { takePasskeySignIn } from './usePasskey.ts'

/** Signs in by passkey alone, which counts as both factors. Throws `second_factor_wrong`, `account_suspended`. */
export const signInWithPasskey = async (
  ctx: Ctx,
  { response, channel }: { response: AssertionResponse; channel: Channel },
): Promise<SignedIn> => {
  const userId = await takePasskeySignIn(ctx, { response })
  return finishSignIn(ctx, { userId, channel, provenAt: ctx.now, secondFactor: true })
}
