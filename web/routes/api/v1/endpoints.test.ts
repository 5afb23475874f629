import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Page } from '@mayago/kernel/page.ts'
import type { DepartureView } from '@mayago/core/availability/index.ts'
import type { BookingView, CancelQuote, HoldView } from '@mayago/core/booking/index.ts'
import type { ExperienceCard, ExperiencePage, ExperienceView } from '@mayago/core/catalog/index.ts'
import type { LiveTicketView } from '@mayago/core/identity/liveTicket.ts'
import { queryRow } from '@mayago/db/sql.ts'
import { makeDepartures, type MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'
import { KEYS } from '../../../../deploy/embedded/stripe/testing/keys.ts'
import { apiClient, assertProblem, type ApiClient } from '../../../../test/apiClient.ts'
import { apiWorld, type ApiWorld } from '../../../../test/apiWorld.ts'

interface World extends ApiWorld {
  api: ApiClient
}

const Api = suite<World>('api/v1')
Api.before(async (w) => {
  Object.assign(w, await apiWorld({ limits: { liveTickets: { points: 2, seconds: 60 } } }))
  w.api = apiClient(w.url)
})
Api.after((w) => w.drop())

const hold = <Body = HoldView>(w: World, { departureId, units }: MadeDeparture, quantity = 2, key?: string) =>
  w.api.post<Body>(
    `/departures/${departureId}/holds`,
    { units: [{ unitId: units.adult, quantity }] },
    key === undefined ? {} : { key },
  )

const contact = { name: 'Ana Peña', email: 'ana@example.com', phone: '+52 999 123 4567' }
const begin = async (w: World, departure: MadeDeparture, quantity = 2) => {
  const held = await hold(w, departure, quantity)
  const holdToken = String(held.body.holdToken)
  const booking = await w.api.post<BookingView>('/bookings', { holdId: held.body.id, contact }, { holdToken })
  return { held, holdToken, booking }
}

const pay = async (w: World, bookingId: string): Promise<string> => {
  const row = await queryRow<{ intent_id: string }>(w.em, 'select intent_id from payments where booking_id = $1', [
    bookingId,
  ])
  const intentId = row?.intent_id ?? ''
  const paid = { paymentMethod: 'pm_card_visa', returnUrl: 'http://127.0.0.1/back', idempotencyKey: `pay-${bookingId}` }
  await w.ports.payments.confirmIntent({ intentId, ...paid })
  return intentId
}

Api('experiences are listed by page, each with place, zone and price', async (w) => {
  await makeDepartures(w, { one: {}, two: {}, three: {} })
  const first = await w.api.get<ExperiencePage>('/experiences?limit=2')
  assert.is(first.status, 200)
  assert.is(first.body.items.length, 2)
  const { id, slug, title, place, timeZone, priceFrom } = first.body.items[0] as ExperienceCard
  for (const text of [id, slug, title, place.name, timeZone, priceFrom.currency]) assert.type(text, 'string')
  assert.type(priceFrom.minor, 'number')
  const cursor = encodeURIComponent(first.body.nextCursor ?? '')
  const second = await w.api.get<ExperiencePage>(`/experiences?limit=2&cursor=${cursor}`)
  const ids = [...first.body.items, ...second.body.items].map((item) => item.id)
  assert.is(new Set(ids).size, ids.length, 'no experience comes twice')
  assert.is((await w.api.get<ExperiencePage>('/experiences?q=nothing+is+called+this')).body.items.length, 0)
})

Api('an experience has its options and units, by id and by slug; its departures are a list', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: { capacity: 7 } })
  const byId = await w.api.get<ExperienceView>(`/experiences/${kayak.experienceId}`)
  const bySlug = await w.api.get(`/experiences/${kayak.slug}`)
  assert.equal(byId.body, bySlug.body)
  const [option] = byId.body.options
  const adult = option?.units.find((unit) => unit.id === kayak.units.adult)
  assert.equal(
    [adult?.type, adult?.seatsPerUnit, adult?.price],
    ['ADULT', 1, { minor: 100_000, currency: kayak.currency }],
  )
  const day = kayak.localStart.slice(0, 10)
  const list = await w.api.get<Page<DepartureView>>(
    `/experiences/${kayak.experienceId}/departures?from=${day}&to=${day}`,
  )
  assert.is(list.body.nextCursor, null)
  const departure = list.body.items[0] as DepartureView
  assert.equal(
    [departure.id, departure.optionId, departure.localStart, departure.capacity, departure.vacancies, departure.status],
    [kayak.departureId, kayak.optionId, kayak.localStart, 7, 7, 'open'],
  )
  assert.is(new Date(departure.startsAt).getTime(), kayak.startsAt.getTime())
})

