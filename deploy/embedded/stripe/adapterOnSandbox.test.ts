import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isRefusal } from '@mayago/kernel/errors.ts'
import { money, type Currency } from '@mayago/kernel/money.ts'
import type { IntentView } from '@mayago/core/ports/payments.ts'
import { freshDatabase, type FreshDatabase } from '@mayago/db/testing/freshDatabase.ts'
import { postForm } from './testing/browser.ts'
import { startSandbox, type SandboxWorld } from './testing/startSandbox.ts'

interface World extends SandboxWorld {
  database: FreshDatabase
}

const OnSandbox = suite<World>('the Stripe adapter on the sandbox')
OnSandbox.before(async (w) => {
  const database = await freshDatabase()
  Object.assign(w, await startSandbox(database.pool), { database })
})
OnSandbox.after(async (w) => {
  await w.stop()
  await w.database.drop()
})

const RETURN_URL = 'https://mayago.test/back?from=bank'
let keys = 0
const newKey = (): string => `key-${(keys += 1)}`

const open = (
  w: World,
  minor = 125_00,
  currency: Currency = 'MXN',
  capture: 'automatic' | 'manual' = 'automatic',
): Promise<IntentView> =>
  w.payments.createIntent({
    amount: money(minor, currency),
    capture,
    description: 'Kayak at dawn',
    receiptEmail: 'ana@example.com',
    metadata: { paymentId: 'p1' },
    idempotencyKey: newKey(),
  })
const confirm = (w: World, intent: IntentView, paymentMethod: string): Promise<IntentView> =>
  w.payments.confirmIntent({ intentId: intent.id, paymentMethod, returnUrl: RETURN_URL, idempotencyKey: newKey() })
const refund = (w: World, intent: IntentView, minor: number, currency: Currency = 'MXN') =>
  w.payments.refund({
    intentId: intent.id,
    amount: money(minor, currency),
    reason: 'cancelled by the traveler',
    metadata: { refundId: 'r1' },
    idempotencyKey: newKey(),
  })
const refusalOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
  } catch (error) {
    if (isRefusal(error)) return `${error.code} ${JSON.stringify(error.data)}`
    throw error
  }
  throw new Error('was not refused')
}

OnSandbox('a good card pays: the intent, its card, its metadata and its webhooks agree', async (w) => {
  const intent = await open(w)
  assert.is(intent.state, 'requires_payment_method')
  const paid = await confirm(w, intent, 'pm_card_visa')
  assert.is(paid.state, 'succeeded')
  assert.equal(paid.amountReceived, money(125_00, 'MXN'))
  assert.equal(paid.card, { brand: 'visa', last4: '4242' })
  assert.equal(paid.metadata, { paymentId: 'p1' })
  assert.is(paid.declineCode, null)
  const event = await w.hear('payment_intent.succeeded', intent.id)
  assert.is(event.intentId, intent.id)
  const { latest_charge: chargeId } = event.object
  assert.is((await w.hear('charge.succeeded', String(chargeId))).intentId, intent.id)
})

OnSandbox('a decline is an answer: the reason, the card, and the intent open for another try', async (w) => {
  const intent = await open(w)
  const declined = await confirm(w, intent, 'pm_card_chargeDeclined')
  assert.is(declined.state, 'requires_payment_method')
  assert.is(declined.declineCode, 'generic_decline')
  assert.equal(declined.card, { brand: 'visa', last4: '0002' })
  const poor = await confirm(w, intent, 'pm_card_chargeDeclinedInsufficientFunds')
  assert.is(poor.declineCode, 'insufficient_funds')
  assert.is((await w.payments.getIntent(intent.id)).declineCode, 'insufficient_funds')
  const paid = await confirm(w, intent, 'pm_card_mastercard')
  assert.is(paid.state, 'succeeded')
  assert.is(paid.declineCode, null)
  await w.hear('payment_intent.payment_failed', intent.id)
})

