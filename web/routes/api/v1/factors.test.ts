import { createHmac } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { newId, type SessionId, type UserId } from '@mayago/kernel/ids.ts'
import { openTwilio } from '@mayago/core/adapters/twilio/openTwilio.ts'
import { toHandle } from '@mayago/core/identity/factors/passkeyUser.ts'
import { refreshFacts } from '@mayago/core/identity/index.ts'
import { apiClient, assertProblem, type ApiClient } from '../../../../test/apiClient.ts'
import { apiWorld, type ApiWorld } from '../../../../test/apiWorld.ts'
import { softPasskey } from '../../../../test/softAuthenticator.ts'

interface World extends ApiWorld {
  api: ApiClient
}
type Codes = { recoveryCodes: string[] }
type Ask = { challenge: string }
const PASSWORD = 'violet harbour 41 lanterns'
const PHONE = '+529991234567'

const Factors = suite<World>('second factors over HTTP')
Factors.before(async (w) => {
  Object.assign(w, await apiWorld())
  w.api = apiClient(w.url)
})
Factors.after((w) => w.drop())

/** Somebody who has just signed in with their password. */
const someone = async (w: World) => {
  const userId = newId<'user'>(Date.now()) as UserId
  const email = `${userId}@example.org`
  await w.pool.query(
    `insert into users (id, email, name, locale, role, password_hash, email_verified_at)
     values ($1, $2, 'Nadia Haddad', 'en', 'traveler', $3, clock_timestamp())`,
    [userId, email, await w.as().services.passwords.hash(PASSWORD)],
  )
  const { body } = await w.api.post<{ accessToken: string }>('/auth/sign-in', { email, password: PASSWORD })
  const mine = { headers: { authorization: `Bearer ${body.accessToken}` } }
  return { userId, email, mine }
}
type Person = Awaited<ReturnType<typeof someone>>

const codeOf = (key: string): string => new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) }).generate()

const addApp = async (w: World, { mine }: Person) => {
  const { key } = (await w.api.twice<{ key: string }>('/me/factors/totp', undefined, mine)).body
  const attempt = { ...mine, key: newId(Date.now()) }
  const code = codeOf(key)
  const added = await w.api.post<Codes>('/me/factors/totp/confirm', { code }, attempt)
  assert.is(added.status, 200, added.text)
  return { attempt, code, recoveryCodes: added.body.recoveryCodes }
}

/** The code in the latest text message; another may be sent at once. */
const texted = async (w: World): Promise<string> => {
  await w.pool.query("update sms_codes set sent_at = sent_at - interval '31 seconds'")
  const { rows } = await w.pool.query<{ text: string }>('select text from dev_sms order by id desc limit 1')
  return /\d{6}/.exec(rows[0]?.text ?? '')?.[0] ?? ''
}
const countTexts = async (w: World): Promise<number> =>
  Number((await w.pool.query<{ count: string }>('select count(*) from dev_sms')).rows[0]?.count)

const challengeOf = async (w: World, { email }: Person): Promise<string> => {
  const asked = await w.api.post('/auth/sign-in', { email, password: PASSWORD })
  assertProblem(asked, 401, 'second_factor_required')
  return String(asked.body.challenge)
}

Factors(
  '[FACTOR-1] [SEAT-4] an app is offered, confirmed and removed; its codes are told again to a retry',
  async (w) => {
    const person = await someone(w)
    const { mine } = person
    assertProblem(await w.api.post('/me/factors/totp/confirm', { code: '12' }, mine), 422, 'invalid_input')
    assertProblem(await w.api.post('/me/factors/totp/confirm', { code: '000000' }, mine), 401, 'second_factor_wrong')
    const { attempt, code, recoveryCodes } = await addApp(w, person)
    assert.is(recoveryCodes.length, 10)
    const again = await w.api.post<Codes>('/me/factors/totp/confirm', { code }, attempt)
    assert.equal(again.body.recoveryCodes, recoveryCodes)
    const { rows } = await w.pool.query<{ answer: string | null }>('select answer from idempotency_keys')
    for (const { answer } of rows) assert.not.ok(answer?.includes(recoveryCodes[0] as string))
    const factors = await w.api.get<{ totp: object | null; recoveryCodesLeft: number }>('/me/factors', mine)
    assert.is(factors.body.recoveryCodesLeft, 10)
    assert.is((await w.api.remove<{ totp: null }>('/me/factors/totp', mine)).body.totp, null)
    assertProblem(await w.api.remove('/me/factors/totp', mine), 404, 'not_found')
  },
)

