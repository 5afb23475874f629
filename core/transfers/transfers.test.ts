import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { coreWorld, type CoreWorld } from '../../test/coreWorld.ts'
import { refusalOf } from '../../test/paying.ts'
import { verifyLedger } from '../ledger/index.ts'
import { refundBooking, sendRefund } from '../payments/index.ts'
import { finishTransfers, getPayoutAccount, releaseFunds, sendTransfer } from './index.ts'
import { balances, book, bookOn, makeReady, sendAll, settleShares } from './testing/earning.ts'

const Transfers = suite<CoreWorld>('transfers')
Transfers.before.each(async (w) => {
  Object.assign(w, await coreWorld())
})
Transfers.after.each((w) => w.drop())

const drift = async (w: CoreWorld) => (await verifyLedger(w.as(), w.ports.payments)).differences

interface Row {
  id: string
  kind: string
  state: string
  waits_for: string | null
  attempt: number
  amount_minor: number
}
const rows = (w: CoreWorld): Promise<Row[]> =>
  queryRows<Row>(
    w.em,
    'select id, kind, state, waits_for, attempt, amount_minor::int4 from transfers order by created_at, id',
  )
const said = async (w: CoreWorld) =>
  (await rows(w)).map((row) => [row.kind, row.state, row.waits_for, row.amount_minor])

const refund = async (w: CoreWorld, bookingId: string, amountMinor: number): Promise<void> => {
  await refundBooking(w.as(), { bookingId, amountMinor })
  for (const { id } of await queryRows<{ id: string }>(w.em, "select id from refunds where state = 'intent'"))
    await sendRefund(w.as(), { refundId: id })
}

const payOutAll = async (w: CoreWorld, providerId: string): Promise<void> => {
  const account = await queryRow<{ account_id: string }>(
    w.em,
    'select account_id from provider_accounts where provider_id = $1',
    [providerId],
  )
  const accountId = account?.account_id ?? ''
  w.stripe.clock.set(new Date(w.stripe.clock.now().getTime() + 10 * 86_400_000).toISOString())
  const { available } = await w.ports.payments.balances.get(accountId)
  for (const amount of available)
    await w.ports.payments.payouts.create({
      accountId,
      amount,
      payoutId: 'p',
      metadata: {},
      idempotencyKey: `out-${w.stripe.clock.now().getTime()}`,
    })
}

Transfers('[MONEY-2] a provider is sent its 85 % of what was delivered, out of the charge, once', async (w) => {
  const { kayak, booking } = await book(w, 3)
  assert.is((await makeReady(w, kayak.providerId)).state, 'ready')
  await settleShares(w)
  assert.equal(await said(w), [['transfer', 'sent', null, 255_000]])
  assert.equal(await balances(w), { commission: -45_000, receivable: 45_000 })
  const [sent] = (await w.ports.payments.transfers.list(null)).items
  assert.equal(sent?.amount, { minor: 255_000, currency: 'MXN' })
  assert.is(sent?.group, `booking-${booking.id}`)
  assert.ok(sent?.chargeId)
  const [row] = await rows(w)
  await Promise.all([1, 2, 3].map(() => sendTransfer(w.as(), { transferId: row?.id ?? '' })))
  assert.is(await releaseFunds(w.as()), 0)
  assert.is((await w.ports.payments.transfers.list(null)).items.length, 1)
  assert.equal(await drift(w), [])
})

Transfers('money of a provider that was never onboarded waits, says so, and goes once it can', async (w) => {
  const { kayak } = await book(w, 1)
  await settleShares(w)
  assert.equal(await said(w), [['transfer', 'planned', 'account', 85_000]])
  const { providerId } = kayak
  const before = await getPayoutAccount(w.as(), { providerId })
  assert.equal([before.state, before.waiting], ['none', [{ minor: 85_000, currency: 'MXN' }]])
  assert.equal(await balances(w), { commission: -15_000, provider_payable: -85_000, receivable: 100_000 })
  assert.equal(await drift(w), [])
  await makeReady(w, providerId)
  const jobs = await queryRows<{ data: { transferId: string } }>(
    w.em,
    "select data from pgboss.job where name = 'transfer.send' order by created_on desc limit 1",
  )
  await sendTransfer(w.as(), jobs[0]?.data ?? { transferId: '' })
  assert.equal(await said(w), [['transfer', 'sent', null, 85_000]])
  assert.equal((await getPayoutAccount(w.as(), { providerId })).waiting, [])
  assert.equal(await drift(w), [])
})

