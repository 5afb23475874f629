import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { softPasskey, type Over } from '../../../test/softAuthenticator.ts'
import {
  addPasskey,
  assertionResponse,
  getFactors,
  listMethods,
  passkeyFactorOptions,
  passkeyOptions,
  passkeySignInOptions,
  removePasskey,
  renamePasskey,
  takePasskeySignIn,
} from './index.ts'
import { toHandle } from './passkeyUser.ts'
import { atOnce, factorWorld, outcomeOf, showFactor, type FactorWorld } from '../../../test/factorWorld.ts'

const Passkeys = suite<FactorWorld>('passkeys')
Passkeys.before(async (w) => void Object.assign(w, await factorWorld()))
Passkeys.after((w) => w.drop())

Passkeys('[FACTOR-4] a passkey signs its account in without a name, and stands beside a password', async (w) => {
  const [ana, ben] = [await w.person(), await w.person()]
  const key = await w.addKey(ana)
  await w.addKey(ben)
  assert.equal(await listMethods(w.as(), ana.userId), ['passkey', 'recovery_code'])
  const guest = w.guest()
  const { challenge, allowCredentials } = await passkeySignInOptions(guest)
  assert.is(allowCredentials, undefined)
  assert.is(await takePasskeySignIn(guest, { response: key.answer(challenge) }), ana.userId)
  const second = await passkeyFactorOptions(w.as(), ana.userId)
  assert.equal(
    second.allowCredentials?.map(({ id }) => id),
    [key.id],
  )
  const proof = { method: 'passkey', response: key.answer(second.challenge) } as const
  assert.is(await outcomeOf(showFactor(w.as(), ana.userId, proof)), 'kept')
  const [view] = (await getFactors(ana.ctx())).passkeys
  assert.is(view?.name, 'Passkey 1')
  assert.is.not(view?.lastUsedAt, null)
})

Passkeys('[FACTOR-4] an answer counts once, for what its challenge was given out for, and for whom', async (w) => {
  const [ana, ben] = [await w.person(), await w.person()]
  const key = await w.addKey(ana)
  const guest = w.guest()
  const { challenge } = await passkeySignInOptions(guest)
  const response = key.answer(challenge)
  assert.is(await outcomeOf(takePasskeySignIn(guest, { response })), 'kept')
  assert.is(await outcomeOf(takePasskeySignIn(guest, { response })), 'second_factor_wrong')
  const forSecond = await passkeyFactorOptions(w.as(), ana.userId)
  assert.is(
    await outcomeOf(takePasskeySignIn(guest, { response: key.answer(forSecond.challenge) })),
    'second_factor_wrong',
  )
  const forBen = await passkeyFactorOptions(w.as(), ben.userId)
  const proof = { method: 'passkey', response: key.answer(forBen.challenge) } as const
  assert.is(await outcomeOf(showFactor(w.as(), ben.userId, proof)), 'second_factor_wrong')
  const made = await passkeyOptions(ana.ctx())
  const other = softPasskey(w.settings.publicOrigin, toHandle(ben.userId))
  assert.is(await outcomeOf(addPasskey(ben.ctx(), { response: other.register(made.challenge) })), 'second_factor_wrong')
})

Passkeys('[FACTOR-4] the same answer, twenty times at once, signs in once', async (w) => {
  const key = await w.addKey(await w.person())
  const { challenge } = await passkeySignInOptions(w.guest())
  const response = key.answer(challenge)
  const counts = await atOnce(20, () => takePasskeySignIn(w.guest(), { response }))
  assert.equal(counts, { kept: 1, second_factor_wrong: 19 })
})

