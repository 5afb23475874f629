import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { queryRow } from '@mayago/db/sql.ts'
import { coreWorld, type CoreWorld } from '../../test/coreWorld.ts'
import type { Ctx } from '../context.ts'
import { verifyLedger } from '../ledger/index.ts'
import { refundBooking, sendRefund } from '../payments/index.ts'
import { finishTransfers, releaseFunds, sendTransfer } from './index.ts'
import { balances, book, makeReady, sendAll } from './testing/earning.ts'

const Killed = suite<CoreWorld>('transfers under kill -9')
Killed.before.each(async (w) => {
  Object.assign(w, await coreWorld())
})
Killed.after.each((w) => w.drop())

/** Has a process send it, and kills that process where it stops: before Stripe is asked, or after it did as asked. */
const killSender = async (w: CoreWorld, transferId: string, where: 'before' | 'after'): Promise<void> => {
  const file = new URL('./testing/dyingSender.fixture.ts', import.meta.url).pathname
  const stripeUrl = `${w.stripe.origin}/_stripe`
  const child = spawn(process.execPath, [file, w.url, stripeUrl, transferId, where], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(child, 'exit')
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), gone])
  assert.is(line, 'here')
  child.kill('SIGKILL')
  await gone
}

interface Unsent {
  id: string
  state: string
}
const unsent = async (w: CoreWorld): Promise<Unsent> =>
  (await queryRow<Unsent>(w.em, "select id, state from transfers where state <> 'sent'")) as Unsent

/** A booking of 1,000 pesos whose share is written down and not sent. */
const share = async (w: CoreWorld) => {
  const made = await book(w, 1)
  await makeReady(w, made.kayak.providerId)
  await w.shiftSeatClock('60 days')
  await releaseFunds(w.as())
  return made
}

const differences = async (w: CoreWorld) =>
  (await verifyLedger(w.as(), w.ports.payments)).differences.map(({ what, expected, found }) => [what, expected, found])
const moved = async (w: CoreWorld): Promise<[transfers: number, reversals: number]> => {
  const { rows } = await w.pool.query<{ kind: string }>(
    "select kind from stripe_sandbox.objects where kind in ('transfer', 'transfer_reversal')",
  )
  const reversals = rows.filter(({ kind }) => kind === 'transfer_reversal').length
  return [rows.length - reversals, reversals]
}

for (const where of ['before', 'after'] as const)
  Killed(`[MONEY-2] who is killed ${where} Stripe heard of a transfer leaves one that goes once`, async (w) => {
    await share(w)
    await killSender(w, (await unsent(w)).id, where)
    assert.is((await unsent(w)).state, 'intent')
    assert.equal(await moved(w), [where === 'after' ? 1 : 0, 0])
    assert.equal((await balances(w)).provider_payable, -85_000, 'no entry without its row')
    await sendAll(w)
    assert.equal(await moved(w), [1, 0])
    assert.equal(await balances(w), { commission: -15_000, receivable: 15_000 })
    assert.equal(await differences(w), [])
  })

for (const where of ['before', 'after'] as const)
  Killed(`[MONEY-2] who is killed ${where} Stripe heard of a reversal leaves one that comes once`, async (w) => {
    const { booking } = await share(w)
    await sendAll(w)
    await refundBooking(w.as(), { bookingId: booking.id, amountMinor: 40_000 })
    const refund = await queryRow<{ id: string }>(w.em, 'select id from refunds')
    await sendRefund(w.as(), { refundId: refund?.id ?? '' })
    await killSender(w, (await unsent(w)).id, where)
    await sendAll(w)
    assert.equal(await moved(w), [1, 1])
    assert.equal(await balances(w), { commission: -9_000, receivable: 9_000 })
    assert.equal(await differences(w), [])
  })

Killed(
  '[MONEY-2] one that went long ago, unheard, is found by its row when Stripe has forgotten the key',
  async (w) => {
    await share(w)
    await killSender(w, (await unsent(w)).id, 'after')
    await w.pool.query('delete from stripe_sandbox.answers')
    await w.pool.query("update transfers set asked_at = asked_at - interval '2 days'")
    await finishTransfers(w.as())
    assert.equal(await moved(w), [1, 0])
    assert.equal(await differences(w), [])
  },
)

/** The same context, asking Stripe under a key that no row of ours has. */
const forgetful = (ctx: Ctx): Ctx => {
  const { payments } = ctx.ports
  const { transfers } = payments
  const create: typeof transfers.create = (input) =>
    transfers.create({ ...input, idempotencyKey: `forgotten-${input.idempotencyKey}` })
  return { ...ctx, ports: { ...ctx.ports, payments: { ...payments, transfers: { ...transfers, create } } } }
}

Killed('the same with no key of its row pays twice, and the books say so', async (w) => {
  await share(w)
  const { id } = await unsent(w)
  await killSender(w, id, 'after')
  await w.pool.query('update transfers set charge_id = null')
  await topUp(w)
  await sendTransfer(forgetful(w.as()), { transferId: id })
  assert.equal(await moved(w), [2, 0])
  assert.equal(await differences(w), [['at_stripe', 85_000, 0]])
})

/** Money of others on the platform's balance, which a second transfer can take. */
const topUp = async (w: CoreWorld): Promise<void> => {
  await w.stripe.stripe.paymentIntents.create({
    amount: 500_000,
    currency: 'mxn',
    payment_method: 'pm_card_bypassPending',
    confirm: true,
    return_url: 'https://mayago.test',
  })
}

Killed.run()
