import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { newId } from '@mayago/kernel/ids.ts'
import { CAST } from '../../../../test/access/cast.ts'
import { apiClient, assertGood, assertProblem, type ApiClient } from '../../../../test/apiClient.ts'
import { apiWorld, type ApiWorld } from '../../../../test/apiWorld.ts'
import * as apiKeys from '../../../lib/server/api/operations/apiKeys.ts'
import * as webhooks from '../../../lib/server/api/operations/webhooks.ts'

interface World extends ApiWorld {
  api: ApiClient
  /** Somebody who has just signed in. */
  headers: Record<string, string>
}

const Partners = suite<World>('keys and webhooks over HTTP')
Partners.before(async (w) => {
  Object.assign(w, await apiWorld())
  w.api = apiClient(w.url)
  const user = await CAST.user?.(w)
  w.headers = user?.api ?? {}
})
Partners.after((w) => w.drop())

const HOOK = { url: 'https://1.1.1.1/hook', events: ['booking.confirmed'] }
const makeHook = async (w: World): Promise<string> =>
  String((await w.api.post('/webhooks', HOOK, { headers: w.headers })).body.id)
const kept = async (w: World): Promise<string> =>
  JSON.stringify((await w.pool.query('select answer from idempotency_keys')).rows)

Partners('[SEAT-4] a key is made once per attempt, shown to its retries, listed and revoked', async (w) => {
  const once = { headers: w.headers, key: 'make-key' }
  const asked = { name: 'Shop', scopes: ['catalog.read'] }
  const made = await w.api.post('/api-keys', asked, once)
  assertGood(made)
  assert.equal((await w.api.post('/api-keys', asked, once)).body, made.body)
  assert.not.match(await kept(w), String(made.body.key).slice(-20))
  assertProblem(await w.api.post('/api-keys', { ...asked, name: 'Other' }, once), 422, 'key_reused')
  const listed = await w.api.get<{ items: unknown[] }>('/api-keys', { headers: w.headers })
  assertGood(listed)
  assert.is(listed.body.items.length, 1)
  const path = `/api-keys/${String(made.body.id)}`
  const revoked = await w.api.remove(path, { headers: w.headers })
  assertGood(revoked)
  assert.equal((await w.api.remove(path, { headers: w.headers })).body, revoked.body, 'again changes nothing')
})

Partners('[SEAT-4] a webhook is made once per attempt, its secret shown to its retries', async (w) => {
  const once = { headers: w.headers, key: 'make-hook' }
  const made = await w.api.post('/webhooks', HOOK, once)
  assertGood(made)
  assert.equal((await w.api.post('/webhooks', HOOK, once)).body, made.body)
  assert.not.match(await kept(w), String(made.body.secret).slice(-20))
  assertProblem(await w.api.post('/webhooks', { ...HOOK, events: ['booking.cancelled'] }, once), 422, 'key_reused')
  const listed = await w.api.get<{ items: unknown[] }>('/webhooks', { headers: w.headers })
  assertGood(listed)
  assert.is(listed.body.items.length, 1)
})

Partners('[SEAT-4] a secret is rotated once per attempt', async (w) => {
  const path = `/webhooks/${await makeHook(w)}/rotate-secret`
  const once = { headers: w.headers, key: 'rotate' }
  const rotated = await w.api.post(path, {}, once)
  assertGood(rotated)
  assert.equal((await w.api.post(path, {}, once)).body, rotated.body)
  const next = await w.api.post(path, {}, { headers: w.headers })
  assert.is.not(next.body.secret, rotated.body.secret)
})