for (const [method, reason] of [
  ['pm_card_chargeDeclinedExpiredCard', 'expired_card'],
  ['pm_card_chargeDeclinedIncorrectCvc', 'incorrect_cvc'],
  ['pm_card_chargeDeclinedProcessingError', 'processing_error'],
] as const)
  OnSandbox(`${method} is declined as ${reason}`, async (w) => {
    assert.is((await confirm(w, await open(w), method)).declineCode, reason)
  })

OnSandbox('3-D Secure, met: the browser comes back to us and the money is there', async (w) => {
  const intent = await open(w)
  const waiting = await confirm(w, intent, 'pm_card_threeDSecure2Required')
  assert.is(waiting.state, 'requires_action')
  assert.ok(waiting.actionUrl?.startsWith(`${w.origin}/_stripe/3ds/${intent.id}?attempt=`))
  const back = await postForm(String(waiting.actionUrl), { answer: 'complete' })
  assert.is(back.status, 303)
  const url = new URL(back.location)
  assert.is(url.searchParams.get('from'), 'bank')
  assert.is(url.searchParams.get('payment_intent'), intent.id)
  assert.is(url.searchParams.get('redirect_status'), 'succeeded')
  assert.is((await w.payments.getIntent(intent.id)).state, 'succeeded')
  await w.hear('payment_intent.requires_action', intent.id)
})

OnSandbox('3-D Secure, failed: the reason is told, and the answered challenge is over', async (w) => {
  const intent = await open(w)
  const waiting = await confirm(w, intent, 'pm_card_authenticationRequired')
  const back = await postForm(String(waiting.actionUrl), { answer: 'fail' })
  assert.is(new URL(back.location).searchParams.get('redirect_status'), 'failed')
  const failed = await w.payments.getIntent(intent.id)
  assert.is(failed.state, 'requires_payment_method')
  assert.is(failed.declineCode, 'payment_intent_authentication_failure')
  assert.is((await postForm(String(waiting.actionUrl), { answer: 'complete' })).status, 410)
  assert.is((await w.payments.getIntent(intent.id)).state, 'requires_payment_method')
})

OnSandbox('3-D Secure, met, and then the bank says no', async (w) => {
  const intent = await open(w)
  const waiting = await confirm(w, intent, 'pm_card_threeDSecureRequiredChargeDeclined')
  await postForm(String(waiting.actionUrl), { answer: 'complete' })
  assert.is((await w.payments.getIntent(intent.id)).declineCode, 'generic_decline')
})

OnSandbox('a manual capture takes all, or part and lets the rest go', async (w) => {
  const whole = await confirm(w, await open(w, 90_00, 'MXN', 'manual'), 'pm_card_visa')
  assert.is(whole.state, 'requires_capture')
  assert.is(whole.amountReceived.minor, 0)
  const captured = await w.payments.captureIntent({ intentId: whole.id, idempotencyKey: newKey() })
  assert.is(captured.state, 'succeeded')
  assert.is(captured.amountReceived.minor, 90_00)

  const part = await confirm(w, await open(w, 90_00, 'MXN', 'manual'), 'pm_card_visa')
  const capture = (minor: number) =>
    w.payments.captureIntent({ intentId: part.id, amount: money(minor, 'MXN'), idempotencyKey: newKey() })
  await capture(91_00).then(
    () => assert.unreachable('captured more than was authorised'),
    (error: { param: string }) => assert.is(error.param, 'amount_to_capture'),
  )
  assert.is((await capture(50_00)).amountReceived.minor, 50_00)
  assert.is(await refusalOf(capture(10_00)), `payment_wrong_state {"paymentId":"${part.id}","state":"succeeded"}`)
  assert.match(await refusalOf(refund(w, part, 50_01)), /^payment_wrong_state/)
  assert.is((await refund(w, part, 50_00)).state, 'succeeded')
})

