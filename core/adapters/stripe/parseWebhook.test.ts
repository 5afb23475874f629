import { createHmac } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isRefusal } from '@mayago/kernel/errors.ts'
import type { PaymentsPort } from '../../ports/payments.ts'
import { createStripePayments } from './createStripePayments.ts'

const NOW = new Date('2027-03-01T12:00:00Z')
const SECRET = 'whsec_test'
const BODY = JSON.stringify({
  id: 'evt_1',
  object: 'event',
  created: 1_800_000_000,
  type: 'charge.refunded',
  data: { object: { id: 'ch_1', object: 'charge', payment_intent: 'pi_1' } },
})

/** Stripe's scheme written out, so that the adapter is not checked by the code it calls. */
const sign = (body: string, at: Date, secret = SECRET): string => {
  const seconds = Math.floor(at.getTime() / 1000)
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`
}

const Webhook = suite<{ payments: PaymentsPort }>('parseWebhook')
Webhook.before(async (w) => {
  w.payments = await createStripePayments({
    secretKey: 'sk_test_x',
    publishableKey: 'pk_test_x',
    webhookSecret: SECRET,
    sandbox: false,
    clock: { now: () => NOW },
  })
})

Webhook('a signed body becomes an event that names its intent', ({ payments }) => {
  const event = payments.parseWebhook(BODY, sign(BODY, NOW))
  assert.equal([event.id, event.type, event.intentId], ['evt_1', 'charge.refunded', 'pi_1'])
  assert.equal(event.createdAt, new Date(1_800_000_000_000))
  assert.is(event.object['id'], 'ch_1')
})

Webhook('[ACCESS-1] a wrong key, a changed body, an old or a missing signature is refused', ({ payments }) => {
  const minutesAgo = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000)
  const cases: [string, string][] = [
    [BODY, sign(BODY, NOW, 'whsec_other')],
    [BODY.replace('pi_1', 'pi_2'), sign(BODY, NOW)],
    [BODY, sign(BODY, minutesAgo(6))],
    [BODY, 'nonsense'],
    [BODY, ''],
  ]
  for (const [body, signature] of cases)
    assert.throws(
      () => payments.parseWebhook(body, signature),
      (error: unknown) => isRefusal(error, 'not_allowed'),
    )
  assert.is(payments.parseWebhook(BODY, sign(BODY, minutesAgo(4))).id, 'evt_1')
})

Webhook.run()
