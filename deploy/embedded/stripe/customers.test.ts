import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { money } from '@mayago/kernel/money.ts'
import type { SetupView } from '@mayago/core/ports/paymentCustomers.ts'
import { isRefusal } from '@mayago/kernel/errors.ts'
import { freshDatabase, type FreshDatabase } from '@mayago/db/testing/freshDatabase.ts'
import { callFromBrowser, postForm } from './testing/browser.ts'
import { newKey, pay } from './testing/pay.ts'
import { startSandbox, type SandboxWorld } from './testing/startSandbox.ts'

interface World extends SandboxWorld {
  database: FreshDatabase
}

const Customers = suite<World>('customers and their cards through the Stripe adapter on the sandbox')
Customers.before(async (w) => {
  const database = await freshDatabase()
  Object.assign(w, await startSandbox(database.pool), { database })
})
Customers.after(async (w) => {
  await w.stop()
  await w.database.drop()
})

const open = async (w: World): Promise<string> =>
  (
    await w.payments.customers.create({
      email: 'ana@example.com',
      name: 'Ana',
      metadata: { travelerId: 'u1' },
      idempotencyKey: newKey(),
    })
  ).id
const keep = async (w: World, customerId: string, paymentMethod: string): Promise<SetupView> => {
  const setup = await w.payments.customers.createSetup({ customerId, metadata: {}, idempotencyKey: newKey() })
  return w.payments.customers.confirmSetup({
    setupId: setup.id,
    paymentMethod,
    returnUrl: 'https://mayago.test/cards',
    idempotencyKey: newKey(),
  })
}
const payWith = async (w: World, customerId: string, paymentMethod: string, offSession = false) => {
  const intent = await w.payments.createIntent({
    amount: money(100_00, 'MXN'),
    capture: 'automatic',
    description: 'Kayak',
    customerId,
    metadata: {},
    idempotencyKey: newKey(),
  })
  return w.payments.confirmIntent({
    intentId: intent.id,
    paymentMethod,
    returnUrl: 'https://mayago.test',
    offSession,
    idempotencyKey: newKey(),
  })
}

Customers('a card is kept, shown by its last digits, pays, and is removed for good', async (w) => {
  const customerId = await open(w)
  const kept = await keep(w, customerId, 'pm_card_mastercard')
  assert.is(kept.state, 'succeeded')
  const [card] = await w.payments.customers.listCards(customerId)
  assert.equal([card?.id, card?.brand, card?.last4], [kept.cardId, 'mastercard', '4444'])
  assert.is((await payWith(w, customerId, String(card?.id), true)).state, 'succeeded')
  await w.payments.customers.removeCard({ cardId: String(card?.id), idempotencyKey: newKey() })
  assert.equal(await w.payments.customers.listCards(customerId), [])
  await payWith(w, customerId, String(card?.id)).then(
    () => assert.unreachable('paid with a removed card'),
    (error: { param: string }) => assert.is(error.param, 'payment_method'),
  )
  await w.hear('setup_intent.succeeded', kept.id)
})

Customers('[ACCESS-1] nobody pays with somebody else’s card', async (w) => {
  const kept = await keep(w, await open(w), 'pm_card_visa')
  const other = await open(w)
  await payWith(w, other, String(kept.cardId)).then(
    () => assert.unreachable('paid with somebody else’s card'),
    (error: { param: string }) => assert.is(error.param, 'payment_method'),
  )
})

Customers('a declined card is not kept, and the reason is told', async (w) => {
  const customerId = await open(w)
  const declined = await keep(w, customerId, 'pm_card_chargeDeclined')
  assert.equal(
    [declined.state, declined.declineCode, declined.cardId],
    ['requires_payment_method', 'generic_decline', null],
  )
  assert.equal(await w.payments.customers.listCards(customerId), [])
})

