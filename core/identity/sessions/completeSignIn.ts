import { refuse } from '@mayago/kernel/errors.ts'
import type { Ctx } from '../../context.ts'
import { assertCan } from '../access.ts'
import { takeTry } from '../factors/takeTry.ts'
import { verifyFactor, type FactorProof } from '../factors/verifyFactor.ts'
import { readChallenge, takeChallenge } from './challenge.ts'
import { finishSignIn } from './finishSignIn.ts'
import type { Channel, SignedIn } from './openSession.ts'

/**
 * Signs in who has shown a first factor, by a second one. A challenge is good for five minutes and one session; tries
 * are counted against the account. Throws `second_factor_wrong`, `token_invalid`. SESSION-1.
 */
export const completeSignIn = async (
  ctx: Ctx,
  { challenge, proof, channel }: { challenge: string; proof: FactorProof; channel: Channel },
): Promise<SignedIn> => {
  assertCan(ctx, 'account.signIn')
  const asked = await readChallenge(ctx, challenge)
  if (asked.channel !== channel) throw refuse('token_invalid', {})
  await takeTry(ctx, asked.userId)
  if (!(await verifyFactor(ctx, asked.userId, proof))) throw refuse('second_factor_wrong', {})
  await takeChallenge(ctx, asked)
  return finishSignIn(ctx, { ...asked, secondFactor: true })
}
