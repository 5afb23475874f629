import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { makeDepartures } from '@mayago/db/testing/makeDepartures.ts'
import {
  apiKeyListView,
  newApiKeyView,
  createApiKey,
  revokeApiKey,
  type NewApiKeyView,
} from '@mayago/core/partners/index.ts'
import { makeAccount } from '@mayago/core/partners/testing/partnerWorld.ts'
import { startReceiver } from '@mayago/core/partners/testing/startReceiver.ts'
import {
  fanOutNews,
  deliveryPageView,
  webhookListView,
  webhookWithSecretView,
  type DeliveryPageView,
  type WebhookWithSecretView,
} from '@mayago/core/partners/index.ts'
import type { Scope } from '@mayago/core/identity/scopes.ts'
import { apiClient, assertProblem, type ApiClient } from '../../../../test/apiClient.ts'
import { apiWorld, type ApiWorld } from '../../../../test/apiWorld.ts'

interface World extends ApiWorld {
  api: ApiClient
}
const Partners = suite<World>('partners over HTTP')
Partners.before(async (w) => {
  Object.assign(
    w,
    await apiWorld({ limits: { api: { points: 6, seconds: 3600 }, search: { points: 100, seconds: 60 } } }),
  )
  w.api = apiClient(w.url)
})
Partners.after((w) => w.drop())

const makeKey = async (
  w: World,
  scopes: Scope[],
): Promise<NewApiKeyView & { headers: Record<string, string>; revoke(): Promise<unknown> }> => {
  const account = await makeAccount(w)
  const made = await createApiKey(account.ctx(), { name: 'Shop', scopes, providerId: undefined, expiresAt: undefined })
  return {
    ...made,
    headers: { authorization: `Bearer ${made.key}` },
    revoke: () => revokeApiKey(account.ctx(), { keyId: made.id }),
  }
}

Partners('a key holds seats within its scopes, and is refused from the request after its end', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: {} })
  const key = await makeKey(w, ['holds.write', 'catalog.read'])
  const units = { units: [{ unitId: kayak.units.adult, quantity: 1 }] }
  const { headers } = key
  assert.is((await w.api.post(`/departures/${kayak.departureId}/holds`, units, { headers })).status, 201)
  assertProblem(await w.api.get('/webhooks', { headers }), 403, 'scope_missing')
  assertProblem(await w.api.get('/api-keys', { headers }), 403, 'not_allowed')
  await key.revoke()
  const over = await w.api.get('/experiences', { headers })
  assertProblem(over, 401, 'token_invalid')
  for (const wrong of ['mgk_', `mgk_${'a'.repeat(12)}_${'a'.repeat(43)}`, `${key.key}x`])
    assertProblem(
      await w.api.get('/experiences', { headers: { authorization: `Bearer ${wrong}` } }),
      401,
      'token_invalid',
    )
})

Partners('a thousand requests an hour, or what is set, are each key’s own, from wherever it calls', async (w) => {
  const [one, other] = [await makeKey(w, ['catalog.read']), await makeKey(w, ['catalog.read'])]
  for (let i = 0; i < 6; i++) {
    const answer = await w.api.get('/experiences', { headers: one.headers, address: `203.0.113.${i}` })
    assert.is(answer.status, 200)
    assert.match(answer.headers.get('ratelimit') ?? '', `"api";r=${5 - i};t=`)
    assert.is(answer.headers.get('ratelimit-policy'), '"api";q=6;w=3600, "search";q=100;w=60')
  }
  assertProblem(
    await w.api.get('/experiences', { headers: one.headers, address: '203.0.113.99' }),
    429,
    'too_many_requests',
  )
  assert.is((await w.api.get('/experiences', { headers: other.headers, address: '203.0.113.0' })).status, 200)
  assert.is((await w.api.get('/experiences', { address: '203.0.113.0' })).status, 200)
})

Partners('what our own pages ask is counted as pages are, not as use of the API', async (w) => {
  const headers = { 'sec-fetch-site': 'same-origin' }
  for (let i = 0; i < 8; i++) {
    const ticket = await w.api.post('/live/tickets', {}, { headers, address: '203.0.113.200' })
    assert.equal([ticket.status, ticket.headers.get('ratelimit')], [201, null])
  }
})

Partners('webhooks are made, tried, followed and removed by a key that may', async (w) => {
  const { headers } = await makeKey(w, ['webhooks.manage'])
  const { headers: foreign } = await makeKey(w, ['webhooks.manage'])
  const receiver = await startReceiver()
  const made = await w.api.post<WebhookWithSecretView>(
    '/webhooks',
    { url: receiver.url, events: ['booking.confirmed'] },
    { headers },
  )
  assert.is(made.status, 201, made.text)
  assert.ok(webhookWithSecretView.safeParse(made.body).success)
  receiver.secret = made.body.secret
  assert.is((await w.api.post(`/webhooks/${made.body.id}/test`, {}, { headers })).status, 202)
  await fanOutNews(w.as())
  const { courier } = w.as().services
  await courier.setOut(w.as())
  await courier.settle()
  assert.equal(
    receiver.letters.map(({ body }) => body.type),
    ['webhook.tested'],
  )
  const log = await w.api.get<DeliveryPageView>(`/webhooks/${made.body.id}/deliveries`, { headers })
  assert.ok(deliveryPageView.safeParse(log.body).success, log.text)
  assert.is(log.body.items[0]?.state, 'delivered')
  assertProblem(await w.api.get(`/webhooks/${made.body.id}`, { headers: foreign }), 404, 'not_found')
  const listed = await w.api.get('/webhooks', { headers: foreign })
  assert.ok(webhookListView.safeParse(listed.body).success)
  assert.is((await w.api.remove(`/webhooks/${made.body.id}`, { headers })).status, 200)
  await receiver.stop()
})

Partners('what does not fit is refused with its place', async (w) => {
  const { headers } = await makeKey(w, ['webhooks.manage'])
  for (const body of [
    {},
    { url: 'https://1.1.1.1/', events: [] },
    { url: 'https://1.1.1.1/', events: ['user.found'] },
    { url: 1, events: ['booking.confirmed'] },
  ])
    assertProblem(await w.api.post('/webhooks', body, { headers }), 422, 'invalid_input')
  assertProblem(
    await w.api.post('/webhooks', { url: 'http://10.0.0.1/', events: ['booking.confirmed'] }, { headers }),
    422,
    'url_not_allowed',
  )
})

Partners('a stranger is told to sign in, and the shapes of keys are as said', async (w) => {
  const asStranger = { address: '203.0.113.150' }
  assertProblem(await w.api.get('/api-keys', asStranger), 401, 'sign_in_required')
  assertProblem(
    await w.api.post('/api-keys', { name: 'x', scopes: ['catalog.read'] }, asStranger),
    401,
    'sign_in_required',
  )
  assertProblem(await w.api.get('/webhooks', asStranger), 401, 'sign_in_required')
  const { headers: _headers, revoke: _revoke, ...made } = await makeKey(w, ['catalog.read'])
  assert.ok(newApiKeyView.safeParse(made).success)
  const { key: _key, ...listed } = made
  assert.ok(apiKeyListView.safeParse({ items: [listed], nextCursor: null }).success)
})

Partners.run()
