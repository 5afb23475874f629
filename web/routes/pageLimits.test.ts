import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { queryRow } from '@mayago/db/sql.ts'
import { makeDepartures, type MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'
import { apiClient, assertProblem } from '../../test/apiClient.ts'
import { apiWorld, type ApiWorld } from '../../test/apiWorld.ts'

const Limits = suite<ApiWorld>('limits of pages and forms')
Limits.before(async (w) => {
  const minute = (points: number) => ({ points, seconds: 60 })
  Object.assign(w, await apiWorld({ limits: { holds: minute(1), search: minute(3), checkout: minute(1) } }))
})
Limits.after((w) => w.drop())

const ask = (w: ApiWorld, path: string, address: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${w.url}${path}`, {
    ...init,
    redirect: 'manual',
    headers: { ...init.headers, 'x-forwarded-for': address, accept: 'text/html', origin: w.url },
  })

const holdByForm = (w: ApiWorld, { slug, departureId, units }: MadeDeparture, address: string): Promise<Response> =>
  ask(w, `/experiences/${slug}?/hold`, address, {
    method: 'POST',
    body: new URLSearchParams({ departureId, [`unit.${units.adult}`]: '1' }),
  })

const assertComeBack = (response: Response): void => {
  assert.is(response.status, 429, response.url)
  const seconds = Number(response.headers.get('retry-after'))
  assert.ok(seconds > 0 && seconds <= 60, `Retry-After: ${seconds}`)
}

Limits(
  'pages that search share one limit: past it each says when to come back, and others are not held up',
  async (w) => {
    const { kayak } = await makeDepartures(w, { kayak: {} })
    const experience = `/experiences/${kayak.slug}`
    for (const path of ['/experiences', experience, '/suggest?q=ka'])
      assert.is((await ask(w, path, '203.0.113.1')).status, 200, path)
    for (const path of ['/', '/experiences', experience, '/suggest?q=ka'])
      assertComeBack(await ask(w, path, '203.0.113.1'))
    assert.is((await ask(w, '/bookings', '203.0.113.1')).status, 200, 'what is yours stays open')
    assert.is((await ask(w, '/experiences', '203.0.113.2')).status, 200)
  },
)

Limits('a form and the API take the same points: the second hold of an address holds nothing', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: { capacity: 9 } })
  const first = await holdByForm(w, kayak, '203.0.113.3')
  assert.is(first.status, 303)
  assert.match(first.headers.get('location') ?? '', '/checkout/')
  const second = await holdByForm(w, kayak, '203.0.113.3')
  assertComeBack(second)
  assert.match(await second.text(), `name="unit.${kayak.units.adult}"`, 'its form is still there')
  const byApi = await apiClient(w.url).post(
    `/departures/${kayak.departureId}/holds`,
    { units: [{ unitId: kayak.units.adult, quantity: 1 }] },
    { address: '203.0.113.3' },
  )
  assertProblem(byApi, 429, 'too_many_requests')
  const departure = await queryRow<{ taken: number }>(
    w.em,
    'select seats_taken as taken from departures where id = $1',
    [kayak.departureId],
  )
  assert.is(departure?.taken, 1)
})

Limits('a checkout started too often keeps what was typed', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: {} })
  const held = await holdByForm(w, kayak, '203.0.113.4')
  const cookie = held.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const begin = (): Promise<Response> =>
    ask(w, `${held.headers.get('location') ?? ''}?/begin`, '203.0.113.4', {
      method: 'POST',
      headers: { cookie },
      body: new URLSearchParams({ name: 'Nadia Benali', email: 'not an address' }),
    })
  assert.is((await begin()).status, 422)
  const again = await begin()
  assertComeBack(again)
  assert.match(await again.text(), 'Nadia Benali')
})

Limits.run()
