import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { freshDatabase, type FreshDatabase } from '@mayago/db/testing/freshDatabase.ts'
import { callFromBrowser, cardForm, type ApiAnswer } from './testing/browser.ts'
import { KEYS } from './testing/keys.ts'
import { startSandbox, type SandboxWorld } from './testing/startSandbox.ts'

interface World extends SandboxWorld {
  database: FreshDatabase
}

const Api = suite<World>('the sandbox’s API')
Api.before(async (w) => {
  const database = await freshDatabase()
  Object.assign(w, await startSandbox(database.pool), { database })
})
Api.after(async (w) => {
  await w.stop()
  await w.database.drop()
})

/** A call with the secret key, below the SDK: what really goes over the wire. */
const call = (w: World, path: string, form?: Record<string, string>, key?: string): Promise<ApiAnswer> =>
  callFromBrowser(w.origin, path, form, {
    Authorization: `Bearer ${KEYS.secretKey}`,
    ...(key === undefined ? {} : { 'Idempotency-Key': key }),
  })
const order = { amount: '12500', currency: 'mxn' }

Api('a call it does not know is a loud 404 that names the call', async (w) => {
  const unknown = await call(w, '/v1/coupons', { name: 'Ana' })
  assert.is(unknown.status, 404)
  assert.is(unknown.body.error?.['type'], 'invalid_request_error')
  assert.match(String(unknown.body.error?.['message']), 'POST: /v1/coupons')
  await w.stripe.coupons.create({ name: 'Ana' }).then(
    () => assert.unreachable('the SDK believed it'),
    (error: { statusCode: number }) => assert.is(error.statusCode, 404),
  )
})

Api('a parameter it does not know, or misses, or cannot read, is refused by name', async (w) => {
  const cases: [Record<string, string>, string, string][] = [
    [{ ...order, colour: 'jade' }, 'parameter_unknown', 'colour'],
    [
      { ...order, 'automatic_payment_methods[sometimes]': 'true' },
      'parameter_unknown',
      'automatic_payment_methods[sometimes]',
    ],
    [{ currency: 'mxn' }, 'parameter_missing', 'amount'],
    [{ amount: '12.50', currency: 'mxn' }, 'parameter_invalid_integer', 'amount'],
    [{ amount: '999', currency: 'mxn' }, 'amount_too_small', 'amount'],
    [{ amount: '100000000', currency: 'mxn' }, 'amount_too_large', 'amount'],
  ]
  for (const [form, code, param] of cases) {
    const refused = await call(w, '/v1/payment_intents', form)
    assert.equal([refused.status, refused.body.error?.['code'], refused.body.error?.['param']], [400, code, param])
  }
})

Api('nested forms are read as Stripe reads them', async (w) => {
  const { id } = (
    await call(w, '/v1/payment_intents', { ...order, 'metadata[order]': '7', 'metadata[__proto__]': 'x' })
  ).body
  const changed = await call(w, `/v1/payment_intents/${id}`, { 'metadata[party]': 'two', 'metadata[order]': '' })
  assert.equal(changed.body['metadata'], JSON.parse('{ "__proto__": "x", "party": "two" }'))
  const expanded = await call(w, `/v1/payment_intents?limit=1&expand[]=data.payment_method`)
  assert.is(expanded.status, 200)
})

Api('keys open what they should: none 401, wrong 401, the browser’s 403 for what is ours', async (w) => {
  const withKey = async (authorization: string) =>
    (await callFromBrowser(w.origin, '/v1/payment_intents', order, { Authorization: authorization })).status
  assert.is(await withKey(''), 401)
  assert.is(await withKey('Bearer sk_test_someone'), 401)
  assert.is(await withKey(`Bearer ${KEYS.publishableKey}`), 403)
  assert.is(await withKey(`Basic ${btoa(`${KEYS.secretKey}:`)}`), 200)
})

