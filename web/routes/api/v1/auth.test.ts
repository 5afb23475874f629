import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { apiClient, assertProblem, type ApiClient } from '../../../../test/apiClient.ts'
import { apiWorld, type ApiWorld } from '../../../../test/apiWorld.ts'
import { JOB_HANDLERS } from '@mayago/core/jobs/handlers.ts'
import { openLocalMail } from '@mayago/core/adapters/local/localMail.ts'

interface World extends ApiWorld {
  api: ApiClient
  /** Runs the mail jobs of one name and answers the token in the latest mail to the address. */
  mailed(job: 'account.sendRegistration' | 'account.sendReset', email: string): Promise<string>
}

const Auth = suite('accounts over REST', {} as World)
Auth.before(async (w) => {
  Object.assign(w, await apiWorld())
  w.api = apiClient(w.url)
  const mail = openLocalMail(w.pool, { now: () => new Date() })
  w.mailed = async (name, email) => {
    for (const job of await w.boss.fetch<{ sealed: string }>(name, { batchSize: 50 })) {
      await JOB_HANDLERS[name](w.as(undefined, { ports: { ...w.ports, mail } }), job.data)
      await w.boss.complete(name, job.id)
    }
    const { rows } = await w.pool.query<{ text: string }>(
      'select text from dev_mails where to_email = $1 order by sent_at desc limit 1',
      [email],
    )
    return /[?]token=([\w-]+)/.exec(rows[0]?.text ?? '')?.[1] ?? ''
  }
})
Auth.after((w) => w.drop())

interface Tokens {
  accessToken: string
  refreshToken: string
}
const PASSWORD = 'violet harbour 41 lanterns'
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })

const join = async (w: World, email: string): Promise<Tokens> => {
  const registered = await w.api.post<{ registration: string }>('/auth/register', {
    name: 'Nadia Haddad',
    email,
    password: PASSWORD,
  })
  assert.is(registered.status, 202, registered.text)
  const token = await w.mailed('account.sendRegistration', email)
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

Auth.run()