OnSandbox('what is authorised can be cancelled, what is paid cannot, and nothing cancelled can be paid', async (w) => {
  const authorised = await confirm(w, await open(w, 90_00, 'MXN', 'manual'), 'pm_card_visa')
  const cancel = (intent: IntentView) => w.payments.cancelIntent({ intentId: intent.id, idempotencyKey: newKey() })
  assert.is((await cancel(authorised)).state, 'canceled')
  await w.hear('payment_intent.canceled', authorised.id)
  assert.match(await refusalOf(confirm(w, authorised, 'pm_card_visa')), /payment_wrong_state.*canceled/)
  const paid = await confirm(w, await open(w), 'pm_card_visa')
  assert.match(await refusalOf(cancel(paid)), /payment_wrong_state.*succeeded/)
})

OnSandbox('[MONEY-2] refunds never exceed what was captured, even when many ask at once', async (w) => {
  const paid = await confirm(w, await open(w, 100_00), 'pm_card_visa')
  assert.equal((await refund(w, paid, 30_00)).amount, money(30_00, 'MXN'))
  assert.is(
    await refusalOf(refund(w, paid, 70_01)),
    `payment_wrong_state {"paymentId":"${paid.id}","state":"refunded"}`,
  )
  const asked = await Promise.allSettled(Array.from({ length: 10 }, () => refund(w, paid, 20_00)))
  assert.is(asked.filter((one) => one.status === 'fulfilled').length, 3)
  await refund(w, paid, 10_00)
  assert.match(await refusalOf(refund(w, paid, 1)), /payment_wrong_state/)
  const charges = await w.stripe.charges.list({ payment_intent: paid.id })
  assert.is(charges.data[0]?.amount_refunded, 100_00)
  assert.is(charges.data[0]?.refunded, true)
})

OnSandbox('[MONEY-2] a repeated call is the same call: one intent, one charge, one refund', async (w) => {
  const create = () =>
    w.payments.createIntent({
      amount: money(40_00, 'MXN'),
      capture: 'automatic',
      description: 'Twice',
      metadata: {},
      idempotencyKey: 'create-twice',
    })
  const intent = await create()
  assert.is((await create()).id, intent.id)
  const pay = () =>
    w.payments.confirmIntent({
      intentId: intent.id,
      paymentMethod: 'pm_card_visa',
      returnUrl: RETURN_URL,
      idempotencyKey: 'pay-twice',
    })
  const both = await Promise.all([pay(), pay()])
  assert.equal(
    both.map((view) => view.state),
    ['succeeded', 'succeeded'],
  )
  assert.is((await w.stripe.charges.list({ payment_intent: intent.id })).data.length, 1)
})

OnSandbox('[MONEY-3] yen have no decimals and dinars three, in steps of ten', async (w) => {
  const yen = await confirm(w, await open(w, 9800, 'JPY'), 'pm_card_jcb')
  assert.equal(yen.amountReceived, money(9800, 'JPY'))
  const dinars = await confirm(w, await open(w, 12_500, 'KWD'), 'pm_card_visa')
  assert.equal(dinars.amountReceived, money(12_500, 'KWD'))
  assert.equal((await refund(w, dinars, 2_250, 'KWD')).amount, money(2_250, 'KWD'))
  await open(w, 12_505, 'KWD').then(
    () => assert.unreachable('took 12.505 dinars'),
    (error: Error) => assert.match(error.message, /12505 KWD/),
  )
  await w.stripe.paymentIntents.create({ amount: 12_505, currency: 'kwd' }).then(
    () => assert.unreachable('the sandbox took 12.505 dinars'),
    (error: { param: string; statusCode: number }) => assert.equal([error.statusCode, error.param], [400, 'amount']),
  )
})

OnSandbox('an intent nobody made is refused as not found', async (w) => {
  assert.is(await refusalOf(w.payments.getIntent('pi_doesnotexist')), 'not_found {"what":"payment"}')
})