Api('[ACCESS-2] a browser sees an intent only with its secret, and never its metadata', async (w) => {
  const intent = await w.stripe.paymentIntents.create({ amount: 12_500, currency: 'mxn', metadata: { inside: 'ours' } })
  const path = `/v1/payment_intents/${intent.id}`
  assert.is((await callFromBrowser(w.origin, path)).status, 404)
  assert.is((await callFromBrowser(w.origin, `${path}?client_secret=${intent.id}_secret_wrong`)).status, 404)
  const seen = await callFromBrowser(w.origin, `${path}?client_secret=${intent.client_secret}`)
  assert.is(seen.body['status'], 'requires_payment_method')
  assert.not.match(JSON.stringify(seen.body), 'ours')
  const method = await callFromBrowser(
    w.origin,
    '/v1/payment_methods',
    cardForm('4000000000000002', {
      'billing_details[name]': 'Ana',
      'billing_details[address][country]': 'MX',
      'billing_details[address][postal_code]': '97000',
    }),
  )
  const declined = await callFromBrowser(w.origin, `${path}/confirm`, {
    client_secret: String(intent.client_secret),
    payment_method: String(method.body.id),
    use_stripe_sdk: 'true',
  })
  assert.equal([declined.status, declined.body.error?.['decline_code']], [402, 'generic_decline'])
  assert.not.match(JSON.stringify(declined.body), 'ours')
})

Api('card numbers come from browsers only, are checked, and are never kept', async (w) => {
  assert.is((await call(w, '/v1/payment_methods', cardForm('4242424242424242'))).status, 402)
  const mistakes: [Record<string, string>, string][] = [
    [cardForm('4242424242424241'), 'incorrect_number'],
    [cardForm('4242424242424242', { 'card[exp_year]': '2026' }), 'invalid_expiry_year'],
    [cardForm('4242424242424242', { 'card[exp_month]': '13' }), 'invalid_expiry_month'],
    [cardForm('4242424242424242', { 'card[exp_month]': '2', 'card[exp_year]': '2027' }), 'invalid_expiry_month'],
    [cardForm('4242424242424242', { 'card[cvc]': '12' }), 'invalid_cvc'],
  ]
  for (const [form, code] of mistakes) {
    const refused = await callFromBrowser(w.origin, '/v1/payment_methods', form)
    assert.equal([refused.status, refused.body.error?.['code']], [402, code])
  }
  const real = await callFromBrowser(w.origin, '/v1/payment_methods', cardForm('4532015112830366'))
  const intent = await w.stripe.paymentIntents.create({ amount: 12_500, currency: 'mxn' })
  await w.stripe.paymentIntents
    .confirm(intent.id, { payment_method: String(real.body.id), return_url: 'https://mayago.test' })
    .then(
      () => assert.unreachable('a real card paid in the sandbox'),
      (error: { decline_code: string }) => assert.is(error.decline_code, 'test_mode_live_card'),
    )
  const { rows } = await w.database.pool.query<{ all: string }>(
    `SELECT string_agg(data::text || hidden::text, '') AS all FROM stripe_sandbox.objects`,
  )
  assert.not.match(String(rows[0]?.all), '453201511283')
  assert.not.match(String(rows[0]?.all), '424242424242')
})

Api(
  '[MONEY-2] a repeated key answers what it answered first, declines included; other parameters are refused',
  async (w) => {
    const first = await call(w, '/v1/payment_intents', order, 'k-1')
    const again = await call(w, '/v1/payment_intents', order, 'k-1')
    assert.equal(again.body, first.body)
    assert.is(again.headers.get('idempotent-replayed'), 'true')
    assert.is(again.headers.get('original-request'), first.headers.get('request-id'))
    const other = await call(w, '/v1/payment_intents', { ...order, amount: '9900' }, 'k-1')
    assert.equal([other.status, other.body.error?.['type']], [400, 'idempotency_error'])

    const decline = () =>
      call(
        w,
        `/v1/payment_intents/${first.body.id}/confirm`,
        { payment_method: 'pm_card_chargeDeclined', return_url: 'https://mayago.test' },
        'k-2',
      )
    const declined = await decline()
    assert.is(declined.status, 402)
    assert.equal((await decline()).body, declined.body)
    const { data } = await w.stripe.charges.list({ payment_intent: String(first.body.id) })
    assert.is(data.length, 1)
  },
)

Api('a key is free again after 24 hours, and after a call whose parameters were wrong', async (w) => {
  assert.is((await call(w, '/v1/payment_intents', { currency: 'mxn' }, 'k-wrong')).status, 400)
  assert.is((await call(w, '/v1/payment_intents', order, 'k-wrong')).status, 200)
  const first = await call(w, '/v1/payment_intents', order, 'k-old')
  await w.sandbox.advance(23 * 3_600_000)
  assert.is((await call(w, '/v1/payment_intents', order, 'k-old')).body.id, first.body.id)
  await w.sandbox.advance(2 * 3_600_000)
  assert.is.not((await call(w, '/v1/payment_intents', order, 'k-old')).body.id, first.body.id)
})

