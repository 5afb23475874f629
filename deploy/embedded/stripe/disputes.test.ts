import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { money } from '@mayago/kernel/money.ts'
import type { DisputeView } from '@mayago/core/ports/paymentDisputes.ts'
import type { IntentView } from '@mayago/core/ports/payments.ts'
import { freshDatabase, type FreshDatabase } from '@mayago/db/testing/freshDatabase.ts'
import { emptySandbox } from './testing/emptySandbox.ts'
import { newKey, pay, refusedAs } from './testing/pay.ts'
import { startSandbox, type SandboxWorld } from './testing/startSandbox.ts'

interface World extends SandboxWorld {
  database: FreshDatabase
}

const Disputes = suite<World>('disputes through the Stripe adapter on the sandbox')
Disputes.before(async (w) => {
  const database = await freshDatabase()
  Object.assign(w, await startSandbox(database.pool), { database })
})
Disputes.before.each((w) => emptySandbox(w.database.pool))
Disputes.after(async (w) => {
  await w.stop()
  await w.database.drop()
})
const DAY_MS = 24 * 3_600_000

/** A charge of MX$100.00 whose holder asked for it back a day later. */
const disputed = async (w: World): Promise<{ paid: IntentView; dispute: DisputeView }> => {
  const paid = await pay(w, 100_00, 'MXN', { card: 'pm_card_createDispute' })
  await w.sandbox.advance(DAY_MS)
  const { disputes } = await w.payments.disputes.list({})
  const [dispute] = disputes
  assert.is(disputes.length, 1)
  return { paid, dispute: dispute as DisputeView }
}
const answer = (w: World, { id }: DisputeView, explanation: string) =>
  w.payments.disputes.submitEvidence({ stripeId: id, evidence: { explanation }, idempotencyKey: newKey() })
const total = async (w: World): Promise<number> => {
  const { available, pending } = await w.payments.balances.get(null)
  return (available[0]?.minor ?? 0) + (pending[0]?.minor ?? 0)
}
const refund = (w: World, { id }: IntentView) =>
  w.payments.refund({
    intentId: id,
    amount: money(10_00, 'MXN'),
    reason: 'sorry',
    metadata: {},
    idempotencyKey: newKey(),
  })

Disputes('a day after paying: the money and a fee are gone, and nothing of it can be refunded', async (w) => {
  const { paid, dispute } = await disputed(w)
  assert.equal([dispute.state, dispute.reason, dispute.amount], ['needs_response', 'fraudulent', money(100_00, 'MXN')])
  assert.equal([dispute.intentId, dispute.chargeId], [paid.id, paid.chargeId])
  assert.is(Number(dispute.dueBy) - Number(dispute.createdAt), 7 * DAY_MS)
  assert.is(await total(w), 96_80 - 100_00 - 15_00)
  assert.is(await refusedAs(refund(w, paid)), 'payment_wrong_state disputed')
  assert.is((await w.hear('charge.dispute.created', dispute.id)).intentId, paid.id)
  await w.hear('charge.dispute.funds_withdrawn', dispute.id)
})

Disputes('won: the money comes back, the fee does not, and it can be refunded again', async (w) => {
  const { paid, dispute } = await disputed(w)
  const won = await answer(w, dispute, 'winning_evidence')
  assert.equal([won.state, won.movementIds.length], ['won', 2])
  assert.is(await total(w), 96_80 - 15_00)
  await w.hear('charge.dispute.funds_reinstated', dispute.id)
  await w.hear('charge.dispute.closed', dispute.id)
  assert.is((await refund(w, paid)).state, 'succeeded')
})

for (const [how, lose] of [
  ['by evidence', (w: World, dispute: DisputeView) => answer(w, dispute, 'losing_evidence')],
  [
    'by giving in',
    (w: World, { id }: DisputeView) => w.payments.disputes.accept({ stripeId: id, idempotencyKey: newKey() }),
  ],
  ['by silence', (w: World) => w.sandbox.advance(7 * DAY_MS)],
] as const)
  Disputes(`lost ${how}: the money stays away, and nothing more can be said`, async (w) => {
    const { paid, dispute } = await disputed(w)
    await lose(w, dispute)
    assert.is((await w.payments.disputes.get(dispute.id)).state, 'lost')
    assert.is(await total(w), 96_80 - 100_00 - 15_00)
    assert.is(await refusedAs(answer(w, dispute, 'winning_evidence')), 'payment_wrong_state dispute')
    assert.is(await refusedAs(refund(w, paid)), 'payment_wrong_state disputed')
    await w.hear('charge.dispute.closed', dispute.id)
  })

Disputes('the bank thinks for two months, and what went back before is not disputed', async (w) => {
  const paid = await pay(w, 100_00, 'MXN', { card: 'pm_card_createDispute' })
  await refund(w, paid)
  await w.sandbox.advance(DAY_MS)
  const [dispute] = (await w.payments.disputes.list({})).disputes
  assert.equal(dispute?.amount, money(90_00, 'MXN'))
  assert.is((await answer(w, dispute as DisputeView, 'her ticket was scanned')).state, 'under_review')
  await w.sandbox.advance(59 * DAY_MS)
  assert.is((await w.payments.disputes.get(String(dispute?.id))).state, 'under_review')
  await w.sandbox.advance(DAY_MS)
  assert.is((await w.payments.disputes.get(String(dispute?.id))).state, 'lost')
})

Disputes.run()
