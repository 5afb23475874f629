import { passkeySignInOptions, passkeyFactorOptions } from '../../../core/identity/factors/index.ts'
import { forgotPassword, registerAccount, signIn } from '../../../core/identity/index.ts'
import { isRefusal } from '../../../core/kernel/errors.ts'
import { anonymous } from '../../access/cast.ts'
import { mailedToken } from '../../mailedToken.ts'
import { PASSWORD, type FuzzWorld, type Member } from '../fuzzWorld.ts'
import { withApp, withPasskey, withPhone } from './factors.ts'
import type { Recipes } from './recipe.ts'

const newEmail = (w: FuzzWorld): string => `traveler${w.chance.under(1e9)}@example.com`
const newPassword = (w: FuzzWorld): string => `violet harbour ${w.chance.under(1e9)} lanterns`

/** What somebody with a second factor hears when their password was right. */
const challengeOf = async (w: FuzzWorld, { email }: Member): Promise<string> => {
  const heard = await signIn(w.as(anonymous), { email, password: PASSWORD, channel: 'api' }).catch((e: unknown) => e)
  if (isRefusal(heard, 'second_factor_required')) return heard.data.challenge
  throw heard
}

const proofOf = async (w: FuzzWorld): Promise<{ member: Member; proof: object; challenge: string }> => {
  if (w.chance.under(3) === 0) {
    const { member, passkey } = await withPasskey(w)
    const challenge = await challengeOf(w, member)
    const options = await passkeyFactorOptions(w.as(anonymous), member.userId)
    return { member, challenge, proof: { method: 'passkey', response: passkey.answer(options.challenge) } }
  }
  const { member, code, recoveryCodes } = await withApp(w)
  const proofs = [
    { method: 'totp', code },
    { method: 'recovery_code', code: recoveryCodes[0] },
  ]
  return { member, challenge: await challengeOf(w, member), proof: w.chance.pick(proofs) }
}

export const signingIn: Recipes = {
  'POST /auth/register': (w) => ({ body: { name: 'Nadia Haddad', email: newEmail(w), password: newPassword(w) } }),
  'POST /auth/verify': async (w) => {
    const email = newEmail(w)
    const password = newPassword(w)
    const { registration } = await registerAccount(w.as(anonymous), { name: 'Nadia Haddad', email, password })
    const { token } = await mailedToken(w, 'account.sendRegistration', email)
    return {
      body: w.chance.pick([
        { token, registration },
        { token, password },
      ]),
    }
  },
  'POST /auth/sign-in': async (w) => ({ body: { email: (await w.member()).email, password: PASSWORD } }),
  'POST /auth/sign-in/second-factor': async (w) => {
    const { challenge, proof } = await proofOf(w)
    return { body: { challenge, proof } }
  },
  'POST /auth/sign-in/second-factor/passkey-options': async (w) => {
    const { member } = await withPasskey(w)
    return { body: { challenge: await challengeOf(w, member) } }
  },
  'POST /auth/sign-in/second-factor/sms': async (w) => ({
    body: { challenge: await challengeOf(w, await withPhone(w)) },
  }),
  'POST /auth/sign-in/passkey-options': () => ({}),
  'POST /auth/sign-in/passkey': async (w) => {
    const { passkey } = await withPasskey(w)
    const { challenge } = await passkeySignInOptions(w.as(anonymous))
    return { body: { response: passkey.answer(challenge) } }
  },
  'POST /auth/refresh': async (w) => ({ body: { refreshToken: (await w.newMember()).refreshToken } }),
  'POST /auth/forgotten': async (w) => ({ body: { email: w.chance.pick([(await w.member()).email, newEmail(w)]) } }),
  'POST /auth/reset': async (w) => {
    const { email } = await w.newMember()
    await forgotPassword(w.as(anonymous), { email })
    const { token } = await mailedToken(w, 'account.sendReset', email)
    return { body: { token, password: newPassword(w) } }
  },
  'POST /auth/sign-out': async (w) => ({ bearer: (await w.newMember()).bearer }),

  'POST /me/confirm/factor': async (w) => {
    const { member, proof } = await proofOf(w)
    return { bearer: member.bearer, body: { proof } }
  },
}
