import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { money, type Currency, type Money } from '@mayago/kernel/money.ts'
import { freshDatabase, type FreshDatabase } from '@mayago/db/testing/freshDatabase.ts'
import { emptySandbox } from './testing/emptySandbox.ts'
import { openAccount, openReadyAccount } from './testing/onboard.ts'
import { newKey, pay, refusedAs } from './testing/pay.ts'
import { startSandbox, type SandboxWorld } from './testing/startSandbox.ts'

interface World extends SandboxWorld {
  database: FreshDatabase
  /** A provider who can receive. */
  accountId: string
}

const Transfers = suite<World>('transfers through the Stripe adapter on the sandbox')
Transfers.before(async (w) => {
  const database = await freshDatabase()
  Object.assign(w, await startSandbox(database.pool), { database })
})
Transfers.before.each(async (w) => {
  await emptySandbox(w.database.pool)
  w.accountId = (await openReadyAccount(w)).id
})
Transfers.after(async (w) => {
  await w.stop()
  await w.database.drop()
})

const transfer = (w: World, amount: Money, more: { chargeId?: string; accountId?: string; group?: string } = {}) =>
  w.payments.transfers.create({
    accountId: w.accountId,
    amount,
    group: 'booking-1',
    transferId: 't1',
    metadata: {},
    idempotencyKey: newKey(),
    ...more,
  })
const reverse = (w: World, stripeId: string, amount?: Money) =>
  w.payments.transfers.reverse({
    stripeId,
    ...(amount === undefined ? {} : { amount }),
    reversalId: 'r1',
    metadata: {},
    idempotencyKey: newKey(),
  })
const mxn = (minor: number): Money => money(minor, 'MXN')
/** What is available and what is pending, in minor units of one currency. */
const has = async (w: World, accountId: string | null, currency: Currency = 'MXN'): Promise<[number, number]> => {
  const balance = await w.payments.balances.get(accountId)
  const of = (amounts: readonly Money[]): number => amounts.find((one) => one.currency === currency)?.minor ?? 0
  return [of(balance.available), of(balance.pending)]
}

Transfers('a charge comes in less Stripe’s fee, pending for two days', async (w) => {
  assert.equal(await w.payments.balances.get(null), { available: [], pending: [] })
  await pay(w, 100_00, 'MXN', { card: 'pm_card_visa' })
  assert.equal(await has(w, null), [0, 96_80])
  await w.sandbox.advance(2 * 24 * 3_600_000)
  assert.equal(await has(w, null), [96_80, 0])
})

Transfers('[MONEY-3] fees and steps follow each currency’s decimals', async (w) => {
  await pay(w, 10_000, 'JPY')
  assert.equal(await has(w, null, 'JPY'), [10_000 - 290 - 30, 0])
  await pay(w, 12_510, 'KWD')
  assert.equal(await has(w, null, 'KWD'), [12_510 - 360 - 100, 0])
  const dinars = await transfer(w, money(2_250, 'KWD'))
  assert.equal(dinars.amount, money(2_250, 'KWD'))
  await w.stripe.transfers.create({ amount: 2_255, currency: 'kwd', destination: w.accountId }).then(
    () => assert.unreachable('moved 2.255 dinars'),
    (error: { param: string }) => assert.is(error.param, 'amount'),
  )
  assert.equal((await transfer(w, money(1, 'JPY'))).amount, money(1, 'JPY'))
})

Transfers('from one charge, before its money is available: both sides wait for it', async (w) => {
  const paid = await pay(w, 100_00, 'MXN', { card: 'pm_card_visa', transferGroup: 'booking-1' })
  const sent = await transfer(w, mxn(85_00), { chargeId: paid.chargeId })
  assert.equal([sent.accountId, sent.group, sent.chargeId], [w.accountId, 'booking-1', paid.chargeId])
  assert.equal(await has(w, null), [0, 96_80 - 85_00])
  assert.equal(await has(w, w.accountId), [0, 85_00])
  await w.sandbox.advance(2 * 24 * 3_600_000)
  assert.equal(await has(w, w.accountId), [85_00, 0])
  assert.is((await w.hear('transfer.created', sent.id)).accountId, null)
  assert.equal(await w.payments.transfers.get(sent.id), sent)
})

Transfers('[MONEY-2] transfers of one charge never exceed it, even when many ask at once', async (w) => {
  const { chargeId } = await pay(w, 100_00, 'MXN')
  const asked = await Promise.allSettled(Array.from({ length: 8 }, () => transfer(w, mxn(30_00), { chargeId })))
  assert.is(asked.filter((one) => one.status === 'fulfilled').length, 3)
  assert.equal(await has(w, w.accountId), [90_00, 0])
})

Transfers('[MONEY-2] nor what the platform has, even when many ask at once', async (w) => {
  await pay(w, 100_00, 'MXN')
  const asked = await Promise.allSettled(Array.from({ length: 8 }, () => transfer(w, mxn(30_00))))
  assert.is(asked.filter((one) => one.status === 'fulfilled').length, 3)
  assert.is(await refusedAs(transfer(w, mxn(30_00))), 'payment_wrong_state balance_insufficient')
})

Transfers('an account that is not onboarded receives nothing, and nothing moves', async (w) => {
  await pay(w, 100_00, 'MXN')
  const { id } = await openAccount(w)
  assert.is(await refusedAs(transfer(w, mxn(30_00), { accountId: id })), 'payment_wrong_state account_restricted')
  assert.equal(await has(w, null), [96_80, 0])
})

