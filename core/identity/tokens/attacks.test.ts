import { createHmac, generateKeyPairSync } from 'node:crypto'
import { exportJWK, importJWK, SignJWT, type JWK, type JWTHeaderParameters, type JWTPayload } from 'jose'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { accountWorld, ANYBODY, PASSWORD, type AccountWorld } from '../testing/accountWorld.fixture.ts'
import { outcomeOf, refused } from '../testing/refused.fixture.ts'
import {
  authenticate,
  getJwks,
  refreshSession,
  registerInput,
  signIn,
  signInInput,
  signOut,
  verifyEmail,
  type SignedIn,
} from '../index.ts'
import { issueLiveTicket, redeemLiveTicket } from '../liveTicket.ts'
import { signChallenge } from '../sessions/challenge.ts'
import { ALGORITHM } from './accessKeys.ts'

interface World extends AccountWorld {
  mine: SignedIn
  jwk: JWK
  /** Our own key: what an attacker never has, so that one thing at a time is wrong. */
  ours: CryptoKey
}

const Attacks = suite('attacks on tokens', {} as World)
Attacks.before(async (w) => {
  Object.assign(w, await accountWorld())
  w.mine = await w.join('nadia@example.org')
  w.jwk = (await getJwks(w.as())).keys[0] as JWK
  w.ours = (await w.as().services.accessKeys.signing(w.as())).key
})
Attacks.after((w) => w.drop())

interface Forged {
  header?: Partial<JWTHeaderParameters>
  claims?: JWTPayload
  key?: CryptoKey | Uint8Array
}

/** A good token but for what is told; without anything told it is good. */
const forge = (w: World, { header = {}, claims = {}, key = w.ours }: Forged = {}): Promise<string> => {
  const now = Math.floor(Date.now() / 1000)
  const origin = w.settings.publicOrigin
  const good = {
    iss: origin,
    aud: `${origin}/api`,
    sub: w.mine.userId,
    sid: w.mine.sessionId,
    iat: now,
    exp: now + 600,
  }
  return new SignJWT(JSON.parse(JSON.stringify({ ...good, ...claims })) as JWTPayload)
    .setProtectedHeader({ alg: ALGORITHM, typ: 'at+jwt', kid: w.jwk.kid as string, ...header })
    .sign(key)
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const now = () => Math.floor(Date.now() / 1000)

/** Signed by nobody, or by HMAC with what everybody may know: our public key. */
const unsigned = (w: World, alg: string, secret?: string): string => {
  const origin = w.settings.publicOrigin
  const payload = {
    iss: origin,
    aud: `${origin}/api`,
    sub: w.mine.userId,
    sid: w.mine.sessionId,
    iat: now(),
    exp: now() + 600,
  }
  const text = `${encode({ alg, typ: 'at+jwt', kid: w.jwk.kid })}.${encode(payload)}`
  return `${text}.${secret === undefined ? '' : createHmac('sha256', secret).update(text).digest('base64url')}`
}

const ownPair = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    privateKey: privateKey.export({ format: 'jwk' }) as JWK,
    publicKey: publicKey.export({ format: 'jwk' }) as JWK,
  }
}
const foreignKey = async (): Promise<CryptoKey> => (await importJWK(ownPair().privateKey, ALGORITHM)) as CryptoKey

Attacks('[TOKEN-2] the forger’s own tool makes good tokens when nothing is wrong: the test can fail', async (w) => {
  assert.is((await authenticate(w.as(ANYBODY), await forge(w))).userId, w.mine.userId)
})

const CORPUS: Record<string, (w: World) => string | Promise<string>> = {
  nothing: () => '',
  'text that is no token': () => 'hello.world.again',
  'alg none': (w) => unsigned(w, 'none'),
  'alg NONE': (w) => unsigned(w, 'NONE'),
  'HS256 with the public key as secret': (w) => unsigned(w, 'HS256', JSON.stringify(w.jwk)),
  'HS256 with the public key’s bytes as secret': (w) => unsigned(w, 'HS256', String(w.jwk.x)),
  'EdDSA said, HMAC done': (w) => unsigned(w, 'EdDSA', String(w.jwk.x)),
  'another key under our key’s name': async (w) => forge(w, { key: await foreignKey() }),
  'another key that travels along': async (w) => {
    const pair = ownPair()
    return forge(w, {
      header: { jwk: pair.publicKey },
      key: (await importJWK(pair.privateKey, ALGORITHM)) as CryptoKey,
    })
  },
  'a key from elsewhere': async (w) =>
    forge(w, { header: { jku: 'https://evil.example/jwks' }, key: await foreignKey() }),
  'an unknown key': (w) => forge(w, { header: { kid: 'nobody' } }),
  'a key named like a path': (w) => forge(w, { header: { kid: "../../../dev/null' or 1=1 --" } }),
  'no key named': (w) => forge(w, { header: { kid: undefined as unknown as string } }),
  'another issuer': (w) => forge(w, { claims: { iss: 'https://evil.example' } }),
  'no issuer': (w) => forge(w, { claims: { iss: undefined } }),
  'another audience': (w) => forge(w, { claims: { aud: 'https://partner.example/api' } }),
  'our origin as audience': (w) => forge(w, { claims: { aud: w.settings.publicOrigin } }),
  'no audience': (w) => forge(w, { claims: { aud: undefined } }),
  'another type': (w) => forge(w, { header: { typ: 'JWT' } }),
  'no type': (w) => forge(w, { header: { typ: undefined as unknown as string } }),
  'a challenge’s type': (w) => forge(w, { header: { typ: 'second-factor+jwt' } }),
  'a real challenge': (w) => signChallenge(w.as(), { userId: w.mine.userId, channel: 'api', provenAt: new Date() }),
  'run out a second ago': (w) => forge(w, { claims: { iat: now() - 601, exp: now() - 1 } }),
  'not good yet': (w) => forge(w, { claims: { nbf: now() + 60 } }),
  'made tomorrow': (w) => forge(w, { claims: { iat: now() + 86_400, exp: now() - 5 } }),
  'without an end': (w) => forge(w, { claims: { exp: undefined } }),
  'an end that is text': (w) => forge(w, { claims: { exp: 'never' as unknown as number } }),
  'without a session': (w) => forge(w, { claims: { sid: undefined } }),
  'another’s session': async (w) => forge(w, { claims: { sid: (await w.join(`o${now()}@example.org`)).sessionId } }),
  'another subject': async (w) => forge(w, { claims: { sub: (await w.join(`s${now()}@example.org`)).userId } }),
  'a session that never was': (w) => forge(w, { claims: { sid: '0198b1f0-0000-7000-8000-000000000000' } }),
  'a session that is SQL': (w) => forge(w, { claims: { sid: "' or true --" } }),
  'cut off': async (w) => (await forge(w)).slice(0, -10),
  'without its signature': async (w) => (await forge(w)).split('.').slice(0, 2).join('.') + '.',
  'one letter changed': async (w) => (await forge(w)).replace(/\.(.)/, (_, letter) => `.${letter === 'e' ? 'f' : 'e'}`),
  'with a null byte': async (w) => `${await forge(w)}\0`,
  twice: async (w) => `${await forge(w)},${await forge(w)}`,
  'ten megabytes': () => 'a.'.repeat(5_000_000),
  'a refresh token': (w) => w.mine.refreshToken,
  'a live ticket': async (w) => (await issueLiveTicket(await w.asUser(w.mine))).ticket,
}

