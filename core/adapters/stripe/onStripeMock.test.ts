import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { money } from '@mayago/kernel/money.ts'
import type { PaymentsPort } from '../../ports/payments.ts'
import { connectStripe } from './connectStripe.ts'
import { createStripePayments } from './createStripePayments.ts'
import { relayWithout, type Relay } from './testing/relayWithout.ts'
import { findStripeMock, startStripeMock, type StripeMock } from './testing/startStripeMock.ts'

/**
 * Younger than the description that stripe-mock was last built with, and so taken out on the way to it; the SDK's types,
 * generated from the description of our API version, vouch for it instead.
 */
const TOO_YOUNG = { path: '/v1/checkout/sessions', field: /^allowed_payment_method_types\b/ }

interface World {
  mock: StripeMock
  relay: Relay
  payments: PaymentsPort
}

const file = findStripeMock()
const OnMock = suite<World>('the Stripe adapter on stripe-mock')
if (file === null)
  process.stdout.write('LEFT OUT: the Stripe adapter on stripe-mock, which is not here and which only Go could build\n')
const test = (title: string, work: (w: World) => Promise<void>): void => {
  if (file !== null) OnMock(title, work)
}

OnMock.before(async (w) => {
  if (file === null) return
  w.mock = await startStripeMock(file)
  w.relay = await relayWithout(w.mock.url, (path, field) => path === TOO_YOUNG.path && TOO_YOUNG.field.test(field))
  w.payments = await createStripePayments({
    secretKey: 'sk_test_123',
    publishableKey: 'pk_test_123',
    webhookSecret: 'whsec_123',
    apiBase: w.relay.url,
    sandbox: true,
  })
})
OnMock.after(async (w) => {
  if (file === null) return
  w.relay.stop()
  await w.mock.stop()
})

test('the mock refuses what Stripe’s description does not allow', async (w) => {
  const stripe = await connectStripe('sk_test_123', w.mock.url)
  await stripe.paymentIntents.create({ amount: 100, currency: 'mxn', ...({ colour: 'jade' } as object) }).then(
    () => assert.unreachable('the mock took an unknown parameter'),
    (error: { statusCode: number }) => assert.is(error.statusCode, 400),
  )
})

test('every call of ours is one that Stripe’s published description allows', async ({ payments }) => {
  const intentId = 'pi_123'
  const amount = money(100, 'USD')
  const created = await payments.createIntent({
    amount,
    capture: 'manual',
    description: 'Kayak at dawn',
    receiptEmail: 'ana@example.com',
    metadata: { paymentId: 'p1' },
    idempotencyKey: 'k1',
  })
  assert.match(created.id, /^pi_/)
  const confirmed = await payments.confirmIntent({
    intentId,
    paymentMethod: 'pm_card_visa',
    returnUrl: 'https://mayago.test/back',
    idempotencyKey: 'k2',
  })
  assert.match(confirmed.clientSecret, /_secret_/)
  await payments.getIntent(intentId)
  await payments.captureIntent({ intentId, amount, idempotencyKey: 'k3' })
  await payments.cancelIntent({ intentId, idempotencyKey: 'k4' })
  const refund = await payments.refund({
    intentId,
    amount,
    reason: 'cancelled',
    metadata: { refundId: 'r1' },
    idempotencyKey: 'k5',
  })
  assert.match(refund.id, /^re_/)
  assert.match((await payments.listIntents('pi_122')).items[0]?.id ?? '', /^pi_/)
  assert.match((await payments.listRefunds(null)).items[0]?.id ?? '', /^re_/)
  const page = await payments.createHostedCheckout({
    amount,
    title: 'Kayak at dawn',
    customerEmail: 'ana@example.com',
    successUrl: 'https://mayago.test/done',
    cancelUrl: 'https://mayago.test/checkout',
    expiresAt: new Date('2027-03-01T12:00:00Z'),
    metadata: { paymentId: 'p1' },
    idempotencyKey: 'k6',
  })
  assert.match(page.id, /^cs_/)
  assert.match((await payments.getHostedCheckout(page.id)).id, /^cs_/)
  assert.match((await payments.expireHostedCheckout({ checkoutId: page.id, idempotencyKey: 'k7' })).id, /^cs_/)
})

test('so is every call about accounts', async ({ payments: { accounts } }) => {
  const account = await accounts.create({
    country: 'MX',
    email: 'kay@example.com',
    businessName: 'Kay’s kayaks',
    metadata: { providerId: 'p1' },
    idempotencyKey: 'k1',
  })
  assert.match(account.id, /^acct_/)
  assert.is((await accounts.get(account.id)).id, account.id)
  const link = await accounts.createOnboardingLink({
    accountId: account.id,
    returnUrl: 'https://mayago.test/back',
    refreshUrl: 'https://mayago.test/again',
    idempotencyKey: 'k2',
  })
  assert.match(link.url, /^https:/)
})