Transfers('[MONEY-2] a repeated transfer is the same, and one that may have gone out is found by our id', async (w) => {
  await pay(w, 100_00, 'MXN')
  const create = () =>
    w.payments.transfers.create({
      accountId: w.accountId,
      amount: mxn(10_00),
      group: 'booking-7',
      transferId: 't7',
      metadata: { booking: 'b7' },
      idempotencyKey: 'transfer-t7',
    })
  const sent = await create()
  assert.is((await create()).id, sent.id)
  assert.is((await w.payments.transfers.find({ group: 'booking-7', transferId: 't7' }))?.id, sent.id)
  assert.is(await w.payments.transfers.find({ group: 'booking-7', transferId: 't8' }), null)
  assert.equal(sent.metadata, { booking: 'b7', transferId: 't7' })
})

Transfers('a reversal takes part, then the rest, and no more', async (w) => {
  const { chargeId } = await pay(w, 100_00, 'MXN')
  const sent = await transfer(w, mxn(85_00), { chargeId })
  const part = await reverse(w, sent.id, mxn(20_00))
  assert.equal([part.transferStripeId, part.amount], [sent.id, mxn(20_00)])
  assert.equal((await w.payments.transfers.get(sent.id)).amountReversed, mxn(20_00))
  assert.is(await refusedAs(reverse(w, sent.id, mxn(65_01))), 'payment_wrong_state reversed')
  assert.equal((await reverse(w, sent.id)).amount, mxn(65_00))
  assert.is(await refusedAs(reverse(w, sent.id)), 'payment_wrong_state reversed')
  assert.equal(await has(w, w.accountId), [0, 0])
  assert.equal(await has(w, null), [96_80, 0])
  assert.is(
    (await w.payments.transfers.findReversal({ stripeId: sent.id, reversalId: 'r1' }))?.transferStripeId,
    sent.id,
  )
  assert.is(await w.payments.transfers.findReversal({ stripeId: sent.id, reversalId: 'r2' }), null)
  await w.hear('transfer.reversed', sent.id)
})

Transfers('a transfer whose money is still pending can be taken back', async (w) => {
  const { chargeId } = await pay(w, 100_00, 'MXN', { card: 'pm_card_visa' })
  const sent = await transfer(w, mxn(85_00), { chargeId })
  await reverse(w, sent.id)
  assert.equal(
    [await has(w, w.accountId), await has(w, null)],
    [
      [0, 0],
      [0, 96_80],
    ],
  )
})

Transfers('[MONEY-1] a balance is the sum of its movements, refunds and reversals included', async (w) => {
  const paid = await pay(w, 100_00, 'MXN')
  const sent = await transfer(w, mxn(50_00), { chargeId: paid.chargeId })
  await reverse(w, sent.id, mxn(12_50))
  await w.payments.refund({
    intentId: paid.id,
    amount: mxn(25_00),
    reason: 'rain',
    metadata: {},
    idempotencyKey: newKey(),
  })
  const { movements, next } = await w.payments.balances.listMovements({ accountId: null })
  assert.is(next, null)
  assert.equal(
    movements.map(({ type, net }) => [type, net.minor]),
    [
      ['refund', -25_00],
      ['transfer_refund', 12_50],
      ['transfer', -50_00],
      ['charge', 96_80],
    ],
  )
  assert.equal(await has(w, null), [34_30, 0])
  const [income] = (await w.payments.balances.listMovements({ accountId: null, sourceId: paid.chargeId })).movements
  assert.equal([income?.amount, income?.fee], [mxn(100_00), mxn(3_20)])
  const there = await w.payments.balances.listMovements({ accountId: w.accountId })
  assert.equal(
    there.movements.map(({ type, net }) => [type, net.minor]),
    [
      ['payment_refund', -12_50],
      ['payment', 50_00],
    ],
  )
})

Transfers('the sandbox’s page lists them by kind, as they are now', async (w) => {
  const { chargeId } = await pay(w, 100_00, 'MXN', { card: 'pm_card_visa' })
  const sent = await transfer(w, mxn(50_00), { chargeId })
  const page = async (query: string) => (await fetch(`${w.origin}/_stripe/${query}`)).text()
  const rows = (text: string) => text.slice(text.indexOf('Made'), text.indexOf('id="events"'))
  const transfers = rows(await page('?kind=transfer'))
  assert.match(transfers, sent.id)
  assert.not.match(transfers, chargeId)
  assert.match(rows(await page('?kind=balance_transaction')), '>pending<')
  await w.sandbox.advance(2 * 24 * 3_600_000)
  assert.not.match(rows(await page('?kind=balance_transaction')), '>pending<')
})

Transfers('[ACCESS-2] one account never sees another’s objects, nor the platform’s', async (w) => {
  const { chargeId } = await pay(w, 100_00, 'MXN')
  const sent = await w.stripe.transfers.create({
    amount: 10_00,
    currency: 'mxn',
    destination: w.accountId,
    source_transaction: chargeId,
  })
  const payment = String(sent.destination_payment)
  assert.is((await w.stripe.charges.retrieve(payment, {}, { stripeAccount: w.accountId })).amount, 10_00)
  const other = (await openReadyAccount(w)).id
  for (const options of [undefined, { stripeAccount: other }])
    await w.stripe.charges.retrieve(payment, {}, options).then(
      () => assert.unreachable('saw somebody else’s'),
      (error: { statusCode: number }) => assert.is(error.statusCode, 404),
    )
  assert.is((await w.stripe.charges.list({}, { stripeAccount: other })).data.length, 0)
})

Transfers.run()
