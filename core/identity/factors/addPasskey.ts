import type { PublicKeyCredentialCreationOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { assert } from '@mayago/kernel/assert.ts'
import { refuse } from '@mayago/kernel/errors.ts'
import { m } from '@mayago/kernel/i18n/messages.js'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import type { Ctx } from '../../context.ts'
import { addFactor, securedAccount } from './changeFactors.ts'
import type { RegistrationResponse } from './factors.schema.ts'
import type { FactorAddedView } from './factors.view.ts'
import { keepChallenge, takeChallenge } from './passkeyChallenge.ts'
import { toBytes } from './passkeyUser.ts'
import { firstRecoveryCodes } from './recoveryCodes.ts'
import { loadWebAuthn, relyingParty } from './relyingParty.ts'

const PASSKEYS_MAX = 20

/** What a browser needs to make a passkey: one that can be found without a name, and asks who holds the device. */
export const passkeyOptions = async (ctx: Ctx): Promise<PublicKeyCredentialCreationOptionsJSON> => {
  const userId = await securedAccount(ctx)
  const { generateRegistrationOptions } = await loadWebAuthn()
  const account = await queryRow<{ email: string; name: string }>(
    ctx.em,
    'select email, name from users where id = $1',
    [userId],
  )
  assert(account !== null, 'the account exists')
  const known = await queryRows<{ id: string; transports: string[] }>(
    ctx.em,
    'select id, transports from passkeys where user_id = $1 limit $2',
    [userId, PASSKEYS_MAX],
  )
  const { id, name } = relyingParty(ctx)
  const options = await generateRegistrationOptions({
    rpName: name,
    rpID: id,
    userName: account.email,
    userDisplayName: account.name,
    userID: toBytes(userId),
    attestationType: 'none',
    excludeCredentials: known,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await keepChallenge(ctx, 'register', options.challenge, userId)
  return options
}

/** Takes a new passkey in, after checking that it answers our challenge, for our origin, by its verified holder. */
export const addPasskey = async (
  ctx: Ctx,
  { name, response }: { name?: string | undefined; response: RegistrationResponse },
): Promise<FactorAddedView> => {
  const userId = await securedAccount(ctx)
  const challenge = await takeChallenge(ctx, 'register', response.response.clientDataJSON, userId)
  if (challenge === null) throw refuse('second_factor_wrong', {})
  const { credential, isBackedUp } = await verify(ctx, response, challenge)
  return addFactor(ctx, userId, 'passkeyAdded', async (tx) => {
    const [{ count }] = (await queryRows<{ count: number }>(
      tx.em,
      'select count(*)::int as count from passkeys where user_id = $1',
      [userId],
    )) as [{ count: number }]
    if (count >= PASSKEYS_MAX) throw tooMany()
    const added = await queryRow(
      tx.em,
      `insert into passkeys (id, user_id, public_key, sign_count, transports, name, backed_up, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing returning 1`,
      [
        credential.id,
        userId,
        Buffer.from(credential.publicKey),
        credential.counter,
        credential.transports ?? [],
        name ?? m.passkey_default_name({ number: count + 1 }, { locale: tx.locale }),
        isBackedUp,
        tx.now,
      ],
    )
    // A credential belongs to one account (WebAuthn §7.1, step 26).
    if (!added) throw refuse('second_factor_wrong', {})
    return { recoveryCodes: await firstRecoveryCodes(tx, userId) }
  })
}

const tooMany = () =>
  refuse('invalid_input', {
    issues: [{ path: 'response', message: `an account has at most ${PASSKEYS_MAX} passkeys` }],
  })

/** The library throws for whatever is wrong with an answer, and all of it is the sender's. */
const verify = async (ctx: Ctx, response: RegistrationResponse, challenge: string) => {
  const { verifyRegistrationResponse } = await loadWebAuthn()
  const { id, origin } = relyingParty(ctx)
  const verified = await verifyRegistrationResponse({
    response: response as unknown as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
  }).catch((error: unknown) => {
    ctx.ports.log.warn({ error: String(error), requestId: ctx.requestId }, 'a passkey was refused')
    return null
  })
  if (!verified?.verified) throw refuse('second_factor_wrong', {})
  const { credential, credentialBackedUp: isBackedUp } = verified.registrationInfo
  return { credential, isBackedUp }
}
