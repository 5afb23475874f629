import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { money } from '@mayago/kernel/money.ts'
import type { PayoutSchedule } from '@mayago/core/ports/paymentPayouts.ts'
import { freshDatabase, type FreshDatabase } from '@mayago/db/testing/freshDatabase.ts'
import { emptySandbox } from './testing/emptySandbox.ts'
import { onboard, openAccount, openReadyAccount, PERSON } from './testing/onboard.ts'
import { newKey, pay, refusedAs } from './testing/pay.ts'
import { nextPayoutAt } from './payoutSchedule.ts'
import { startSandbox, type SandboxWorld } from './testing/startSandbox.ts'

interface World extends SandboxWorld {
  database: FreshDatabase
}

const Payouts = suite<World>('payouts through the Stripe adapter on the sandbox')
Payouts.before(async (w) => {
  const database = await freshDatabase()
  // A Monday, at noon.
  Object.assign(w, await startSandbox(database.pool, '2027-03-01T12:00:00Z'), { database })
})
Payouts.before.each((w) => emptySandbox(w.database.pool))
Payouts.after(async (w) => {
  await w.stop()
  await w.database.drop()
})
const DAY_MS = 24 * 3_600_000

/** A provider with this much in the balance. */
const openPaidAccount = async (w: World, minor: number, typed: Record<string, string> = {}): Promise<string> => {
  const { id } = await openReadyAccount(w, typed)
  await send(w, id, minor)
  return id
}
const send = async (w: World, accountId: string, minor: number, card = 'pm_card_bypassPending'): Promise<void> => {
  const { chargeId } = await pay(w, minor, 'MXN', { card })
  await w.payments.transfers.create({
    accountId,
    amount: money(minor, 'MXN'),
    chargeId,
    group: newKey(),
    transferId: 't',
    metadata: {},
    idempotencyKey: newKey(),
  })
}
const payOut = (w: World, accountId: string, minor: number, payoutId = 'p1') =>
  w.payments.payouts.create({
    accountId,
    amount: money(minor, 'MXN'),
    payoutId,
    metadata: {},
    idempotencyKey: newKey(),
  })
const schedule = (w: World, accountId: string, to: PayoutSchedule) =>
  w.payments.payouts.setSchedule({ accountId, schedule: to, idempotencyKey: newKey() })
const available = async (w: World, accountId: string): Promise<number> =>
  (await w.payments.balances.get(accountId)).available[0]?.minor ?? 0

Payouts('by hand: pending, on its way, arrived, each step told on the account’s behalf', async (w) => {
  const accountId = await openPaidAccount(w, 100_00)
  const sent = await payOut(w, accountId, 60_00)
  assert.equal([sent.state, sent.isAutomatic, sent.amount], ['pending', false, money(60_00, 'MXN')])
  assert.is(await available(w, accountId), 40_00)
  const state = async () => (await w.payments.payouts.get({ accountId, stripeId: sent.id })).state
  await w.sandbox.advance(DAY_MS)
  assert.is(await state(), 'in_transit')
  await w.sandbox.advance(DAY_MS)
  assert.is(await state(), 'paid')
  for (const type of ['payout.created', 'payout.updated', 'payout.paid'])
    assert.is((await w.hear(type, sent.id)).accountId, accountId)
  assert.is((await w.payments.payouts.find({ accountId, payoutId: 'p1' }))?.id, sent.id)
})

Payouts('[MONEY-2] never more than is available, even when many ask at once; pending money waits', async (w) => {
  const accountId = await openPaidAccount(w, 100_00)
  await send(w, accountId, 50_00, 'pm_card_visa')
  const asked = await Promise.allSettled(Array.from({ length: 6 }, () => payOut(w, accountId, 40_00)))
  assert.is(asked.filter((one) => one.status === 'fulfilled').length, 2)
  assert.is(await refusedAs(payOut(w, accountId, 40_00)), 'payment_wrong_state balance_insufficient')
})

