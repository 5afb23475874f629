import { hash } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { newId } from '@mayago/kernel/ids.ts'
import { makeDepartures } from '@mayago/db/testing/makeDepartures.ts'
import { apiClient, assertProblem, type ApiClient } from '../../../../test/apiClient.ts'
import { apiWorld, type ApiWorld } from '../../../../test/apiWorld.ts'
import { mailedToken } from '../../../../test/mailedToken.ts'

interface World extends ApiWorld {
  api: ApiClient
}
interface Tokens {
  accessToken: string
  refreshToken: string
}
const PASSWORD = 'violet harbour 41 lanterns'
const NEW_PASSWORD = 'copper lagoon 77 windmills'
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })

const Account = suite<World>('accounts, declared')
Account.before(async (w) => {
  Object.assign(w, await apiWorld())
  w.api = apiClient(w.url)
})
Account.after((w) => w.drop())

/** Somebody with a password, and the tokens they got for it. */
const someone = async (w: World, name = 'nadia'): Promise<Tokens & { email: string }> => {
  const email = `${name}-${newId(Date.now())}@example.org`
  await w.pool.query(
    `insert into users (id, email, name, locale, role, password_hash, email_verified_at)
     values ($1, $2, 'Nadia Haddad', 'en', 'traveler', $3, clock_timestamp())`,
    [newId<'user'>(Date.now()), email, await w.as().services.passwords.hash(PASSWORD)],
  )
  const { body } = await w.api.twice<Tokens>('/auth/sign-in', { email, password: PASSWORD })
  return { ...body, email }
}

Account('[SEAT-4] from registering to a new password, a retry changes nothing and hears the same', async (w) => {
  const email = 'retry@example.org'
  const registered = await w.api.twice('/auth/register', { name: 'Nadia', email, password: PASSWORD })
  const { jobs, token } = await mailedToken(w, 'account.sendRegistration', email)
  assert.is(jobs, 1)
  const { registration } = registered.body
  const verified = await w.api.twice<{ tokens: Tokens }>('/auth/verify', { token, registration })
  const mine = bearer(verified.body.tokens.accessToken)
  assert.is((await w.api.get<{ items: unknown[] }>('/me/sessions', mine)).body.items.length, 1)
  await w.api.twice('/auth/forgotten', { email })
  const reset = await mailedToken(w, 'account.sendReset', email)
  assert.is(reset.jobs, 1)
  const set = await w.api.twice('/auth/reset', { token: reset.token, password: NEW_PASSWORD })
  assert.equal(set.body, { email })
  assertProblem(await w.api.get('/me', mine), 401, 'token_invalid')
})

Account(
  '[TOKEN-3] a refresh whose answer got lost is heard again; another attempt with its token is a copy',
  async (w) => {
    const { refreshToken } = await someone(w)
    const next = await w.api.twice<Tokens>('/auth/refresh', { refreshToken })
    assert.is((await w.api.get('/me', bearer(next.body.accessToken))).status, 200)
    assertProblem(await w.api.post('/auth/refresh', { refreshToken }), 401, 'token_invalid')
    assertProblem(await w.api.get('/me', bearer(next.body.accessToken)), 401, 'token_invalid')
  },
)

Account('[SEAT-4] a wrong password is judged anew under its key, and an answer is for its own body', async (w) => {
  const { email } = await someone(w)
  const enter = (password: string) => w.api.post('/auth/sign-in', { email, password }, { key: 'enter' })
  assertProblem(await enter(NEW_PASSWORD), 401, 'wrong_credentials')
  await w.pool.query('update users set password_hash = $2 where email = $1', [
    email,
    await w.as().services.passwords.hash(NEW_PASSWORD),
  ])
  assert.is((await enter(NEW_PASSWORD)).status, 200)
  assertProblem(await enter(PASSWORD), 422, 'key_reused')
})

Account(
  '[PASSWORD-1] what is kept of an attempt tells neither tokens nor a quick digest of the password',
  async (w) => {
    const { email, accessToken, refreshToken } = await someone(w)
    const { rows } = await w.pool.query<{ answer: string | null; request_hash: Buffer }>(
      'select answer, request_hash from idempotency_keys',
    )
    assert.ok(rows.length > 0)
    const quick = hash('sha256', JSON.stringify({ email, password: PASSWORD }), 'buffer').subarray(0, 16)
    for (const { answer, request_hash } of rows) {
      assert.not.ok(request_hash.equals(quick))
      for (const secret of [accessToken, refreshToken]) assert.not.ok(answer?.includes(secret))
    }
  },
)

