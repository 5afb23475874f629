import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isRefusal } from '@mayago/kernel/errors.ts'
import { money } from '@mayago/kernel/money.ts'
import type { PaymentsPort } from '../../ports/payments.ts'
import { createStripePayments } from './createStripePayments.ts'

interface World {
  server: Server
  payments: PaymentsPort
  /** What the far end answers, request by request; the last is repeated. */
  answers: { status: number; body: unknown }[]
  requests: IncomingMessage[]
}

const INTENT = {
  id: 'pi_1',
  object: 'payment_intent',
  amount: 12_500,
  amount_received: 0,
  currency: 'mxn',
  client_secret: 'pi_1_secret_1',
  status: 'requires_payment_method',
  metadata: {},
  latest_charge: null,
}
const failed = { status: 500, body: { error: { type: 'api_error', message: 'down' } } }
const fine = { status: 200, body: INTENT }

const Resilience = suite<World>('the Stripe adapter when Stripe is unwell')
Resilience.before.each(async (w) => {
  w.requests = []
  w.answers = []
  w.server = createServer((req, res) => {
    w.requests.push(req.resume())
    const { status, body } = (w.answers.length > 1 ? w.answers.shift() : w.answers[0]) ?? fine
    res.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
  })
  w.server.listen(0, '127.0.0.1')
  await once(w.server, 'listening')
  w.payments = await createStripePayments({
    secretKey: 'sk_test_x',
    publishableKey: 'pk_test_x',
    webhookSecret: 'whsec_x',
    sandbox: true,
    apiBase: new URL(`http://127.0.0.1:${(w.server.address() as AddressInfo).port}/below/here`),
  })
})
const stop = (w: World): void => {
  w.server.closeAllConnections()
  w.server.close()
}
Resilience.after.each(stop)

const create = (w: World) =>
  w.payments.createIntent({
    amount: money(12_500, 'MXN'),
    capture: 'automatic',
    description: 'Kayak',
    metadata: {},
    idempotencyKey: 'the-key',
  })
const isUnavailable = async (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => false,
    (error: unknown) => isRefusal(error, 'payments_unavailable'),
  )

Resilience('[MONEY-2] a failed write is repeated, under the same key and the base path', async (w) => {
  w.answers = [
    failed,
    { status: 429, body: { error: { type: 'invalid_request_error', code: 'rate_limit', message: 'slow' } } },
    fine,
  ]
  assert.is((await create(w)).id, 'pi_1')
  assert.equal(
    w.requests.map((request) => [request.url, request.headers['idempotency-key']]),
    Array.from({ length: 3 }, () => ['/below/here/v1/payment_intents', 'the-key']),
  )
})

Resilience('an answer that is no answer is not believed', async (w) => {
  w.answers = [{ status: 404, body: { message: 'not here' } }]
  await create(w).then(
    () => assert.unreachable('believed a 404'),
    (error: Error) => assert.match(error.message, 'payment intent'),
  )
})

Resilience(
  'a Stripe that stays down is refused as payments_unavailable, and after five failures no longer asked',
  async (w) => {
    w.answers = [failed]
    assert.ok(await isUnavailable(create(w)))
    assert.is(w.requests.length, 3)
    assert.ok(await isUnavailable(create(w)))
    assert.is(w.requests.length, 5)
    assert.ok(await isUnavailable(create(w)))
    assert.is(w.requests.length, 5)
  },
)

Resilience('a Stripe that cannot be reached is refused as payments_unavailable', async (w) => {
  stop(w)
  await once(w.server, 'close')
  assert.ok(await isUnavailable(create(w)))
})

Resilience('declines never open the breaker', async (w) => {
  w.answers = [
    {
      status: 402,
      body: {
        error: {
          type: 'card_error',
          code: 'card_declined',
          decline_code: 'generic_decline',
          message: 'no',
          payment_intent: INTENT,
        },
      },
    },
  ]
  for (let i = 0; i < 8; i++)
    assert.is(
      (
        await w.payments.confirmIntent({
          intentId: 'pi_1',
          paymentMethod: 'pm_1',
          returnUrl: 'https://mayago.test',
          idempotencyKey: `k${i}`,
        })
      ).id,
      'pi_1',
    )
  assert.is(w.requests.length, 8)
})

Resilience.run()