OnSandbox('the hosted page is paid without JavaScript: a typo, a decline, 3-D Secure, then success', async (w) => {
  const page = await w.payments.createHostedCheckout({
    amount: money(250_00, 'MXN'),
    title: 'Kayak at dawn <for two>',
    customerEmail: 'ana@example.com',
    successUrl: 'https://mayago.test/done?session={CHECKOUT_SESSION_ID}',
    cancelUrl: 'https://mayago.test/checkout',
    expiresAt: new Date(w.clock.now().getTime() + 31 * 60_000),
    metadata: { paymentId: 'p9' },
    idempotencyKey: newKey(),
  })
  assert.is(page.state, 'open')
  const url = String(page.url)
  const shown = await (await fetch(url)).text()
  assert.match(shown, 'Kayak at dawn &lt;for two&gt;')
  assert.not.match(shown, '<script')
  const type = (number: string) => postForm(url, { number, expiry: '12/31', cvc: '123', name: 'Ana' })
  assert.match((await type('4242 4242 4242 4241')).text, 'Your card number is incorrect.')
  const declined = await type('4000 0000 0000 9995')
  assert.is(declined.status, 402)
  assert.match(declined.text, 'Your card has insufficient funds.')
  assert.not.match(declined.text, '9995"')
  const challenge = await type('4000 0000 0000 3220')
  assert.is(challenge.status, 303)
  const back = await postForm(challenge.location, { answer: 'complete' })
  const done = await fetch(back.location, { redirect: 'manual' })
  assert.is(done.headers.get('location'), `https://mayago.test/done?session=${page.id}`)

  const after = await w.payments.getHostedCheckout(page.id)
  assert.is(after.state, 'complete')
  assert.is(after.url, null)
  const paid = await w.payments.getIntent(String(after.intentId))
  assert.is(paid.state, 'succeeded')
  assert.equal(paid.metadata, { paymentId: 'p9' })
  assert.is((await w.hear('checkout.session.completed', page.id)).intentId, paid.id)
  assert.is((await type('4242 4242 4242 4242')).status, 402)
})

OnSandbox('a hosted page closed by us, or by time, takes no card', async (w) => {
  const make = () =>
    w.payments.createHostedCheckout({
      amount: money(250_00, 'MXN'),
      title: 'Kayak at dawn',
      customerEmail: 'ana@example.com',
      successUrl: 'https://mayago.test/done',
      cancelUrl: 'https://mayago.test/checkout',
      expiresAt: new Date(w.clock.now().getTime() + 31 * 60_000),
      metadata: {},
      idempotencyKey: newKey(),
    })
  const closed = await make()
  const tried = await postForm(String(closed.url), { number: '4000000000000002', expiry: '12/31', cvc: '123' })
  assert.is(tried.status, 402)
  const expire = () => w.payments.expireHostedCheckout({ checkoutId: closed.id, idempotencyKey: newKey() })
  const expired = await expire()
  assert.is(expired.state, 'expired')
  assert.is((await w.payments.getIntent(String(expired.intentId))).state, 'canceled')
  assert.match(await refusalOf(expire()), /payment_wrong_state/)
  const late = await postForm(String(closed.url), { number: '4242424242424242', expiry: '12/31', cvc: '123' })
  assert.match(late.text, 'no longer open')

  const forgotten = await make()
  await w.sandbox.advance(32 * 60_000)
  assert.is((await w.payments.getHostedCheckout(forgotten.id)).state, 'expired')
  await w.hear('checkout.session.expired', forgotten.id)
})

OnSandbox('an authorisation nobody captures is let go after a week', async (w) => {
  const authorised = await confirm(w, await open(w, 90_00, 'MXN', 'manual'), 'pm_card_visa')
  await w.sandbox.advance(6 * 24 * 3_600_000)
  assert.is((await w.payments.getIntent(authorised.id)).state, 'requires_capture')
  await w.sandbox.advance(25 * 3_600_000)
  assert.is((await w.payments.getIntent(authorised.id)).state, 'canceled')
})

OnSandbox.run()
