import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { queryRows } from '@mayago/db/sql.ts'
import { makeDepartures } from '@mayago/db/testing/makeDepartures.ts'
import { apiClient, assertProblem, type ApiClient } from '../../../../test/apiClient.ts'
import { apiWorld, type ApiWorld } from '../../../../test/apiWorld.ts'

interface World extends ApiWorld {
  api: ApiClient
}

const PARTNER = 'https://partner.example'

const Reads = suite<World>('reads, other origins and retries')
Reads.before(async (w) => {
  Object.assign(w, await apiWorld({ settings: { apiOrigins: [PARTNER] } }))
  w.api = apiClient(w.url)
  await makeDepartures(w, { one: {}, two: {}, three: {} })
})
Reads.after((w) => w.drop())

const ask = (w: World, path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${w.url}/api${path}`, { method, headers })

Reads('an answer that is known already is 304, until it changes', async (w) => {
  const first = await ask(w, '/v1/experiences?limit=2')
  const etag = first.headers.get('etag') ?? ''
  assert.match(etag, /^W\/"[\w-]{27}"$/)
  await first.text()
  for (const known of [etag, etag.slice(2), `"x", ${etag}`, '*']) {
    const again = await ask(w, '/v1/experiences?limit=2', { 'if-none-match': known })
    assert.equal([again.status, await again.text(), again.headers.get('etag')], [304, '', etag], known)
  }
  const other = await ask(w, '/v1/experiences?limit=1', { 'if-none-match': etag })
  assert.is(other.status, 200)
  await other.text()
})

Reads('fields= picks, dots lead inside, and what the answer does not have is refused', async (w) => {
  const { body } = await w.api.get<{ items: object[]; nextCursor: unknown }>(
    '/experiences?limit=1&fields=id,priceFrom.minor',
  )
  assert.equal(Object.keys(body.items[0] ?? {}).sort(), ['id', 'priceFrom'])
  const [item] = body.items as { id: string; priceFrom: object }[]
  assert.equal(Object.keys(item?.priceFrom ?? {}), ['minor'])
  const one = await w.api.get(`/experiences/${item?.id}?fields=options.units.id,title`)
  assert.equal(Object.keys(one.body).sort(), ['options', 'title'])
  for (const fields of ['secret', 'id.x', 'place.', '__proto__', 'constructor', ',', 'x'.repeat(3000)])
    assertProblem(await w.api.get(`/experiences?fields=${fields}`), 422, 'invalid_input', fields)
})

Reads('sort= orders a list page by page; what does not go with it is refused by name', async (w) => {
  interface Listed {
    items: { id: string; priceFrom: { minor: number } }[]
    nextCursor: string | null
  }
  const { cheap, dear } = await makeDepartures(w, { cheap: { priceMinor: 10 }, dear: { priceMinor: 9_000_000 } })
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const path: string = `/experiences?sort=-price&limit=2${cursor === null ? '' : `&cursor=${cursor}`}`
    const { body } = await w.api.get<Listed>(path)
    ids.push(...body.items.map(({ id }) => id))
    cursor = body.nextCursor
  } while (cursor !== null)
  assert.equal([ids[0], ids.at(-1), new Set(ids).size, ids.length], [dear.experienceId, cheap.experienceId, 5, 5])
  const next = (await w.api.get<Listed>('/experiences?sort=price&limit=1')).body.nextCursor
  for (const [query, field] of [
    ['sort=title', 'sort'],
    ['sort=distance', 'sort'],
    [`sort=rating&cursor=${next}`, 'cursor'],
    [`cursor=${next}`, 'cursor'],
    ['date=0000-01-01', 'date'],
  ]) {
    const answer = await w.api.get(`/experiences?${query}`)
    assertProblem(answer, 422, 'invalid_input', query)
    assert.is((answer.body.issues as { path: string }[])[0]?.path, field, query)
  }
})

Reads('what all may read travels packed when it is asked for, and else as it is', async (w) => {
  for (const [accepted, encoding] of [
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', null],
  ] as const) {
    const answer = await ask(w, '/v1/openapi.json', { 'accept-encoding': accepted })
    assert.is(answer.headers.get('content-encoding'), encoding, accepted)
    assert.is(((await answer.json()) as { openapi: string }).openapi, '3.1.0')
  }
})

Reads('pages of an origin on the list may call, without credentials; others hear nothing', async (w) => {
  const asking = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'hold-token' }
  const allowed = await ask(w, '/v1/bookings', { origin: PARTNER, ...asking }, 'OPTIONS')
  assert.equal([allowed.status, allowed.headers.get('access-control-allow-origin')], [204, PARTNER])
  assert.match(allowed.headers.get('access-control-allow-headers') ?? '', 'idempotency-key')
  for (const origin of ['https://evil.example', `${PARTNER}.evil.example`, 'null', 'http://partner.example'])
    for (const answer of [
      await ask(w, '/v1/bookings', { origin, ...asking }, 'OPTIONS'),
      await ask(w, '/v1/experiences', { origin }),
    ]) {
      assert.is(answer.headers.get('access-control-allow-origin'), null, origin)
      await answer.text()
    }
  const read = await ask(w, '/v1/experiences', { origin: PARTNER })
  assert.is(read.headers.get('access-control-allow-origin'), PARTNER)
  assert.is(read.headers.get('access-control-allow-credentials'), null)
  const readable = read.headers.get('access-control-expose-headers')?.split(', ') ?? []
  for (const name of ['etag', 'ratelimit', 'ratelimit-policy', 'retry-after', 'x-request-id'])
    assert.ok(readable.includes(name), name)
  await read.text()
})

Reads(
  '[SEAT-4] a retried live ticket is the same ticket, which is nowhere in the database in plain text',
  async (w) => {
    const first = await w.api.post<{ ticket: string }>('/live/tickets', {}, { key: 'again' })
    const retry = await w.api.post<{ ticket: string }>('/live/tickets', {}, { key: 'again' })
    assert.equal([first.status, retry.body], [201, first.body])
    const kept = await queryRows<{ answer: string }>(w.em, 'select answer from idempotency_keys')
    assert.ok(kept.length > 0)
    for (const { answer } of kept) assert.not.match(answer, first.body.ticket)
  },
)

Reads('the documentation is a page of its own, with no script but ours', async (w) => {
  const page = await ask(w, '/docs')
  assert.is(page.status, 200)
  assert.match(page.headers.get('content-security-policy') ?? '', "script-src 'self'")
  const html = await page.text()
  for (const [, path] of html.matchAll(/(?:src|href)="(\/_app[^"]+)"/g)) {
    const file = await fetch(`${w.url}${path}`)
    assert.is(file.status, 200, path)
    await file.text()
  }
  assert.ok(/src="\/_app/.test(html))
})

Reads.run()