Factors(
  '[FACTOR-5] kept recovery codes are told again only after a recent sign-in, and to no other session',
  async (w) => {
    const person = await someone(w)
    const { recoveryCodes } = await addApp(w, person)
    const attempt = { ...person.mine, key: 'codes' }
    const made = () => w.api.post<Codes>('/me/factors/recovery-codes', undefined, attempt)
    const first = await made()
    assert.is(first.status, 201)
    assert.equal((await made()).body, first.body)
    const challenge = await challengeOf(w, person)
    const used = first.body.recoveryCodes[0]
    const proof = { method: 'recovery_code', code: used }
    assertProblem(
      await w.api.post('/auth/sign-in/second-factor', { challenge, proof: { ...proof, code: recoveryCodes[0] } }),
      401,
      'second_factor_wrong',
    )
    const other = await w.api.twice<{ accessToken: string }>('/auth/sign-in/second-factor', { challenge, proof })
    const headers = { authorization: `Bearer ${other.body.accessToken}` }
    const { rows } = await w.pool.query<{ id: SessionId }>(
      "update sessions set signed_in_at = signed_in_at - interval '16 minutes' where user_id = $1 returning id",
      [person.userId],
    )
    await refreshFacts(
      w.as(),
      rows.map(({ id }) => id),
    )
    assertProblem(await made(), 403, 'sign_in_again')
    const proven = { proof: { method: 'recovery_code', code: first.body.recoveryCodes[1] } }
    assert.is((await w.api.twice('/me/confirm/factor', proven, { headers })).status, 200)
    const fresh = await w.api.post<Codes>('/me/factors/recovery-codes', undefined, { headers, key: 'codes' })
    assert.is(fresh.status, 201)
    assert.not.equal(fresh.body, first.body)
  },
)

Factors('[FACTOR-7] a phone is added by the code texted to it, once for all retries, and signs in', async (w) => {
  const person = await someone(w)
  const { mine } = person
  const before = await countTexts(w)
  assertProblem(await w.api.post('/me/factors/sms', { phone: 'call me' }, mine), 422, 'invalid_input')
  assert.is((await w.api.twice('/me/factors/sms', { phone: PHONE }, mine)).body.phoneEnd, '67')
  assert.is(await countTexts(w), before + 1)
  const added = await w.api.twice<Codes>('/me/factors/sms/confirm', { code: await texted(w) }, mine)
  assert.is(added.body.recoveryCodes.length, 10)
  const challenge = await challengeOf(w, person)
  await w.api.twice('/auth/sign-in/second-factor/sms', { challenge })
  assert.is(await countTexts(w), before + 2)
  const proof = { method: 'sms', code: await texted(w) }
  assert.is((await w.api.twice('/auth/sign-in/second-factor', { challenge, proof })).status, 200)
  await w.api.twice('/me/confirm/sms', undefined, mine)
  const shown = { proof: { method: 'sms', code: await texted(w) } }
  assert.is((await w.api.twice('/me/confirm/factor', shown, mine)).status, 200)
  assertProblem(await w.api.post('/me/confirm/factor', shown, mine), 401, 'second_factor_wrong')
  assert.is((await w.api.remove('/me/factors/sms', mine)).body.sms, null)
})

