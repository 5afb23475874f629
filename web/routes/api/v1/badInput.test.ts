import { connect } from 'node:net'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { newId } from '@mayago/kernel/ids.ts'
import type { BookingView, HoldView } from '@mayago/core/booking/index.ts'
import { verifySeats } from '@mayago/core/booking/index.ts'
import { queryRow } from '@mayago/db/sql.ts'
import { makeDepartures, type MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'
import { apiClient, assertProblem, type ApiClient } from '../../../../test/apiClient.ts'
import { apiWorld, type ApiWorld } from '../../../../test/apiWorld.ts'

interface World extends ApiWorld {
  api: ApiClient
  kayak: MadeDeparture
  /** Nobody may come near this one. */
  untouched: MadeDeparture
}

const BadInput = suite<World>('bad input')
BadInput.before(async (w) => {
  Object.assign(w, await apiWorld({ settings: { seatCaps: { guest: 40, user: 40, address: 40 } } }))
  w.api = apiClient(w.url)
  Object.assign(w, await makeDepartures(w, { kayak: { capacity: 30 }, untouched: { capacity: 5 } }))
})
BadInput.before.each((w) => void (w.log.lines.length = 0))
BadInput.after.each(async (w) => {
  await w.shiftSeatClock(null)
  assert.equal(w.log.lines, [], 'nothing failed that we did not foresee')
  assert.equal(await verifySeats(w.as()), [], 'nothing is half done')
  const row = await queryRow<{ seats_taken: number; version: string }>(
    w.em,
    'select seats_taken, version from departures where id = $1',
    [w.untouched.departureId],
  )
  assert.equal(row, { seats_taken: 0, version: '1' }, 'the row nobody asked about')
})
BadInput.after((w) => w.drop())

const nobody = () => newId<'nothing'>(Date.now())
const holdsOf = ({ departureId }: MadeDeparture): string => `/departures/${departureId}/holds`
const two = ({ units }: MadeDeparture) => ({ units: [{ unitId: units.adult, quantity: 2 }] })
const address = () => `198.51.100.${Math.floor(Math.random() * 250)}`

/** A hold of its own address, with its token. */
const held = async (w: World, departure = w.kayak) => {
  const { body } = await w.api.post<HoldView>(holdsOf(departure), two(departure), { address: address() })
  return { holdId: body.id, holdToken: body.holdToken ?? '', path: `/holds/${body.id}` }
}
const contact = { name: 'Ana Peña', email: 'ana@example.com' }

BadInput('ids that name nothing are not found, whatever they look like', async (w) => {
  const ids = [
    nobody(),
    'x',
    '0',
    '1e9',
    "' or 1=1 --",
    '%00',
    '%F0%9F%92%A9',
    '..%2F..%2Fetc',
    '%FF',
    '%',
    '%E0%A4',
    'a'.repeat(300),
  ]
  for (const id of ids.map((text) => (text.includes('%') ? text : encodeURIComponent(text)))) {
    assertProblem(await w.api.get(`/experiences/${id}`), 404, 'not_found', id)
    assertProblem(await w.api.get(`/bookings/${id}`), 404, 'not_found', id)
    assertProblem(await w.api.remove(`/holds/${id}`), 404, 'not_found', id)
    assertProblem(await w.api.post(`/holds/${id}/extend`), 404, 'not_found', id)
    assertProblem(await w.api.post(`/bookings/${id}/cancel-quote`, {}), 404, 'not_found', id)
    assertProblem(await w.api.post(`/bookings/${id}/cancel`, { refundMinor: 0 }), 404, 'not_found', id)
    assertProblem(await w.api.post(`/departures/${id}/holds`, two(w.kayak)), 404, 'not_found', id)
    const range = 'from=2027-01-01&to=2027-01-31'
    assertProblem(await w.api.get(`/experiences/${id}/departures?${range}`), 404, 'not_found', id)
  }
  const booking = { holdId: nobody(), contact }
  assertProblem(await w.api.post('/bookings', booking), 404, 'not_found')
})

BadInput('departures that are past, closed, cancelled or cut off say so, and take nobody', async (w) => {
  const made = await makeDepartures(w, {
    closed: { status: 'closed' },
    cancelled: { status: 'cancelled' },
    past: { localStart: '2020-05-01T09:00' },
    soon: {},
  })
  assertProblem(await w.api.post(holdsOf(made.closed), two(made.closed)), 409, 'departure_closed')
  const cancelled = await w.api.post(holdsOf(made.cancelled), two(made.cancelled))
  assertProblem(cancelled, 409, 'departure_closed')
  assert.is(cancelled.body.departureStatus, 'cancelled', 'beside the status that RFC 9457 means')
  assertProblem(await w.api.post(holdsOf(made.past), two(made.past)), 409, 'departure_cut_off')
  const minutesToStart = Math.round((made.soon.startsAt.getTime() - Date.now()) / 60_000)
  await w.shiftSeatClock(`${minutesToStart - made.soon.cutoffMinutes + 1} minutes`)
  assertProblem(await w.api.post(holdsOf(made.soon), two(made.soon)), 409, 'departure_cut_off')
})

BadInput('parties of nobody, of too many and of the wrong kind', async (w) => {
  const { adult, child, infant } = w.kayak.units
  const ask = (...units: { unitId: unknown; quantity: unknown }[]) => w.api.post(holdsOf(w.kayak), { units })
  const line = (unitId: unknown, quantity: unknown) => ({ unitId, quantity })
  const reasons: [string, ReturnType<typeof line>[]][] = [
    ['empty', [line(adult, 0)]],
    ['needs_companion', [line(child, 1)]],
    ['needs_companion', [line(infant, 1)]],
    ['unknown_unit', [line(w.untouched.units.adult, 1)]],
    ['unknown_unit', [line(nobody(), 1)]],
    ['party_too_large', [line(adult, 99)]],
  ]
  for (const [reason, units] of reasons) {
    const answer = await ask(...units)
    assertProblem(answer, 422, 'party_not_allowed', reason)
    assert.is(answer.body.reason, reason)
  }
  for (const quantity of [-1, 1.5, 1e9, 1e308, '2', null, true, [2], { $gt: 0 }, '0x10'])
    assertProblem(await ask(line(adult, quantity)), 422, 'invalid_input', JSON.stringify(quantity))
  for (const unitId of [1, null, 'adult', "'; drop table holds; --", '\u0000', {}, []])
    assertProblem(await ask(line(unitId, 1)), 422, 'invalid_input', JSON.stringify(unitId))
  for (const units of [undefined, null, [], {}, 'two', Array.from({ length: 21 }, () => line(adult, 1))])
    assertProblem(await w.api.post(holdsOf(w.kayak), { units }), 422, 'invalid_input', JSON.stringify(units))
})

BadInput('more seats than there are, and more than one may hold', async (w) => {
  const { small } = await makeDepartures(w, { small: { capacity: 1 } })
  const full = await w.api.post(holdsOf(small), two(small))
  assertProblem(full, 409, 'not_enough_vacancies')
  assert.equal([full.body.requested, full.body.vacancies], [2, 1])
  const { wide } = await makeDepartures(w, { wide: { capacity: 90 } })
  const from = { address: '192.0.2.1' }
  const ten = { units: [{ unitId: wide.units.adult, quantity: 10 }] }
  for (let round = 0; round < 4; round++) assert.is((await w.api.post(holdsOf(wide), ten, from)).status, 201)
  const capped = await w.api.post(holdsOf(wide), ten, from)
  assertProblem(capped, 409, 'too_many_seats_held')
  assert.equal([capped.body.limit, capped.body.held, capped.body.requested], [40, 40, 10])
})

BadInput('a wrong currency, category, date, place or number in a list', async (w) => {
  const wrong = [
    'currency=XXX',
    'currency=mxn%27',
    'category=submarine',
    'date=tomorrow',
    'date=2027-02-30',
    'party=0',
    'party=-1',
    'party=1e3',
    'party=9999999999999999999999',
    'priceMax=-5',
    'priceMax=NaN',
    'limit=0',
    'limit=101',
    'limit=many',
    'lat=95&lng=0',
    'lat=1',
    'radiusKm=-1&lat=1&lng=1',
    'q=%00',
    `q=${'x'.repeat(201)}`,
    'place=../etc/passwd',
  ]
  for (const query of wrong) {
    const answer = await w.api.get(`/experiences?${query}`)
    assertProblem(answer, 422, 'invalid_input', query)
    assert.ok(Array.isArray(answer.body.issues))
  }
  const departures = (query: string) => w.api.get(`/experiences/${w.kayak.experienceId}/departures?${query}`)
  for (const query of [
    '',
    'from=2027-01-01',
    'from=x&to=y',
    'from=2027-02-01&to=2027-01-01',
    'from=2027-01-01&to=2028-01-01',
  ])
    assertProblem(await departures(query), 422, 'invalid_input', query)
})

BadInput('cursors that are not ours', async (w) => {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const cursors = [
    'x',
    '%00',
    'e30',
    encode([]),
    encode([1]),
    encode(['a', 'b', 'c']),
    encode([null, {}]),
    'a'.repeat(401),
  ]
  cursors.push(encode(["'; drop table departures; --", 1, 2, 3, 4, 5]), encode([1e308, -1e308, 'x', 'y', 'z']))
  for (const cursor of cursors) {
    assertProblem(await w.api.get(`/experiences?cursor=${cursor}`), 422, 'invalid_input', cursor)
    const path = `/experiences/${w.kayak.experienceId}/departures?from=2027-01-01&to=2027-01-02`
    assertProblem(await w.api.get(`${path}&cursor=${cursor}`), 422, 'invalid_input', cursor)
  }
})

BadInput('SQL, markup and every script are just text to look for', async (w) => {
  for (const q of [
    "'; drop table holds; --",
    '%',
    '_',
    '\\',
    '"quoted',
    '<script>',
    '日本',
    '🛶',
    'İıßẞ',
    '((((',
    "a' | 'b & !",
  ]) {
    const answer = await w.api.get(`/experiences?q=${encodeURIComponent(q)}`)
    assert.is(answer.status, 200, q)
  }
})

BadInput('holds that lapsed, were released or are somebody else’s', async (w) => {
  const mine = await held(w)
  const other = await held(w)
  for (const holdToken of [other.holdToken, '', 'x', `${mine.holdToken}x`, mine.holdToken.slice(1), 'é'.repeat(3)]) {
    const headers = { 'hold-token': Buffer.from(holdToken).toString('latin1') }
    assertProblem(await w.api.post(`${mine.path}/extend`, {}, { headers }), 404, 'not_found', holdToken)
    assertProblem(await w.api.remove(mine.path, { headers }), 404, 'not_found', holdToken)
    assertProblem(await w.api.post('/bookings', { holdId: mine.holdId, contact }, { headers }), 404, 'not_found')
  }
  await w.api.remove(other.path, other)
  assertProblem(await w.api.post(`${other.path}/extend`, {}, other), 409, 'hold_not_live')
  assertProblem(await w.api.post('/bookings', { holdId: other.holdId, contact }, other), 409, 'hold_not_live')
  await w.shiftSeatClock('16 minutes')
  const lapsed = await w.api.post(`${mine.path}/extend`, {}, mine)
  assertProblem(lapsed, 410, 'hold_lapsed')
  assertProblem(await w.api.post('/bookings', { holdId: mine.holdId, contact }, mine), 410, 'hold_lapsed')
})

BadInput('contacts and travelers that cannot be', async (w) => {
  const { holdId, holdToken } = await held(w)
  const begin = (body: Record<string, unknown>) => w.api.post('/bookings', { holdId, contact, ...body }, { holdToken })
  const contacts = [
    undefined,
    null,
    {},
    { name: '', email: 'a@b.co' },
    { name: '   ', email: 'a@b.co' },
    { name: 'x'.repeat(201), email: 'a@b.co' },
    { name: 'Ana\u0000', email: 'a@b.co' },
    { name: 'Ana\r\nBcc: x@y.zz', email: 'a@b.co' },
    { name: '\ud800', email: 'a@b.co' },
    { name: 'Ana', email: 'ana' },
    { name: 'Ana', email: 'ana@example.com\r\nBcc: x@y.zz' },
    { name: 'Ana', email: `${'a'.repeat(250)}@example.com` },
    { name: 'Ana', email: 'a@b.co', phone: 'call me' },
    { name: 'Ana', email: 'a@b.co', phone: '1'.repeat(40) },
    { name: 'Ana', email: 'a@b.co', role: 'admin' },
  ]
  for (const one of contacts) assertProblem(await begin({ contact: one }), 422, 'invalid_input', JSON.stringify(one))
  const travelers = [
    'Ana',
    [{ unitId: w.kayak.units.adult }],
    [{ unitId: 'x', name: 'Ana' }],
    [{ unitId: w.kayak.units.adult, name: 'A\u0007' }],
    Array.from({ length: 101 }, () => ({ unitId: w.kayak.units.adult, name: 'Ana' })),
  ]
  for (const some of travelers)
    assertProblem(await begin({ travelers: some }), 422, 'invalid_input', JSON.stringify(some).slice(0, 60))
  assertProblem(
    await begin({ travelers: [{ unitId: w.untouched.units.adult, name: 'Ana' }] }),
    422,
    'party_not_allowed',
  )
  assert.is(await queryRow(w.em, 'select 1 from booking_refs where hold_id = $1', [holdId]), null)
})

BadInput('fields that nobody knows are refused where something is changed', async (w) => {
  const price = { ...two(w.kayak), total: { minor: 1, currency: 'MXN' } }
  assertProblem(await w.api.post(holdsOf(w.kayak), price), 422, 'invalid_input')
  const line = { units: [{ unitId: w.kayak.units.adult, quantity: 1, price: 0 }] }
  assertProblem(await w.api.post(holdsOf(w.kayak), line), 422, 'invalid_input')
  const address = { ...two(w.kayak), departureId: w.untouched.departureId }
  assertProblem(await w.api.post(holdsOf(w.kayak), address), 422, 'invalid_input', 'another departure in the body')
  const polluted = `{"units":[{"unitId":"${w.kayak.units.adult}","quantity":1}],"__proto__":{"departureId":"x"}}`
  assertProblem(await w.api.post(holdsOf(w.kayak), polluted), 422, 'invalid_input', '__proto__')
  assertProblem(await w.api.post('/live/tickets', { user: 'admin' }), 422, 'invalid_input')
})

BadInput('bodies that are malformed, of another type, too deep or not text', async (w) => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    w.api.post(holdsOf(w.kayak), body, { headers: { 'content-type': 'application/json', ...headers } })
  for (const body of [
    '{',
    '{"units":',
    'units=2',
    '[]',
    '[1]',
    '"text"',
    '1',
    'null',
    'true',
    '{"a":1}}',
    "{'a':1}",
    '\ufeff{',
  ])
    assertProblem(await post(body), 422, 'invalid_input', body)
  assertProblem(await post('['.repeat(30_000)), 422, 'invalid_input', 'an abyss that does not end')
  assertProblem(await post(`{"units":${'['.repeat(20_000)}${']'.repeat(20_000)}}`), 422, 'invalid_input', 'an abyss')
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/xml', 'x'])
    assertProblem(await post('{}', { 'content-type': type }), 415, 'wrong_content_type', type)
  const raw = await fetch(`${w.url}/api/v1${holdsOf(w.kayak)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'k' },
    body: new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]),
  })
  assert.is(raw.status, 422)
  const charset = await post(JSON.stringify(two(w.kayak)), { 'content-type': 'Application/JSON; charset=utf-8' })
  assert.is(charset.status, 201, 'the type is named in any case, with its charset')
})

BadInput('bodies that are too large, announced or not', async (w) => {
  const large = JSON.stringify({ units: [], filler: 'x'.repeat(65 * 1024) })
  const answer = await w.api.post(holdsOf(w.kayak), large)
  assertProblem(answer, 413, 'body_too_large')
  assert.is(answer.body.limitBytes, 65_536)
  const huge = await w.api.post(holdsOf(w.kayak), 'x'.repeat(3 * 1024 * 1024))
  assertProblem(huge, 413, 'body_too_large', 'three megabytes')
  const chunked = await sendChunked(w, holdsOf(w.kayak), 80 * 1024)
  assert.match(chunked, /^HTTP\/1\.1 413 /)
  assert.match(chunked, '"code":"body_too_large"')
})

/** A body in chunks, whose length nobody announces. */
const sendChunked = (w: World, path: string, bytes: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(w.url)
    const socket = connect(Number(port), hostname)
    let answer = ''
    socket.on('data', (data) => {
      answer += data.toString()
      if (answer.includes('\r\n\r\n') && answer.includes('requestId')) socket.destroy()
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', (error) => (answer === '' ? reject(error) : resolve(answer)))
    socket.write(
      `POST /api/v1${path} HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: application/json\r\n` +
        'idempotency-key: chunked\r\ntransfer-encoding: chunked\r\n\r\n',
    )
    for (let sent = 0; sent < bytes; sent += 4096) socket.write(`1000\r\n${'x'.repeat(4096)}\r\n`)
  })

BadInput(
  '[SEAT-4] a POST without a key, with an unreadable one, with one that was used for another body',
  async (w) => {
    const post = (key: string | null, body: unknown = two(w.kayak)) =>
      w.api.post(holdsOf(w.kayak), body, { key, address: '192.0.2.9' })
    for (const key of [null, '', ' ', 'with space', 'é', 'k'.repeat(256)]) {
      const sent = key === null ? null : Buffer.from(key).toString('latin1')
      assertProblem(await post(sent), 400, 'key_required', String(key))
    }
    assertProblem(await w.api.post('/bookings', {}, { key: null }), 400, 'key_required')
    assertProblem(await w.api.post('/live/tickets', {}, { key: null }), 400, 'key_required')
    const first = await post('used')
    assert.is(first.status, 201)
    const other = { units: [{ unitId: w.kayak.units.adult, quantity: 1 }] }
    assertProblem(await post('used', other), 422, 'key_reused')
    assert.equal((await post('used')).body.id, first.body.id, 'the first body still has its answer')
  },
)

BadInput('[SEAT-4] a key whose first request is still at work', async (w) => {
  const { holdId, holdToken } = await held(w)
  const booking = await w.api.post<BookingView>('/bookings', { holdId, contact }, { holdToken, key: 'begin' })
  assert.is(booking.status, 201)
  // As a process leaves it that died a moment ago.
  await w.pool.query(
    `update idempotency_keys set outcome = null, answer = null, locked_until = clock_timestamp() + interval '1 minute'
     where id = (select id from idempotency_keys order by created_at desc limit 1)`,
  )
  assertProblem(await w.api.post('/bookings', { holdId, contact }, { holdToken, key: 'begin' }), 409, 'key_in_flight')
})

BadInput('cancelling what is not confirmed, whose people are not its own, for another sum', async (w) => {
  const { holdId, holdToken } = await held(w)
  const { body } = await w.api.post<BookingView>('/bookings', { holdId, contact }, { holdToken })
  const path = `/bookings/${body.id}`
  assertProblem(await w.api.post(`${path}/cancel-quote`, {}, { holdToken }), 409, 'booking_wrong_state')
  assertProblem(await w.api.post(`${path}/cancel`, { refundMinor: 0 }, { holdToken }), 409, 'booking_wrong_state')
  for (const refundMinor of [undefined, -1, 0.5, '0', 2 ** 53, 2 ** 60])
    assertProblem(await w.api.post(`${path}/cancel`, { refundMinor }, { holdToken }), 422, 'invalid_input')
  for (const unitItemIds of [[], ['x'], 'all', [null], Array.from({ length: 101 }, nobody)])
    assertProblem(await w.api.post(`${path}/cancel-quote`, { unitItemIds }, { holdToken }), 422, 'invalid_input')
})

BadInput('a page asked for wrongly says so, and is no failure of ours in the log', async (w) => {
  const asked = async (path: string, init: RequestInit = {}): Promise<number> =>
    (await fetch(`${w.url}${path}`, { ...init, headers: { accept: 'text/html', origin: w.url, ...init.headers } }))
      .status
  const page = `/experiences/${w.kayak.slug}`
  assert.is(await asked('/%E0%A4%A'), 400)
  assert.is(await asked(`${page}?/nothing`, { method: 'POST', body: new URLSearchParams() }), 404)
  const headers = { 'content-type': 'application/json' }
  assert.is(await asked(`${page}?/hold`, { method: 'POST', body: '{}', headers }), 415)
  const body = new URLSearchParams({ departureId: 'x'.repeat(600_000) })
  assert.is(await asked(`${page}?/hold`, { method: 'POST', body }), 413)
})

BadInput.run()
