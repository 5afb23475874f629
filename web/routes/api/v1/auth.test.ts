import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { apiClient, assertProblem, type ApiClient } from '../../../../test/apiClient.ts'
import { apiWorld, type ApiWorld } from '../../../../test/apiWorld.ts'
import { mailedToken } from '../../../../test/mailedToken.ts'
import { signIn } from '@mayago/core/identity/index.ts'

interface World extends ApiWorld {
  api: ApiClient
}

const Auth = suite('accounts over REST', {} as World)
Auth.before(async (w) => {
  Object.assign(w, await apiWorld())
  w.api = apiClient(w.url)
})
Auth.after((w) => w.drop())

interface Tokens {
  accessToken: string
  refreshToken: string
}
const PASSWORD = 'violet harbour 41 lanterns'
const ANYBODY = { kind: 'anonymous', guestId: null, holdToken: null } as const
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })

const join = async (w: World, email: string): Promise<Tokens> => {
  const registered = await w.api.post<{ registration: string }>('/auth/register', {
    name: 'Nadia Haddad',
    email,
    password: PASSWORD,
  })
  assert.is(registered.status, 202, registered.text)
  const { token } = await mailedToken(w, 'account.sendRegistration', email)
  const { registration } = registered.body
  const verified = await w.api.post<{ tokens: Tokens }>('/auth/verify', { token, registration })
  assert.is(verified.status, 200, verified.text)
  return verified.body.tokens
}

Auth('[ACCOUNT-1] register, verify, read oneself, refresh, sign out', async (w) => {
  const email = 'nadia@example.org'
  const first = await join(w, email)
  const me = await w.api.get<{ email: string }>('/me', bearer(first.accessToken))
  assert.is(me.status, 200, me.text)
  assert.is(me.body.email, email)
  const second = await w.api.post<Tokens>('/auth/refresh', { refreshToken: first.refreshToken })
  assert.is(second.status, 200, second.text)
  const sessions = await w.api.get<{ items: unknown[] }>('/me/sessions', bearer(second.body.accessToken))
  assert.is(sessions.body.items.length, 1)
  assert.is((await w.api.post('/auth/sign-out', {}, bearer(second.body.accessToken))).status, 200)
  assertProblem(await w.api.get('/me', bearer(second.body.accessToken)), 401, 'token_invalid')
  assertProblem(await w.api.get('/me'), 401, 'sign_in_required')
})

Auth('[SESSION-3] a browser’s cookies count for what changes something only from our own pages', async (w) => {
  const { accessToken } = await join(w, 'cookies@example.org')
  const cookie = `mayago_access=${accessToken}`
  const own = { origin: w.url, 'sec-fetch-site': 'same-origin', cookie }
  const rename = (headers: Record<string, string>) => w.api.ask('PATCH', '/me', { body: { name: 'Eve' }, headers })
  assert.is((await w.api.get('/me', { headers: { cookie } })).status, 200)
  assertProblem(await rename({ cookie }), 401, 'sign_in_required')
  assertProblem(await rename({ cookie, origin: 'https://evil.example' }), 401, 'sign_in_required')
  assertProblem(await rename({ ...own, 'sec-fetch-site': 'cross-site' }), 401, 'sign_in_required')
  assertProblem(await rename({ ...own, 'sec-fetch-site': 'same-site' }), 401, 'sign_in_required')
  assert.is((await rename(own)).status, 200)
  assert.is((await rename({ cookie, origin: w.url })).status, 200)
})

Auth('[TOKEN-1] the keys that check access tokens are published', async (w) => {
  const response = await fetch(`${w.url}/.well-known/jwks.json`)
  const { keys } = (await response.json()) as { keys: Record<string, string>[] }
  assert.ok(keys.length >= 1)
  for (const key of keys) assert.equal(Object.keys(key).sort(), ['alg', 'crv', 'kid', 'kty', 'use', 'x'])
})

/** A page's answer to a browser with these cookies, and the session cookies it sets; an empty one is taken away. */
const browse = async (w: World, cookie: string): Promise<{ signedIn: boolean; set: Record<string, string> }> => {
  const me = await fetch(`${w.url}/api/v1/me`, { headers: { cookie } })
  const set = me.headers.getSetCookie().map((line) => /^(mayago_\w+)=([^;]*)/.exec(line) ?? [])
  for (const line of me.headers.getSetCookie())
    assert.match(line, /HttpOnly; SameSite=Lax|SameSite=Lax.*HttpOnly|HttpOnly.*SameSite=Lax/i)
  return { signedIn: me.status === 200, set: Object.fromEntries(set.map(([, name = '', value = '']) => [name, value])) }
}