test('and about transfers and balances', async ({ payments: { transfers, balances } }) => {
  const sent = await transfers.create({
    accountId: 'acct_123',
    amount: money(100, 'USD'),
    chargeId: 'ch_123',
    group: 'booking-1',
    transferId: 't1',
    metadata: {},
    idempotencyKey: 'k1',
  })
  assert.match(sent.id, /^tr_/)
  await transfers.get('tr_123')
  assert.match((await transfers.list('tr_122')).items[0]?.id ?? '', /^tr_/)
  await transfers.listReversals('tr_123', 'trr_122')
  assert.is(await transfers.find({ group: 'booking-1', transferId: 't1' }), null)
  const back = await transfers.reverse({
    stripeId: 'tr_123',
    amount: money(50, 'USD'),
    reversalId: 'r1',
    metadata: {},
    idempotencyKey: 'k2',
  })
  assert.match(back.id, /^trr_/)
  assert.is(await transfers.findReversal({ stripeId: 'tr_123', reversalId: 'r1' }), null)
  await balances.get(null)
  await balances.get('acct_123')
  const { movements } = await balances.listMovements({
    accountId: 'acct_123',
    since: new Date('2027-03-01T12:00:00Z'),
    sourceId: 'py_123',
    payoutId: 'po_123',
    after: 'txn_123',
  })
  assert.match(movements[0]?.id ?? '', /^txn_/)
})

test('and about payouts', async ({ payments: { payouts } }) => {
  const accountId = 'acct_123'
  for (const schedule of [
    { interval: 'daily' },
    { interval: 'weekly', weekday: 'friday' },
    { interval: 'monthly', day: 31 },
  ] as const)
    await payouts.setSchedule({ accountId, schedule, idempotencyKey: `k-${schedule.interval}` })
  const sent = await payouts.create({
    accountId,
    amount: money(100, 'USD'),
    payoutId: 'p1',
    metadata: {},
    idempotencyKey: 'k1',
  })
  assert.match(sent.id, /^po_/)
  await payouts.get({ accountId, stripeId: sent.id })
  await payouts.find({ accountId, payoutId: 'p1' })
  await payouts.list({ accountId, since: new Date('2027-03-01T12:00:00Z'), after: 'po_122' })
  await payouts.cancel({ accountId, stripeId: sent.id, idempotencyKey: 'k2' })
})

test('and about disputes', async ({ payments: { disputes } }) => {
  assert.match((await disputes.get('du_123')).id, /^du_/)
  await disputes.list({ since: new Date('2027-03-01T12:00:00Z'), after: 'du_122' })
  const evidence = {
    customerName: 'Ana',
    customerEmail: 'ana@example.com',
    productDescription: 'Kayak at dawn',
    serviceDate: '1 March 2027',
    cancellationPolicy: 'Free until the day before',
    refundRefusal: 'She came',
    explanation: 'Her ticket was scanned',
  }
  await disputes.submitEvidence({ stripeId: 'du_123', evidence, idempotencyKey: 'k1' })
  await disputes.accept({ stripeId: 'du_123', idempotencyKey: 'k2' })
})

test('and about customers and the cards they keep', async ({ payments }) => {
  const { customers } = payments
  const { id } = await customers.create({ email: 'ana@example.com', name: 'Ana', metadata: {}, idempotencyKey: 'k1' })
  assert.match(id, /^cus_/)
  const setup = await customers.createSetup({ customerId: id, metadata: {}, idempotencyKey: 'k2' })
  await customers.confirmSetup({
    setupId: setup.id,
    paymentMethod: 'pm_card_visa',
    returnUrl: 'https://mayago.test',
    idempotencyKey: 'k3',
  })
  await customers.getSetup(setup.id)
  await customers.listCards(id)
  await customers.removeCard({ cardId: 'pm_123', idempotencyKey: 'k4' })
  await payments.createIntent({
    amount: money(100, 'USD'),
    capture: 'automatic',
    description: 'Kayak',
    customerId: id,
    keepsCard: true,
    transferGroup: 'booking-1',
    metadata: {},
    idempotencyKey: 'k5',
  })
  await payments.confirmIntent({
    intentId: 'pi_123',
    paymentMethod: 'pm_123',
    returnUrl: 'https://mayago.test',
    offSession: true,
    idempotencyKey: 'k6',
  })
  await customers.remove(id)
})

OnMock.run()