Account('one’s account is read, changed, proven again and taken along', async (w) => {
  const { accessToken } = await someone(w)
  const mine = bearer(accessToken)
  assert.is((await w.api.get('/me', mine)).body.name, 'Nadia Haddad')
  const changed = await w.api.ask('PATCH', '/me', { ...mine, body: { phone: '+52 999 123 4567', locale: 'es' } })
  assert.equal([changed.body.phone, changed.body.locale], ['+529991234567', 'es'])
  assertProblem(await w.api.ask('PATCH', '/me', { ...mine, body: { phone: 'call me' } }), 422, 'invalid_input')
  assert.is((await w.api.twice('/me/confirm', { password: PASSWORD }, mine)).status, 200)
  assertProblem(await w.api.post('/me/confirm', { password: NEW_PASSWORD }, mine), 401, 'wrong_credentials')
  assert.is((await w.api.twice('/me/email/verification', undefined, mine)).status, 202)
  assert.is((await w.api.get('/me/export', mine)).status, 200)
  assert.is((await w.api.get('/me/export?fields=account,sessions', mine)).status, 200)
  assert.is((await w.api.get('/me/bookings', mine)).status, 200)
})

Account('[ACCOUNT-3] another address is asked for once, and counts when its mail is opened', async (w) => {
  const { accessToken } = await someone(w)
  const mine = bearer(accessToken)
  const email = `moved-${newId(Date.now())}@example.org`
  assert.is((await w.api.twice('/me/email', { email }, mine)).status, 202)
  const { jobs, token } = await mailedToken(w, 'account.sendEmailChange', email)
  assert.is(jobs, 1)
  const verified = await w.api.twice('/auth/verify', { token })
  assert.equal(verified.body, { purpose: 'change_email', email, tokens: null })
  assertProblem(await w.api.post('/me/email', { email: 'nobody' }, mine), 422, 'invalid_input')
})

Account('[PASSWORD-4] a retried change of password hears that it is done', async (w) => {
  const { accessToken, email } = await someone(w)
  const change = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD }
  assert.is((await w.api.twice('/me/password', change, bearer(accessToken))).status, 200)
  const common = { currentPassword: NEW_PASSWORD, newPassword: 'password1234' }
  assertProblem(await w.api.post('/me/password', common, bearer(accessToken)), 422, 'password_refused')
  assert.is((await w.api.post('/auth/sign-in', { email, password: NEW_PASSWORD })).status, 200)
})

Account('[SESSION-2] sessions are listed and ended, one, the others, and the one that asks', async (w) => {
  const { accessToken, email } = await someone(w)
  const mine = bearer(accessToken)
  const open = () => w.api.post<Tokens>('/auth/sign-in', { email, password: PASSWORD })
  await open()
  const { body } = await w.api.get<{ items: { id: string; current: boolean }[] }>('/me/sessions', mine)
  const other = body.items.find(({ current }) => !current)
  assert.is((await w.api.remove(`/me/sessions/${other?.id}`, mine)).status, 200)
  assertProblem(await w.api.remove(`/me/sessions/${other?.id}`, mine), 404, 'not_found')
  await open()
  assert.equal((await w.api.remove('/me/sessions', mine)).body, { ended: 1 })
  const key = 'out'
  assert.is((await w.api.post('/auth/sign-out', undefined, { ...mine, key })).status, 200)
  assertProblem(await w.api.post('/auth/sign-out', undefined, { ...mine, key }), 401, 'token_invalid')
})

Account('[CATALOG-10] experiences are saved, listed and forgotten', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: {} })
  const mine = bearer((await someone(w)).accessToken)
  const path = `/me/saved/${kayak.experienceId}`
  assertProblem(await w.api.get(path, mine), 404, 'not_found')
  for (let time = 0; time < 2; time++) assert.is((await w.api.ask('PUT', path, mine)).status, 200)
  assert.is((await w.api.get(path, mine)).status, 200)
  assert.is((await w.api.get<{ items: unknown[] }>('/me/saved?limit=1', mine)).body.items.length, 1)
  assert.is((await w.api.remove(path, mine)).status, 200)
  assertProblem(await w.api.ask('PUT', '/me/saved/kayak', mine), 404, 'not_found')
})

Account('[ACCOUNT-5] an account is deleted, with the password or right after signing in', async (w) => {
  const [one, other] = [await someone(w), await someone(w)]
  const withPassword = { password: PASSWORD }
  assert.is((await w.api.post('/me/erase', withPassword, bearer(one.accessToken))).status, 200)
  assertProblem(await w.api.post('/me/erase', withPassword, bearer(one.accessToken)), 401, 'token_invalid')
  assert.is((await w.api.remove('/me', bearer(other.accessToken))).status, 200)
})

Account('what does not fit is refused at every door that takes something', async (w) => {
  const mine = bearer((await someone(w)).accessToken)
  const doors = [
    '/auth/register',
    '/auth/verify',
    '/auth/sign-in',
    '/auth/sign-in/second-factor',
    '/auth/sign-in/second-factor/sms',
    '/auth/sign-in/second-factor/passkey-options',
    '/auth/sign-in/passkey-options',
    '/auth/sign-in/passkey',
    '/auth/refresh',
    '/auth/forgotten',
    '/auth/reset',
    '/auth/sign-out',
    '/me/erase',
    '/me/email',
    '/me/email/verification',
    '/me/password',
    '/me/confirm',
    '/me/confirm/factor',
    '/me/confirm/sms',
    '/me/confirm/passkey-options',
  ]
  for (const door of doors) assertProblem(await w.api.post(door, { admin: true }, mine), 422, 'invalid_input', door)
})

Account.run()