for (const [name, make] of Object.entries(CORPUS))
  Attacks(`[TOKEN-2] as an access token: ${name}`, async (w) =>
    refused(authenticate(w.as(ANYBODY), await make(w)), 'token_invalid', name),
  )

const NO_REFRESH: Record<string, (w: World) => string | Promise<string>> = {
  nothing: () => '',
  'an access token': (w) => w.mine.accessToken,
  'a live ticket': async (w) => (await issueLiveTicket(await w.asUser(w.mine))).ticket,
  'its hash': async (w) =>
    (await w.pool.query('select hash from refresh_tokens limit 1')).rows[0].hash.toString('base64url'),
  'forty-three letters': () => 'A'.repeat(43),
  SQL: () => "' or 1=1 --",
  'with a null byte': (w) => `${w.mine.refreshToken}\0`,
  'with a space': (w) => ` ${w.mine.refreshToken}`,
  'ten megabytes': () => 'A'.repeat(10_000_000),
}

for (const [name, make] of Object.entries(NO_REFRESH))
  Attacks(`[TOKEN-2] as a refresh token: ${name}`, async (w) => {
    const refreshToken = await make(w)
    await refused(refreshSession(w.as(ANYBODY), { refreshToken, channel: 'api' }), 'token_invalid', name)
    await refused(verifyEmail(w.as(ANYBODY), { token: refreshToken, channel: 'api' }), 'link_expired', name)
  })

Attacks('[ACCESS-2] a live ticket opens one room once, for the session it stands for, and no other door', async (w) => {
  const { ticket } = await issueLiveTicket(await w.asUser(w.mine))
  const { actor } = await redeemLiveTicket(w.as(), ticket)
  assert.is(actor.kind === 'user' && actor.session.sessionId, w.mine.sessionId)
  await refused(redeemLiveTicket(w.as(), ticket), 'not_allowed')
  await refused(redeemLiveTicket(w.as(), w.mine.accessToken), 'not_allowed')
  await refused(redeemLiveTicket(w.as(), w.mine.refreshToken), 'not_allowed')
})

Attacks('[SESSION-2] a ticket of a session that ended before it was used opens nothing', async (w) => {
  const ending = await w.join('ending@example.org')
  const ctx = await w.asUser(ending)
  const { ticket } = await issueLiveTicket(ctx)
  await signOut(ctx)
  await refused(redeemLiveTicket(w.as(), ticket), 'not_allowed')
})

Attacks('[PASSWORD-2] megabytes, null bytes and broken text are refused before any hashing', async (w) => {
  const before = w.hashes()
  for (const password of ['x'.repeat(129), `${PASSWORD}\0`, 'é'.repeat(129)])
    await refused(signIn(w.as(ANYBODY), { email: 'nadia@example.org', password, channel: 'api' }), 'wrong_credentials')
  assert.is(w.hashes(), before)
  assert.not.ok(signInInput.safeParse({ email: 'a@b.example', password: 'x'.repeat(10_000_000) }).success)
  assert.not.ok(registerInput.safeParse({ name: 'x', email: 'a@b.example', password: 'x'.repeat(5000) }).success)
})

Attacks('[ACCESS-2] SQL and HTML are text like any other', async (w) => {
  const name = `<script>alert(1)</script>'; drop table users; --`
  const signedIn = await w.join('robert@example.org', { name })
  const { rows } = await w.pool.query('select name from users where id = $1', [signedIn.userId])
  assert.is(rows[0].name, name)
  const email = "o'brien+'or'1'='1@example.org"
  assert.is(await outcomeOf(signIn(w.as(ANYBODY), { email, password: PASSWORD, channel: 'api' })), 'wrong_credentials')
})

Attacks('[TOKEN-1] what is published tells no private part', async (w) => {
  for (const key of (await getJwks(w.as())).keys) assert.not.ok('d' in key)
  const exported = await exportJWK((await importJWK(w.jwk, ALGORITHM)) as CryptoKey)
  assert.is(exported.crv, 'Ed25519')
})

Attacks.run()