Api('a key still in flight is 409 idempotency_key_in_use', async (w) => {
  const holder = await w.database.pool.connect()
  await holder.query('BEGIN')
  await holder.query(`SELECT pg_advisory_xact_lock(hashtextextended('stripe_sandbox' || 'k-busy', 0))`)
  const busy = await call(w, '/v1/payment_intents', order, 'k-busy')
  await holder.query('ROLLBACK')
  holder.release()
  assert.equal([busy.status, busy.body.error?.['code']], [409, 'idempotency_key_in_use'])
  assert.is((await call(w, '/v1/payment_intents', order, 'k-busy')).status, 200)
})

Api('lists are paged, newest first', async (w) => {
  for (let i = 0; i < 3; i++) await call(w, '/v1/payment_intents', order)
  const first = await w.stripe.paymentIntents.list({ limit: 2 })
  assert.is(first.has_more, true)
  const next = await w.stripe.paymentIntents.list({ limit: 2, starting_after: String(first.data[1]?.id) })
  const ids = [...first.data, ...next.data].map((intent) => intent.id)
  assert.is(new Set(ids).size, 4)
  const back = await w.stripe.paymentIntents.list({ limit: 2, ending_before: String(next.data[0]?.id) })
  assert.equal(
    back.data.map((intent) => intent.id),
    ids.slice(0, 2),
  )
})

Api('an intent goes only where Stripe’s state machine goes', async (w) => {
  const intent = await w.stripe.paymentIntents.create({
    amount: 12_500,
    currency: 'mxn',
    payment_method: 'pm_card_visa',
  })
  assert.is(intent.status, 'requires_confirmation')
  await w.stripe.paymentIntents.capture(intent.id).then(
    () => assert.unreachable('captured what was not authorised'),
    (error: { code: string }) => assert.is(error.code, 'payment_intent_unexpected_state'),
  )
  const paid = await w.stripe.paymentIntents.confirm(intent.id, { return_url: 'https://mayago.test' })
  assert.is(paid.status, 'succeeded')
  await w.stripe.paymentIntents.update(intent.id, { amount: 1_000 }).then(
    () => assert.unreachable('changed the amount of what was paid'),
    (error: { code: string }) => assert.is(error.code, 'payment_intent_unexpected_state'),
  )
  const noted = await w.stripe.paymentIntents.update(intent.id, { metadata: { note: 'later' } })
  assert.equal(noted.metadata, { note: 'later' })

  const bare = await w.stripe.paymentIntents.create({ amount: 12_500, currency: 'mxn' })
  await w.stripe.paymentIntents.confirm(bare.id, { return_url: 'https://mayago.test' }).then(
    () => assert.unreachable('confirmed without a payment method'),
    (error: { code: string }) => assert.is(error.code, 'payment_intent_unexpected_state'),
  )
})

Api('a body that is no form, or too large, is refused', async (w) => {
  const post = async (body: string, type: string) =>
    (
      await fetch(`${w.origin}/_stripe/v1/payment_intents`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${KEYS.secretKey}`, 'Content-Type': type },
        body,
      })
    ).status
  assert.is(await post('{"amount":1}', 'application/json'), 400)
  assert.is(await post('a='.padEnd(300_000, 'x'), 'application/x-www-form-urlencoded'), 413)
})

Api('a path outside it is left to others, and a form from another site is refused', async (w) => {
  for (const path of ['/_stripes', '//', '/%']) assert.is((await fetch(`${w.origin}${path}`)).status, 404)
  assert.is((await fetch(`${w.origin}/_stripe/%`)).status, 404)
  const page = await fetch(`${w.origin}/_stripe/`)
  assert.match(page.headers.get('content-security-policy') ?? '', "default-src 'none'")
  const foreign = await fetch(`${w.origin}/_stripe/clock`, {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'cross-site' },
    body: new URLSearchParams({ minutes: '60' }),
  })
  assert.is(foreign.status, 403)
})

Api.run()