Api('hold, extend, release: by the token that only the first answer tells', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: { capacity: 5 } })
  const held = await hold(w, kayak)
  assert.is(held.status, 201)
  assert.equal([held.body.state, held.body.total], ['live', { minor: 200_000, currency: kayak.currency }])
  const path = `/holds/${String(held.body.id)}`
  const holdToken = String(held.body.holdToken)
  assertProblem(await w.api.post(`${path}/extend`), 404, 'not_found', 'no token')
  assertProblem(await w.api.post(`${path}/extend`, {}, { holdToken: `${holdToken}x` }), 404, 'not_found', 'a wrong one')
  const extended = await w.api.post<HoldView>(`${path}/extend`, {}, { holdToken })
  assert.is(extended.status, 200)
  assert.ok(new Date(extended.body.expiresAt) > new Date(held.body.expiresAt))
  assert.is(extended.body.holdToken, undefined)
  assertProblem(await w.api.post(`${path}/extend`, {}, { holdToken }), 409, 'hold_already_extended')
  const released = await w.api.remove<HoldView>(path, { holdToken })
  assert.equal([released.status, released.body.state], [200, 'released'])
})

Api('[SEAT-4] a retried POST changes nothing and answers the same, refusals included', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: { capacity: 3 } })
  const [first, again] = [await hold(w, kayak, 2, 'once'), await hold(w, kayak, 2, 'once')]
  assert.equal([again.status, again.body.id, again.body.expiresAt], [201, first.body.id, first.body.expiresAt])
  const refused = await hold<Record<string, unknown>>(w, kayak, 2, 'twice')
  assertProblem(refused, 409, 'not_enough_vacancies')
  assert.equal([refused.body.requested, refused.body.vacancies], [2, 1])
  await w.api.remove(`/holds/${String(first.body.id)}`, { holdToken: String(first.body.holdToken) })
  const later = await hold<Record<string, unknown>>(w, kayak, 2, 'twice')
  assert.equal(
    { ...later.body, requestId: '' },
    { ...refused.body, requestId: '' },
    'the same refusal, although there is room now',
  )
  assertProblem(await hold(w, kayak, 1, 'twice'), 422, 'key_reused')
})

Api('a booking is begun, paid, read, quoted and cancelled; the mail is a job', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: {} })
  const { booking, holdToken } = await begin(w, kayak)
  assert.is(booking.status, 201)
  assert.equal([booking.body.state, booking.body.reference.length], ['pending', 8])
  assert.ok(booking.body.payment.clientSecret)
  const path = `/bookings/${String(booking.body.id)}`
  const intentId = await pay(w, String(booking.body.id))
  assert.is(await settleByWebhook(w, intentId), 200)
  const read = await w.api.get<BookingView>(path, { holdToken })
  assert.equal([read.status, read.body.state, read.body.items.length], [200, 'confirmed', 2])
  assert.is(read.body.payment.clientSecret, null)
  assertProblem(await w.api.get(path), 404, 'not_found', 'somebody else')

  const one = { unitItemIds: [read.body.items[0]?.id] }
  const quote = await w.api.post<CancelQuote>(`${path}/cancel-quote`, one, { holdToken })
  assert.equal([quote.status, quote.body.percent], [200, 100])
  const wrong = { ...one, refundMinor: 1 }
  const changed = await w.api.post(`${path}/cancel`, wrong, { holdToken })
  assertProblem(changed, 409, 'quote_changed')
  assert.equal(changed.body.refund, quote.body.refund)
  const cancelled = await w.api.post<BookingView>(
    `${path}/cancel`,
    { ...one, refundMinor: quote.body.refund.minor },
    { holdToken },
  )
  assert.equal([cancelled.status, cancelled.body.state], [200, 'confirmed'])
  assert.is(cancelled.body.items.filter((item) => item.state === 'cancelled').length, 1)
})