Customers('3-D Secure while keeping: met it is kept, and then asks no more; failed it is not', async (w) => {
  const customerId = await open(w)
  const waiting = await keep(w, customerId, 'pm_card_authenticationRequiredOnSetup')
  assert.is(waiting.state, 'requires_action')
  const back = await postForm(String(waiting.actionUrl), { answer: 'complete' })
  assert.is(new URL(back.location).searchParams.get('setup_intent'), waiting.id)
  const kept = await w.payments.customers.getSetup(waiting.id)
  assert.is(kept.state, 'succeeded')
  assert.is((await payWith(w, customerId, String(kept.cardId), true)).state, 'succeeded')

  const failing = await keep(w, customerId, 'pm_card_threeDSecure2Required')
  await postForm(String(failing.actionUrl), { answer: 'fail' })
  assert.is((await w.payments.customers.getSetup(failing.id)).declineCode, 'setup_intent_authentication_failure')
  assert.is((await w.payments.customers.listCards(customerId)).length, 1)
})

Customers('a card that always asks cannot pay while its holder is away', async (w) => {
  const customerId = await open(w)
  const waiting = await keep(w, customerId, 'pm_card_authenticationRequired')
  await postForm(String(waiting.actionUrl), { answer: 'complete' })
  const { cardId } = await w.payments.customers.getSetup(waiting.id)
  assert.is((await payWith(w, customerId, String(cardId), true)).declineCode, 'authentication_required')
  assert.is((await payWith(w, customerId, String(cardId))).state, 'requires_action')
})

Customers('the card that pays can be kept with the same payment', async (w) => {
  const customerId = await open(w)
  await pay(w, 100_00, 'MXN', { card: 'pm_card_visa', customerId, keepsCard: true })
  assert.is((await w.payments.customers.listCards(customerId))[0]?.last4, '4242')
})

Customers('[ACCESS-2] a browser sees a setup only with its secret, and never whose it is', async (w) => {
  const customerId = await open(w)
  const setup = await w.payments.customers.createSetup({
    customerId,
    metadata: { inside: 'ours' },
    idempotencyKey: newKey(),
  })
  const path = `/v1/setup_intents/${setup.id}`
  assert.is((await callFromBrowser(w.origin, path)).status, 404)
  const seen = await callFromBrowser(w.origin, `${path}?client_secret=${setup.clientSecret}`)
  assert.is(seen.status, 200)
  assert.not.match(JSON.stringify(seen.body), /ours|cus_/)
})

Customers('a deleted customer is gone, with name, address and cards', async (w) => {
  const customerId = await open(w)
  const { cardId } = await keep(w, customerId, 'pm_card_visa')
  await w.payments.customers.remove(customerId)
  await w.payments.customers.remove(customerId).then(
    () => assert.unreachable('deleted twice'),
    (error: unknown) => assert.ok(isRefusal(error, 'not_found')),
  )
  assert.is((await w.stripe.paymentMethods.retrieve(String(cardId))).customer, null)
  const { rows } = await w.database.pool.query(
    `SELECT FROM stripe_sandbox.objects WHERE id = $1 AND data::text LIKE '%ana@example.com%'`,
    [customerId],
  )
  assert.is(rows.length, 0)
})

Customers('an authorisation says until when it can be captured, and brings in what was captured', async (w) => {
  const intent = await w.payments.createIntent({
    amount: money(100_00, 'USD'),
    capture: 'manual',
    description: 'Kayak',
    metadata: {},
    idempotencyKey: newKey(),
  })
  const held = await w.payments.confirmIntent({
    intentId: intent.id,
    paymentMethod: 'pm_card_bypassPending',
    returnUrl: 'https://mayago.test',
    idempotencyKey: newKey(),
  })
  assert.is(Number(held.captureBefore) - w.clock.now().getTime(), 7 * 24 * 3_600_000)
  const usd = async () => (await w.payments.balances.get(null)).available.find((one) => one.currency === 'USD')?.minor
  assert.is(await usd(), undefined)
  const captured = await w.payments.captureIntent({
    intentId: intent.id,
    amount: money(60_00, 'USD'),
    idempotencyKey: newKey(),
  })
  assert.is(captured.captureBefore, null)
  assert.is(await usd(), 60_00 - 1_74 - 30)
})

Customers.run()
