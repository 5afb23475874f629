import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { verifySeats, type BookingView, type HoldView } from '@mayago/core/booking/index.ts'
import { makeDepartures, type MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'
import { apiClient, assertProblem, type ApiClient, type Asked } from '../../../../test/apiClient.ts'
import { apiWorld, type ApiWorld } from '../../../../test/apiWorld.ts'
import { chanceSeed, runs } from '../../../../test/seed.ts'

interface World extends ApiWorld {
  api: ApiClient
  kayak: MadeDeparture
  hold: HoldView
  booking: BookingView
}

/** Requests per endpoint. */
const RUNS = runs(60, 1500)
const seed = chanceSeed('nonsense')

const Nonsense = suite<World>('nonsense')
Nonsense.before(async (w) => {
  Object.assign(w, await apiWorld({ settings: { seatCaps: { guest: 0, user: 0, address: 0 } } }))
  w.api = apiClient(w.url)
  Object.assign(w, await makeDepartures(w, { kayak: { capacity: 10_000 } }))
  const hold = async () =>
    (
      await w.api.post<HoldView>(`/departures/${w.kayak.departureId}/holds`, {
        units: [{ unitId: w.kayak.units.adult, quantity: 1 }],
      })
    ).body
  w.hold = await hold()
  const { id: holdId, holdToken } = await hold()
  const contact = { name: 'Ana', email: 'ana@example.com' }
  w.booking = (await w.api.post<BookingView>('/bookings', { holdId, contact }, { holdToken: holdToken ?? '' })).body
})
Nonsense.after((w) => w.drop())

/** Text of every unpleasant kind: markup, SQL, other alphabets, null bytes, halves of pairs, numbers in disguise. */
/** What JavaScript takes for text and PostgreSQL does not. */
const breakingText = fc.constantFrom('\0', 'a\0b', '\ud800', 'x\udfff')
const nastyText = fc.oneof(
  breakingText,
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    ...[
      '',
      ' ',
      '\0',
      '\ud800',
      '\udfff\ud800',
      "'; drop table holds; --",
      '" or ""="',
      '%',
      '_',
      '\\',
      '../../etc/passwd',
    ],
    ...[
      '<script>',
      '{{x}}',
      '${x}',
      'null',
      'undefined',
      'NaN',
      '-1',
      '1e309',
      '0x1f',
      '9'.repeat(400),
      'İ',
      '\u202e',
      '🛶',
    ],
    ...[
      '__proto__',
      'constructor',
      'toString',
      '2027-02-30',
      '2027-01-01',
      '0000-00-00',
      '+275760-09-13',
      'MXN',
      'ADULT',
    ],
    ...[
      '2027-01-01T00:00:00Z',
      '00000000-0000-0000-0000-000000000000',
      'ffffffff-ffff-ffff-ffff-ffffffffffff',
      'a@b.co',
    ],
  ),
)
const nastyNumber = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.constantFrom(-0, -1, 0.1, 2 ** 31, 2 ** 53, 2 ** 63, 1e21, 1e308, Number.MIN_VALUE),
)

/** Names and ids that mean something, so that nonsense gets past the first check. */
const meaningful = (w: World) =>
  fc.constantFrom(
    ...[w.kayak.departureId, w.kayak.experienceId, w.kayak.optionId, w.kayak.slug, w.hold.id, w.booking.id],
    ...[w.kayak.units.adult, w.kayak.units.infant, w.booking.items[0]?.id ?? '', w.hold.holdToken ?? ''],
  )
const FIELDS = [
  'units',
  'unitId',
  'quantity',
  'holdId',
  'contact',
  'name',
  'email',
  'phone',
  'travelers',
  'unitItemIds',
]
FIELDS.push('refundMinor', 'departureId', 'bookingId', '__proto__', 'constructor', 'length')
const QUERIES = ['q', 'place', 'lat', 'lng', 'radiusKm', 'date', 'party', 'category', 'priceMax', 'currency', 'limit']
QUERIES.push('cursor', 'from', 'to', 'id', '__proto__')

/** Any JSON, made of the names and ids that mean something and of those that don't. */
const anyJson = (w: World) =>
  fc.letrec<{ value: unknown; list: unknown; object: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      meaningful(w),
      nastyText,
      nastyNumber,
      fc.constantFrom(null, true, false),
      tie('list'),
      tie('object'),
    ),
    list: fc.array(tie('value'), { maxLength: 4 }),
    object: fc.dictionary(fc.oneof(fc.constantFrom(...FIELDS), nastyText), tie('value'), { maxKeys: 5 }),
  }))