/** Posts the event that the payment caused, signed as Stripe signs; answers the status. */
const settleByWebhook = async (w: World, intentId: string): Promise<number> => {
  const { id, type, createdAt, object } = await w.stripe.hear('payment_intent.succeeded', intentId)
  const payload = JSON.stringify({ id, object: 'event', type, created: createdAt.getTime() / 1000, data: { object } })
  const signature = w.stripe.stripe.webhooks.generateTestHeaderString({
    payload,
    secret: KEYS.webhookSecret,
    timestamp: Math.floor(w.stripe.clock.now().getTime() / 1000),
  })
  const headers = { 'stripe-signature': signature }
  return (await w.api.post('/stripe/webhook', payload, { key: null, headers })).status
}

Api('a webhook whose signature is not Stripe’s changes nothing', async (w) => {
  const body = JSON.stringify({ id: 'evt_x', object: 'event', type: 'payment_intent.succeeded', data: { object: {} } })
  for (const signature of [undefined, '', 't=1,v1=00', 'nonsense']) {
    const headers: Record<string, string> = signature === undefined ? {} : { 'stripe-signature': signature }
    assertProblem(await w.api.post('/stripe/webhook', body, { key: null, headers }), 403, 'not_allowed', signature)
  }
  assert.is(await queryRow(w.em, "select 1 from stripe_events where id = 'evt_x'"), null)
})

Api('live tickets are single and few: the third in a minute is told when to come back', async (w) => {
  const tickets = [
    await w.api.post<LiveTicketView>('/live/tickets', {}),
    await w.api.post<LiveTicketView>('/live/tickets', {}),
  ]
  for (const { status, body } of tickets) {
    assert.is(status, 201)
    assert.ok(new Date(body.expiresAt).getTime() > Date.now())
  }
  assert.is.not(tickets[0]?.body.ticket, tickets[1]?.body.ticket)
  assert.is(tickets[1]?.headers.get('ratelimit-policy'), '"liveTickets";q=2;w=60')
  assert.match(tickets[1]?.headers.get('ratelimit') ?? '', /^"liveTickets";r=0;t=\d+$/)
  const third = await w.api.post('/live/tickets', {})
  assertProblem(third, 429, 'too_many_requests')
  assert.match(third.headers.get('ratelimit') ?? '', `"liveTickets";r=0;t=${third.headers.get('retry-after')}`)
  assert.is((await w.api.post('/live/tickets', {}, { address: '203.0.113.7' })).status, 201, 'others are not held up')
})

Api('a limit counts a whole IPv6 network as one client', async (w) => {
  const from = (address: string) => w.api.post('/live/tickets', {}, { address })
  await from('2001:db8:1:2::1')
  await from('2001:db8:1:2:ffff::2')
  assertProblem(await from('2001:db8:1:2:a:b:c:d'), 429, 'too_many_requests')
  assert.is((await from('2001:db8:1:3::1')).status, 201)
})

Api('other methods and addresses are problems too', async (w) => {
  for (const [method, path, allow] of [
    ['DELETE', '/experiences', 'GET, HEAD, OPTIONS'],
    ['PUT', '/bookings', 'POST, OPTIONS'],
    ['GET', '/holds/x/extend', 'POST, OPTIONS'],
    ['PATCH', '/live/tickets', 'POST, OPTIONS'],
  ] as const) {
    const answer = await w.api.ask(method, path)
    assertProblem(answer, 405, 'method_not_allowed', path)
    assert.is(answer.headers.get('allow'), allow)
  }
  assertProblem(await w.api.get('/nothing/here'), 404, 'not_found')
  assertProblem(await w.api.post('', {}), 404, 'not_found')
  const head = await fetch(`${w.url}/api/v1/experiences`, { method: 'HEAD' })
  assert.is(head.status, 200)
})

Api('answers may not be kept by caches, and each names its request', async (w) => {
  const answer = await w.api.get('/experiences')
  assert.is(answer.headers.get('cache-control'), 'no-cache', 'what all may read is asked for again each time')
  const { body } = await w.api.post<Record<string, unknown>>('/live/tickets', {}, { address: '203.0.113.20' })
  assert.type(body.ticket, 'string')
  assert.match(answer.headers.get('x-request-id') ?? '', /^[0-9a-f-]{36}$/)
})

Api('requests are counted by route, which holds no id', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: {} })
  await w.api.get(`/experiences/${kayak.slug}`)
  const text = await w.metrics.text()
  assert.match(text, 'method="GET",route="/api/v1/experiences/[idOrSlug]",status="200"')
  assert.not.match(text, kayak.slug)
})

Api.run()