Transfers('an account that Stripe restricts keeps its money here, whatever we still believed of it', async (w) => {
  const { kayak } = await book(w, 1)
  await makeReady(w, kayak.providerId)
  await w.pool.query(
    `update stripe_sandbox.objects set data = jsonb_set(data, '{capabilities,transfers}', '"inactive"') where kind = 'account'`,
  )
  await settleShares(w)
  assert.equal(await said(w), [['transfer', 'planned', 'account', 85_000]])
  assert.is((await getPayoutAccount(w.as(), kayak)).state, 'restricted')
  assert.is((await rows(w))[0]?.attempt, 2, 'Stripe keeps its no under the first key')
  await w.pool.query(
    `update stripe_sandbox.objects set data = jsonb_set(data, '{capabilities,transfers}', '"active"') where kind = 'account'`,
  )
  await w.pool.query("update provider_accounts set asked_at = asked_at - interval '2 hours'")
  await finishTransfers(w.as())
  await sendAll(w)
  assert.equal(await said(w), [['transfer', 'sent', null, 85_000]])
  assert.equal(await drift(w), [])
})

Transfers('[MONEY-3] a refund after the transfer takes back the provider’s part of it, and ours', async (w) => {
  const { kayak, booking } = await book(w, 3)
  await makeReady(w, kayak.providerId)
  await settleShares(w)
  await refund(w, booking.id, 100_000)
  assert.equal(await balances(w), { commission: -30_000, provider_payable: 85_000, receivable: -55_000 })
  assert.equal(await drift(w), [], 'what is still to come back is no difference')
  assert.equal((await getPayoutAccount(w.as(), kayak)).owed, [{ minor: 85_000, currency: 'MXN' }])
  await sendAll(w)
  assert.equal(await said(w), [
    ['transfer', 'sent', null, 255_000],
    ['reversal', 'sent', null, 85_000],
  ])
  assert.equal(await balances(w), { commission: -30_000, receivable: 30_000 })
  assert.equal(await drift(w), [])
  await refund(w, booking.id, 200_000)
  await sendAll(w)
  assert.equal(await balances(w), {})
  assert.equal(await drift(w), [])
  assert.is(await refusalOf(refundBooking(w.as(), { bookingId: booking.id, amountMinor: 1 })), 'payment_wrong_state')
})

Transfers('[MONEY-3] a refund after the release and before the transfer makes less of the transfer', async (w) => {
  const { kayak, booking } = await book(w, 2)
  await settleShares(w)
  await refund(w, booking.id, 33_333)
  assert.equal(await said(w), [['transfer', 'planned', 'account', 141_667]])
  assert.equal(await drift(w), [])
  await makeReady(w, kayak.providerId)
  await refund(w, booking.id, 166_667)
  assert.equal(await said(w), [])
  assert.equal(await balances(w), {})
  assert.equal(await drift(w), [])
})

Transfers('what a provider no longer has is a debt, which its later transfers pay', async (w) => {
  const { kayak, booking } = await book(w, 3)
  await makeReady(w, kayak.providerId)
  await settleShares(w)
  await payOutAll(w, kayak.providerId)
  await refund(w, booking.id, 200_000)
  await sendAll(w)
  assert.equal((await said(w))[1], ['reversal', 'planned', 'balance', 170_000])
  assert.equal(await drift(w), [])
  for (const owed of [[{ minor: 85_000, currency: 'MXN' }], []]) {
    await bookOn(w, kayak, 1)
    await settleShares(w)
    await sendAll(w)
    assert.equal((await getPayoutAccount(w.as(), kayak)).owed, owed)
    assert.equal(await drift(w), [])
  }
  assert.equal(await balances(w), { commission: -45_000, receivable: 45_000 })
})

Transfers('[MONEY-1] transfers that changed after they were posted, and one by another hand, are found', async (w) => {
  const { kayak, booking } = await book(w, 1)
  await makeReady(w, kayak.providerId)
  await settleShares(w)
  const found = async () => (await drift(w)).map(({ what, bookingId }) => [what, bookingId])
  await w.pool.query('update transfers set amount_minor = amount_minor - 10')
  assert.equal(await found(), [
    ['transfers_due', booking.id],
    ['transfers_sent', booking.id],
  ])
  await w.pool.query('update transfers set amount_minor = amount_minor + 10')
  const [sent] = (await w.ports.payments.transfers.list(null)).items
  await w.stripe.stripe.transfers.createReversal(sent?.id ?? '', { amount: 100 })
  assert.equal(await found(), [['at_stripe', null]])
})

Transfers.run()
