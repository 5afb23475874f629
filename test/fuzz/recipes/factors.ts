import { startSms, startTotp, confirmSms, passkeyOptions } from '../../../core/identity/factors/index.ts'
import { toHandle } from '../../../core/identity/factors/passkeyUser.ts'
import { Secret, TOTP } from 'otpauth'
import { softPasskey, type SoftPasskey } from '../../softAuthenticator.ts'
import type { FuzzWorld, Member } from '../fuzzWorld.ts'
import type { Recipes } from './recipe.ts'

/** A code counts once, and one of the step before or after counts too: the app was added a step ago. */
const STEP_MS = 30_000

/** Somebody who has just added an authenticator app, and the next code it shows. */
export const withApp = async (
  w: FuzzWorld,
): Promise<{ member: Member; code: string; recoveryCodes: readonly string[] }> => {
  const member = await w.newMember('traveler', true)
  const now = new Date()
  const { codeAt, recoveryCodes } = await w.people.addApp(member, new Date(now.getTime() - STEP_MS))
  return { member, code: codeAt(now), recoveryCodes: recoveryCodes ?? [] }
}

export const withPasskey = async (w: FuzzWorld): Promise<{ member: Member; passkey: SoftPasskey }> => {
  const member = await w.newMember('traveler', true)
  return { member, passkey: await w.people.addKey(member) }
}

const newPhone = (w: FuzzWorld): string => `+52 999 ${w.chance.between(100, 999)} ${w.chance.between(1000, 9999)}`

/** Somebody who asked for a code to a number of theirs, and that code. */
const texted = async (w: FuzzWorld): Promise<{ member: Member; code: string }> => {
  const member = await w.newMember('traveler', true)
  const phone = newPhone(w)
  await startSms(member.ctx(), { phone })
  const { rows } = await w.pool.query<{ text: string }>(
    'select text from dev_sms where to_number = $1 order by sent_at desc, id desc limit 1',
    [phone.replaceAll(' ', '')],
  )
  return { member, code: /\b\d{6}\b/.exec(rows[0]?.text ?? '')?.[0] ?? '' }
}

export const withPhone = async (w: FuzzWorld): Promise<Member> => {
  const { member, code } = await texted(w)
  await confirmSms(member.ctx(), { code })
  return member
}

const bearerOf = async (member: Promise<Member> | Promise<{ member: Member }>) => {
  const made = await member
  return { bearer: 'member' in made ? made.member.bearer : made.bearer }
}

export const factors: Recipes = {
  'GET /me/factors': (w) => bearerOf(w.chance.pick([w.member, () => withApp(w).then(({ member }) => member)])()),
  'POST /me/factors/totp': (w) => bearerOf(w.newMember()),
  'POST /me/factors/totp/confirm': async (w) => {
    const member = await w.newMember()
    const { key } = await startTotp(member.ctx())
    const code = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) }).generate()
    return { bearer: member.bearer, body: { code } }
  },
  'DELETE /me/factors/totp': (w) => bearerOf(withApp(w)),
  'POST /me/factors/sms': async (w) => ({ ...(await bearerOf(w.newMember())), body: { phone: newPhone(w) } }),
  'POST /me/factors/sms/confirm': async (w) => {
    const { member, code } = await texted(w)
    return { bearer: member.bearer, body: { code } }
  },
  'DELETE /me/factors/sms': (w) => bearerOf(withPhone(w)),
  'POST /me/factors/passkeys/options': (w) => bearerOf(w.member()),
  'POST /me/factors/passkeys': async (w) => {
    const member = await w.newMember()
    const { challenge } = await passkeyOptions(member.ctx())
    const passkey = softPasskey(w.settings.publicOrigin, toHandle(member.userId))
    return { bearer: member.bearer, body: { name: 'Phone', response: passkey.register(challenge) } }
  },
  'PATCH /me/factors/passkeys/{passkeyId}': async (w) => {
    const { member, passkey } = await withPasskey(w)
    return { bearer: member.bearer, path: { passkeyId: passkey.id }, body: { name: 'My other phone' } }
  },
  'DELETE /me/factors/passkeys/{passkeyId}': async (w) => {
    const { member, passkey } = await withPasskey(w)
    return { bearer: member.bearer, path: { passkeyId: passkey.id } }
  },
  'POST /me/factors/recovery-codes': (w) => bearerOf(withApp(w)),
  'POST /me/confirm/passkey-options': (w) => bearerOf(withPasskey(w)),
  'POST /me/confirm/sms': (w) => bearerOf(withPhone(w)),
}