/** A body that is nearly right, with one part exchanged. */
const nearlyRight = (w: World) => {
  const { value } = anyJson(w)
  const units = [{ unitId: w.kayak.units.adult, quantity: 1 }]
  const contact = { name: 'Ana', email: 'ana@example.com', phone: null }
  return fc.oneof(
    fc.record({ units: value }),
    fc.record({ units: fc.array(fc.record({ unitId: value, quantity: value }), { maxLength: 3 }) }),
    fc.record({ units: fc.constant(units), extra: value }),
    fc.record({ holdId: value, contact: fc.constant(contact) }),
    fc.record({ holdId: fc.constant(w.hold.id), contact: fc.record({ name: value, email: value, phone: value }) }),
    fc.record({ holdId: fc.constant(w.hold.id), contact: fc.constant(contact), travelers: value }),
    fc.record({ unitItemIds: value }, { requiredKeys: [] }),
    fc.record({ unitItemIds: value, refundMinor: value }, { requiredKeys: [] }),
  )
}

const body = (w: World) => {
  const { value, object } = anyJson(w)
  return fc.oneof(
    { weight: 4, arbitrary: nearlyRight(w).map((json) => JSON.stringify(json)) },
    { weight: 3, arbitrary: object.map((json) => JSON.stringify(json)) },
    { weight: 1, arbitrary: value.map((json) => JSON.stringify(json) ?? '') },
    { weight: 1, arbitrary: nastyText },
  )
}

const segment = (w: World) =>
  fc
    .oneof(
      meaningful(w),
      meaningful(w),
      nastyText.filter((text) => !/^\.{0,2}$/.test(text)),
    )
    .map((text) => encodeURIComponent(text.toWellFormed()))

const anyQuery = (w: World) => {
  const name = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...QUERIES) }, { weight: 1, arbitrary: nastyText })
  return fc.array(fc.tuple(name, fc.oneof(nastyText, nastyNumber.map(String), meaningful(w))), { maxLength: 6 })
}
/** A list that would be answered, but for one value. */
const nearlyRightQuery = fc
  .tuple(fc.constantFrom('q', 'q', 'place', 'date', 'cursor', 'limit', 'currency'), nastyText)
  .map((pair) => [['from', '2027-01-01'], ['to', '2027-01-31'], pair] as [string, string][])
const query = (w: World) =>
  fc
    .oneof(anyQuery(w), nearlyRightQuery)
    .map(
      (pairs) =>
        `?${new URLSearchParams(pairs.map(([name, value]) => [name.toWellFormed(), value.toWellFormed()])).toString()}`,
    )

/** What a header can carry at all. */
const headerText = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom('', 'x', 'k'.repeat(300), 'application/json; charset=x'),
  )
  .map((text) => [...text].filter((letter) => /^[\x20-\x7e\x80-\xff]$/.test(letter)).join(''))

const headers = (w: World) =>
  fc.record(
    {
      'hold-token': fc.oneof(fc.constant(w.hold.holdToken ?? ''), headerText),
      'idempotency-key': fc.oneof(fc.uuid(), headerText),
      'content-type': fc.oneof(
        { weight: 6, arbitrary: fc.constant('application/json') },
        { weight: 1, arbitrary: headerText },
      ),
      cookie: fc.constantFrom(
        'mayago_guest=x',
        'mayago_guest=x.y',
        'mayago_link=a.b.c.d',
        'mayago_guest=%00; mayago_link=%ff',
      ),
      'x-forwarded-for': fc.constantFrom('', 'x', '::1', '203.0.113.9', '1.2.3.4, x', '::ffff:1.2.3.4', "'; --"),
      origin: headerText,
    },
    { requiredKeys: ['idempotency-key', 'content-type'] },
  )

const ENDPOINTS: [method: string, path: string][] = [
  ['GET', '/experiences'],
  ['GET', '/experiences/*'],
  ['GET', '/experiences/*/departures'],
  ['POST', '/departures/*/holds'],
  ['POST', '/holds/*/extend'],
  ['DELETE', '/holds/*'],
  ['POST', '/bookings'],
  ['GET', '/bookings/*'],
  ['POST', '/bookings/*/cancel-quote'],
  ['POST', '/bookings/*/cancel'],
  ['POST', '/live/tickets'],
  ['POST', '/stripe/webhook'],
  ['PATCH', '/*/*'],
]

for (const [method, path] of ENDPOINTS)
  Nonsense(`${method} ${path}: nonsense is answered or refused, never with a fault or a leak`, async (w) => {
    const request = fc.record({ id: segment(w), query: query(w), body: body(w), headers: headers(w) })
    const property = fc.asyncProperty(request, async (asked): Promise<void> => {
      w.log.lines.length = 0
      const answer = await w.api.ask(method, path.replaceAll('*', asked.id) + (method === 'GET' ? asked.query : ''), {
        ...(method === 'GET' || asked.body === '' ? {} : { body: asked.body }),
        headers: asked.headers as NonNullable<Asked['headers']>,
        key: null,
      })
      const about = `${method} ${path} ${JSON.stringify(asked)}`
      assert.equal(w.log.lines, [], about)
      if (answer.status >= 400) assertProblem(answer, null, null, about)
      else assert.is(answer.headers.get('content-type'), 'application/json', about)
      assert.ok(answer.status < 500, about)
    })
    await fc.assert(property, { seed, numRuns: RUNS, endOnFailure: false })
    assert.equal(await verifySeats(w.as()), [], `seed ${seed}: nothing is half done`)
  })

Nonsense.run()