Passkeys(
  '[FACTOR-4] foreign origins, foreign hosts, unverified holders and strangers’ handles are refused',
  async (w) => {
    const [ana, ben] = [await w.person(), await w.person()]
    const key = await w.addKey(ana)
    const wrong: Record<string, Over> = {
      'another origin': { origin: 'https://mayago.example.evil' },
      'another port': { origin: 'http://localhost:3001' },
      'another host': { rpId: 'evil.example' },
      'nobody verified': { userVerified: false },
      'made, not asked': { type: 'webauthn.create' },
      'a handle of somebody else': { userHandle: toHandle(ben.userId) },
      'no handle': { userHandle: '' },
    }
    for (const [what, over] of Object.entries(wrong)) {
      const { challenge } = await passkeySignInOptions(w.guest())
      const outcome = await outcomeOf(takePasskeySignIn(w.guest(), { response: key.answer(challenge, over) }))
      assert.is(outcome, 'second_factor_wrong', what)
    }
    for (const over of [wrong['another origin'], wrong['another host'], wrong['nobody verified']]) {
      const { challenge } = await passkeyOptions(ana.ctx())
      const other = softPasskey(w.settings.publicOrigin, toHandle(ana.userId))
      const outcome = await outcomeOf(addPasskey(ana.ctx(), { response: other.register(challenge, over) }))
      assert.is(outcome, 'second_factor_wrong')
    }
    const { challenge } = await passkeySignInOptions(w.guest())
    const forged = softPasskey(w.settings.publicOrigin, toHandle(ana.userId)).answer(challenge)
    const response = { ...forged, id: key.id, rawId: key.id }
    assert.is(await outcomeOf(takePasskeySignIn(w.guest(), { response })), 'second_factor_wrong')
  },
)

Passkeys('[FACTOR-4] a counter that stands still or falls back tells of a copy', async (w) => {
  const key = await w.addKey(await w.person())
  const signIn = async (over: Over) => {
    const { challenge } = await passkeySignInOptions(w.guest())
    return outcomeOf(takePasskeySignIn(w.guest(), { response: key.answer(challenge, over) }))
  }
  assert.is(await signIn({ counter: 7 }), 'kept')
  assert.is(await signIn({ counter: 7 }), 'second_factor_wrong')
  assert.is(await signIn({ counter: 3 }), 'second_factor_wrong')
  assert.is(await signIn({ counter: 0 }), 'second_factor_wrong')
  assert.is(await signIn({ counter: 8 }), 'kept')
})

Passkeys('[FACTOR-4] authenticators that count nothing always say zero', async (w) => {
  const key = await w.addKey(await w.person())
  for (let n = 0; n < 2; n++) {
    const { challenge } = await passkeySignInOptions(w.guest())
    const response = key.answer(challenge, { counter: 0 })
    assert.is(await outcomeOf(takePasskeySignIn(w.guest(), { response })), 'kept')
  }
})

Passkeys('a passkey is renamed and removed by its own account only; one credential is one account’s', async (w) => {
  const [ana, ben] = [await w.person(), await w.person()]
  const key = await w.addKey(ana)
  assert.is(await outcomeOf(renamePasskey(ben.ctx(), { passkeyId: key.id, name: 'mine' })), 'not_found')
  assert.is(await outcomeOf(removePasskey(ben.ctx(), { passkeyId: key.id })), 'not_found')
  await renamePasskey(ana.ctx(), { passkeyId: key.id, name: 'Phone <b>' })
  assert.is((await getFactors(ana.ctx())).passkeys[0]?.name, 'Phone <b>')
  const { challenge } = await passkeyOptions(ben.ctx())
  assert.is(await outcomeOf(addPasskey(ben.ctx(), { response: key.register(challenge) })), 'second_factor_wrong')
  await removePasskey(ana.ctx(), { passkeyId: key.id })
  assert.equal(await listMethods(w.as(), ana.userId), [])
  assert.equal(await w.acts(ana), ['factor.added passkey', 'factor.renamed passkey', 'factor.removed passkey'])
})

Passkeys('a post-quantum signature of 4,627 bytes is not too long', () => {
  const { response, ...rest } = softPasskey('http://localhost', 'aa').answer('challenge')
  const signature = Buffer.alloc(4627).toString('base64url')
  assert.ok(assertionResponse.safeParse({ ...rest, response: { ...response, signature } }).success)
})

Passkeys.run()