Auth('[TOKEN-4] a browser whose access token has run out is refreshed on its way, its second tab too', async (w) => {
  await join(w, 'tabs@example.org')
  const opened = await signIn(w.as(ANYBODY), { email: 'tabs@example.org', password: PASSWORD, channel: 'browser' })
  const old = `mayago_refresh=${opened.refreshToken}`
  const [first, second] = [await browse(w, old), await browse(w, `mayago_access=old; ${old}`)]
  assert.ok(first.signedIn && second.signedIn)
  assert.ok(first.set.mayago_access)
  assert.is(first.set.mayago_refresh, second.set.mayago_refresh)
  assert.is.not(first.set.mayago_refresh, opened.refreshToken)
  assert.equal((await browse(w, `mayago_access=${first.set.mayago_access}`)).set, {}, 'a good one is left alone')
  await w.pool.query(`update refresh_tokens set used_at = used_at - interval '11 seconds' where used_at is not null`)
  const copied = await browse(w, old)
  assert.is(copied.signedIn, false)
  assert.equal(copied.set, { mayago_access: '', mayago_refresh: '' }, 'an acting admin’s own session is not its family')
  assert.is((await browse(w, `mayago_access=${first.set.mayago_access}`)).signedIn, false, 'the family is over')
})

Auth(
  '[TOKEN-2] whoever sends a token means to be somebody: a bad one is refused even where nobody need be',
  async (w) => {
    assert.is((await w.api.get('/experiences')).status, 200)
    for (const authorization of ['Bearer nonsense', 'Bearer', 'Basic bmFkaWE6eA==', `Bearer ${'x'.repeat(9_000)}`])
      assertProblem(
        await w.api.get('/experiences', { headers: { authorization } }),
        401,
        'token_invalid',
        authorization,
      )
  },
)

Auth('[ACCOUNT-5] bookings come in pages, data are taken along, an account is deleted', async (w) => {
  const { accessToken } = await join(w, 'whole@example.org')
  const mine = bearer(accessToken)
  const bookings = await w.api.get<{ items: unknown[]; nextCursor: null }>('/me/bookings?limit=5', mine)
  assert.equal(bookings.body, { items: [], nextCursor: null })
  assertProblem(await w.api.get('/me/bookings?cursor=made-up', mine), 422, 'invalid_input')
  const taken = await w.api.get<{ account: { email: string } }>('/me/export', mine)
  assert.is(taken.body.account.email, 'whole@example.org', taken.text)
  assertProblem(await w.api.post('/me/erase', { password: 'not the right one' }, mine), 401, 'wrong_credentials')
  assert.is((await w.api.ask('PATCH', '/me', { ...mine, body: { role: 'admin' } })).status, 422, 'mass assignment')
  assert.is((await w.api.remove('/me', mine)).status, 200)
  assertProblem(await w.api.get('/me', mine), 401, 'token_invalid')
})

Auth('[PASSWORD-2] megabytes, broken text and SQL are refused with a problem and no 500', async (w) => {
  const email = 'nadia@example.org'
  const enter = (body: unknown) => w.api.post('/auth/sign-in', body)
  assertProblem(await enter({ email, password: 'x'.repeat(10_000_000) }), 413, 'body_too_large')
  assertProblem(await enter({ email, password: 'x'.repeat(5_000) }), 422, 'invalid_input')
  assertProblem(await enter({ email, password: 'nul\0byte and more' }), 401, 'wrong_credentials')
  assertProblem(await enter({ email: "' or 1=1 --", password: PASSWORD }), 422, 'invalid_input')
  assertProblem(await enter({ email: "x'or'1'='1@example.org", password: PASSWORD }), 401, 'wrong_credentials')
  assertProblem(await enter({ email, password: { $ne: '' } }), 422, 'invalid_input')
  assertProblem(await w.api.post('/auth/refresh', { refreshToken: "' or 1=1 --" }), 401, 'token_invalid')
  assertProblem(await w.api.post('/auth/verify', { token: '\0' }), 410, 'link_expired')
  assertProblem(await w.api.post('/auth/reset', { token: 'x', password: PASSWORD }), 410, 'link_expired')
  assertProblem(
    await w.api.post('/auth/sign-in/second-factor', { challenge: 'x', proof: { method: 'totp', code: '1' } }),
    401,
    'token_invalid',
  )
})

Auth.run()
