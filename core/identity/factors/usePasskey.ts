import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import { refuse } from '@mayago/kernel/errors.ts'
import type { UserId } from '@mayago/kernel/ids.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import type { Ctx } from '../../context.ts'
import { assertCan } from '../access.ts'
import type { AssertionResponse } from './factors.schema.ts'
import { keepChallenge, takeChallenge } from './passkeyChallenge.ts'
import { toHandle } from './passkeyUser.ts'
import { loadWebAuthn, relyingParty } from './relyingParty.ts'

/** What a browser needs to sign somebody in by whichever passkey it has: no name is asked, and none is told. */
export const passkeySignInOptions = async (ctx: Ctx): Promise<PublicKeyCredentialRequestOptionsJSON> => {
  assertCan(ctx, 'account.signIn')
  return makeOptions(ctx, null)
}

/** The same for somebody whose first factor was right, or who shows again that it is them. */
export const passkeyFactorOptions = (ctx: Ctx, userId: string): Promise<PublicKeyCredentialRequestOptionsJSON> =>
  makeOptions(ctx, userId)

/** Who this passkey signs in. It is had and its holder was verified by the device: it counts as both factors. */
export const takePasskeySignIn = async (ctx: Ctx, { response }: { response: AssertionResponse }): Promise<UserId> => {
  assertCan(ctx, 'account.signIn')
  const challenge = await takeChallenge(ctx, 'sign_in', response.response.clientDataJSON, null)
  const userId = challenge === null ? null : await verify(ctx, response, challenge)
  if (userId === null || response.response.userHandle !== toHandle(userId)) throw refuse('second_factor_wrong', {})
  return userId
}

/** Whether the answer is by a passkey of this account. */
export const takePasskeyFactor = async (ctx: Ctx, userId: string, response: AssertionResponse): Promise<boolean> => {
  const challenge = await takeChallenge(ctx, 'second_factor', response.response.clientDataJSON, userId)
  return challenge !== null && (await verify(ctx, response, challenge, userId)) === userId
}

const makeOptions = async (ctx: Ctx, userId: string | null): Promise<PublicKeyCredentialRequestOptionsJSON> => {
  const { generateAuthenticationOptions } = await loadWebAuthn()
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(ctx).id,
    userVerification: 'required',
    ...(userId === null ? {} : { allowCredentials: await listCredentials(ctx, userId) }),
  })
  await keepChallenge(ctx, userId === null ? 'sign_in' : 'second_factor', options.challenge, userId)
  return options
}

const listCredentials = (ctx: Ctx, userId: string) =>
  queryRows<{ id: string; transports: string[] }>(
    ctx.em,
    'select id, transports from passkeys where user_id = $1 order by created_at limit 20',
    [userId],
  )

interface PasskeyRow {
  user_id: UserId
  public_key: Buffer
  sign_count: string
}

/**
 * Whose passkey signed this answer to our challenge; null when none of ours did. Its counter must have grown, once for
 * each answer (WebAuthn §6.1.1): one that stands still or falls back tells of a copy.
 */
const verify = async (
  ctx: Ctx,
  response: AssertionResponse,
  challenge: string,
  mustBe?: string,
): Promise<UserId | null> => {
  const passkey = await queryRow<PasskeyRow>(
    ctx.em,
    'select user_id, public_key, sign_count from passkeys where id = $1',
    [response.id],
  )
  if (!passkey || (mustBe !== undefined && passkey.user_id !== mustBe)) return null
  const { verifyAuthenticationResponse } = await loadWebAuthn()
  const { id, origin } = relyingParty(ctx)
  const verified = await verifyAuthenticationResponse({
    response: response as unknown as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
    credential: {
      id: response.id,
      publicKey: new Uint8Array(passkey.public_key),
      counter: Number(passkey.sign_count),
    },
  }).catch((error: unknown) => {
    ctx.ports.log.warn({ error: String(error), requestId: ctx.requestId }, 'a passkey was refused')
    return null
  })
  if (!verified?.verified) return null
  const { newCounter, credentialBackedUp } = verified.authenticationInfo
  const counted = await queryRow(
    ctx.em,
    `update passkeys set sign_count = $2, backed_up = $3, last_used_at = $4
     where id = $1 and (sign_count < $2 or (sign_count = 0 and $2 = 0)) returning 1`,
    [response.id, newCounter, credentialBackedUp, ctx.now],
  )
  return counted ? passkey.user_id : null
}