Partners('[SEAT-4] a letter is tried and replayed once per attempt, and is in the log', async (w) => {
  const { headers } = w
  const path = `/webhooks/${await makeHook(w)}`
  const tested = await w.api.post(`${path}/test`, {}, { headers, key: 'try' })
  assertGood(tested)
  assert.equal((await w.api.post(`${path}/test`, {}, { headers, key: 'try' })).body, tested.body)
  const log = await w.api.get<{ items: unknown[] }>(`${path}/deliveries?state=pending`, { headers })
  assertGood(log)
  assert.is(log.body.items.length, 1)
  const one = { deliveryId: tested.body.deliveryId }
  const replayed = await w.api.post(`${path}/replay`, one, { headers, key: 'again' })
  assertGood(replayed)
  assert.equal((await w.api.post(`${path}/replay`, one, { headers, key: 'again' })).body, { replayed: 1 })
  const since = { since: '2026-01-01T00:00:00Z' }
  assertProblem(await w.api.post(`${path}/replay`, since, { headers, key: 'again' }), 422, 'key_reused')
})

Partners('a webhook is read, switched off, and removed', async (w) => {
  const { headers } = w
  const path = `/webhooks/${await makeHook(w)}`
  assertGood(await w.api.get(path, { headers }))
  const off = await w.api.ask('PATCH', path, { headers, body: { enabled: false } })
  assertGood(off)
  assert.is(off.body.disabledReason, 'by_owner')
  assertProblem(await w.api.post(`${path}/test`, {}, { headers }), 422, 'invalid_input')
  assertProblem(await w.api.ask('PATCH', path, { headers, body: { url: 'http://10.0.0.1/' } }), 422, 'url_not_allowed')
  assertGood(await w.api.remove(path, { headers }))
  assertProblem(await w.api.get(path, { headers }), 404, 'not_found')
})

Partners('what does not fit is refused: bodies, queries, ids', async (w) => {
  const { headers } = w
  const path = `/webhooks/${await makeHook(w)}`
  for (const [method, address, body] of [
    ['POST', '/api-keys', {}],
    ['POST', '/api-keys', { name: 'x', scopes: ['everything'] }],
    ['POST', '/api-keys', { name: 'x', scopes: ['catalog.read'], expiresAt: '2020-01-01T00:00:00Z' }],
    ['POST', '/webhooks', { ...HOOK, secret: 'mine' }],
    ['PATCH', path, { enabled: 'yes' }],
    ['PATCH', path, { userId: newId<'user'>(1) }],
    ['POST', `${path}/rotate-secret`, { secret: 'mine' }],
    ['POST', `${path}/test`, { url: 'https://1.1.1.1/' }],
    ['POST', `${path}/replay`, {}],
    ['GET', `${path}/deliveries?state=lost`, undefined],
    ['GET', `${path}/deliveries?cursor=x`, undefined],
    ['GET', '/webhooks?limit=3', undefined],
    ['GET', '/api-keys?limit=3', undefined],
  ] as const) {
    const answer = await w.api.ask(method, address, { headers, ...(body === undefined ? {} : { body }) })
    assertProblem(answer, 422, 'invalid_input', `${method} ${address}`)
  }
  for (const id of [newId<'user'>(1), 'nonsense'])
    for (const [method, address] of [
      ['DELETE', `/api-keys/${id}`],
      ['GET', `/webhooks/${id}`],
      ['PATCH', `/webhooks/${id}`],
      ['DELETE', `/webhooks/${id}`],
      ['GET', `/webhooks/${id}/deliveries`],
      ['POST', `/webhooks/${id}/rotate-secret`],
      ['POST', `/webhooks/${id}/test`],
    ] as const)
      assertProblem(
        await w.api.ask(method, address, { headers, ...(method === 'GET' ? {} : { body: {} }) }),
        404,
        'not_found',
        `${method} ${address}`,
      )
  const foreign = { providerId: newId<'provider'>(1) }
  assertProblem(await w.api.post('/webhooks', { ...HOOK, ...foreign }, { headers }), 404, 'not_found')
  assertProblem(
    await w.api.post('/api-keys', { name: 'x', scopes: ['catalog.read'], ...foreign }, { headers }),
    404,
    'not_found',
  )
})

Partners('every operation of partners was answered as it says', (w) =>
  w.api.assertAllSucceeded(Object.values({ ...apiKeys, ...webhooks })),
)

Partners.run()