Payouts('a bank that sends it back: the money is there again, and another bank account is asked for', async (w) => {
  const accountId = await openPaidAccount(w, 100_00, { bank_number: '000111111113' })
  const sent = await payOut(w, accountId, 100_00)
  await w.sandbox.advance(2 * DAY_MS)
  const failed = await w.payments.payouts.get({ accountId, stripeId: sent.id })
  assert.equal([failed.state, failed.failureCode], ['failed', 'account_closed'])
  assert.is(await available(w, accountId), 100_00)
  const stopped = await w.payments.accounts.get(accountId)
  assert.equal([stopped.canBePaidOut, stopped.requirements.due], [false, ['external_account']])
  assert.is(await refusedAs(payOut(w, accountId, 1_00)), 'payment_wrong_state account_restricted')
  await w.hear('payout.failed', sent.id)
  await onboard(w, accountId, { bank_number: PERSON.bank_number, act: 'submit' })
  assert.is((await payOut(w, accountId, 100_00)).state, 'pending')
})

Payouts('what is still pending can be cancelled, what left cannot', async (w) => {
  const accountId = await openPaidAccount(w, 100_00)
  const cancel = (stripeId: string) => w.payments.payouts.cancel({ accountId, stripeId, idempotencyKey: newKey() })
  const sent = await payOut(w, accountId, 60_00)
  assert.is((await cancel(sent.id)).state, 'canceled')
  assert.is(await available(w, accountId), 100_00)
  const other = await payOut(w, accountId, 60_00)
  await w.sandbox.advance(DAY_MS)
  assert.match(await refusedAs(cancel(other.id)), /^payment_wrong_state/)
})

Payouts('a schedule pays out what is available, and a week’s jump does what a week does', async (w) => {
  const accountId = await openPaidAccount(w, 100_00)
  assert.equal((await schedule(w, accountId, { interval: 'weekly', weekday: 'friday' })).payoutSchedule, {
    interval: 'weekly',
    weekday: 'friday',
  })
  await w.sandbox.advance(8 * DAY_MS)
  const { payouts } = await w.payments.payouts.list({ accountId })
  assert.is(payouts.length, 1)
  const [first] = payouts
  assert.equal([first?.isAutomatic, first?.state, first?.amount], [true, 'paid', money(100_00, 'MXN')])
  assert.is(first?.createdAt.getUTCDay(), 5)
  const { movements } = await w.payments.balances.listMovements({ accountId, payoutId: String(first?.id) })
  assert.equal(
    movements.map(({ type, net }) => [type, net.minor]),
    [['payment', 100_00]],
  )
  await send(w, accountId, 30_00, 'pm_card_visa')
  await w.sandbox.advance(14 * DAY_MS)
  assert.equal(
    (await w.payments.payouts.list({ accountId })).payouts.map(({ amount }) => amount.minor),
    [30_00, 100_00],
  )
})

Payouts('an account on a manual schedule keeps its money', async (w) => {
  const accountId = await openPaidAccount(w, 100_00)
  await schedule(w, accountId, { interval: 'daily' })
  await schedule(w, accountId, { interval: 'manual' })
  await w.sandbox.advance(40 * DAY_MS)
  assert.is(await available(w, accountId), 100_00)
  assert.is((await openAccount(w)).payoutSchedule.interval, 'manual')
})

Payouts('the day after which each schedule pays out', () => {
  const next = (to: object, from: string): string =>
    new Date((nextPayoutAt({ delay_days: 2, ...to } as never, Date.parse(from) / 1000) ?? 0) * 1000).toISOString()
  const cases: [object, string, string][] = [
    [{ interval: 'daily' }, '2027-03-01T12:00:00Z', '2027-03-02'],
    [{ interval: 'daily' }, '2027-03-02T00:00:00Z', '2027-03-03'],
    [{ interval: 'weekly', weekly_anchor: 'monday' }, '2027-03-01T12:00:00Z', '2027-03-08'],
    [{ interval: 'monthly', monthly_anchor: 31 }, '2027-02-01T12:00:00Z', '2027-02-28'],
    [{ interval: 'monthly', monthly_anchor: 31 }, '2028-02-01T12:00:00Z', '2028-02-29'],
    [{ interval: 'monthly', monthly_anchor: 15 }, '2027-12-15T00:00:00Z', '2028-01-15'],
  ]
  for (const [to, from, day] of cases) assert.is(next(to, from), `${day}T00:00:00.000Z`)
})

Payouts.run()