Factors(
  '[FACTOR-4] a passkey is added, renamed, signs in as either factor, and goes; each challenge is new',
  async (w) => {
    const person = await someone(w)
    const { mine, userId } = person
    const passkey = softPasskey(w.settings.publicOrigin, toHandle(userId))
    const ask = async (path: string, body?: unknown, asked = {}): Promise<string> => {
      const attempt = { ...asked, key: newId(Date.now()) }
      const [one, other] = [await w.api.post<Ask>(path, body, attempt), await w.api.post<Ask>(path, body, attempt)]
      assert.is(one.status, 200, one.text)
      assert.is.not(one.body.challenge, other.body.challenge)
      return one.body.challenge
    }
    const response = passkey.register(await ask('/me/factors/passkeys/options', undefined, mine))
    const added = await w.api.twice('/me/factors/passkeys', { name: 'Phone', response }, mine)
    assert.is(added.status, 201, added.text)
    assertProblem(await w.api.post('/me/factors/passkeys', { response }, mine), 401, 'second_factor_wrong')
    const path = `/me/factors/passkeys/${passkey.id}`
    assert.is((await w.api.ask('PATCH', path, { ...mine, body: { name: 'Old phone' } })).status, 200)
    assertProblem(await w.api.ask('PATCH', path, { ...mine, body: { name: '' } }), 422, 'invalid_input')

    const alone = { response: passkey.answer(await ask('/auth/sign-in/passkey-options')) }
    assert.is((await w.api.twice('/auth/sign-in/passkey', alone)).status, 200)
    assertProblem(await w.api.post('/auth/sign-in/passkey', alone), 401, 'second_factor_wrong')

    const challenge = await challengeOf(w, person)
    const second = await ask('/auth/sign-in/second-factor/passkey-options', { challenge })
    const proof = { method: 'passkey', response: passkey.answer(second) }
    assert.is((await w.api.twice('/auth/sign-in/second-factor', { challenge, proof })).status, 200)

    const shown = passkey.answer(await ask('/me/confirm/passkey-options', undefined, mine))
    const confirm = { proof: { method: 'passkey', response: shown } }
    assert.is((await w.api.twice('/me/confirm/factor', confirm, mine)).status, 200)
    assert.equal((await w.api.remove<{ passkeys: unknown[] }>(path, mine)).body.passkeys, [])
    assertProblem(await w.api.remove(path, mine), 404, 'not_found')
  },
)

const TOKEN = 'a-token-of-thirty-two-characters'

Factors('[FACTOR-8] what Twilio tells of a message is believed when it signed it, over our own address', async (w) => {
  const twilio = await openTwilio({
    accountSid: `AC${'a'.repeat(32)}`,
    authToken: TOKEN,
    from: '+15005550006',
    apiBase: w.url,
    statusCallback: null,
  })
  Object.assign(w.ports.sms, { readCallback: twilio.readCallback })
  const form = { MessageSid: 'SM1', MessageStatus: 'delivered' }
  const signed = `${w.settings.publicOrigin}/api/v1/twilio/statusMessageSidSM1MessageStatusdelivered`
  const signature = createHmac('sha1', TOKEN).update(signed).digest('base64')
  const tell = (fields: Record<string, string>, sent: string | null) =>
    fetch(`${w.url}/api/v1/twilio/status`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: sent === null ? {} : { 'x-twilio-signature': sent },
    })
  const statuses = async () =>
    (await w.pool.query<{ status: string }>("select status from sms_deliveries where message_id = 'SM1'")).rows
  for (const [fields, sent] of [
    [form, null],
    [form, 'nonsense'],
    [{ ...form, MessageStatus: 'failed' }, signature],
  ] as const)
    assert.is((await tell(fields, sent)).status, 403)
  assert.equal(await statuses(), [])
  assert.is((await tell(form, signature)).status, 204)
  assert.equal(await statuses(), [{ status: 'delivered' }])
})

Factors('what does not fit is refused at every door that takes something', async (w) => {
  const { mine } = await someone(w)
  for (const door of ['totp', 'totp/confirm', 'sms', 'sms/confirm', 'passkeys', 'passkeys/options', 'recovery-codes'])
    assertProblem(await w.api.post(`/me/factors/${door}`, { admin: true }, mine), 422, 'invalid_input', door)
})

Factors.run()
