import { isRefusal } from '@mayago/kernel/errors.ts'
import type { Money } from '@mayago/kernel/money.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { inTransaction, type Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'
import { postEntry, transferReversed, transferSent } from '../ledger/index.ts'
import { fixTransfer, type FixedTransfer } from './fixTransfer.ts'
import { transferGroupOf } from './transferGroupOf.ts'

/**
 * Sends a provider's share that was written down, or takes back what a refund has made of it: our row, then Stripe, then
 * its answer with the entry. Repeatable: the row and the times that Stripe said no are Stripe's key. What can't go now says
 * in its row what it waits for. MONEY-1, MONEY-2. Throws `payments_unavailable`.
 */
export const sendTransfer = async (ctx: Ctx, { transferId }: { transferId: string }): Promise<void> => {
  assertCan(ctx, 'house.keep')
  const fixed = await fixTransfer(ctx, transferId)
  if (fixed === null) return
  try {
    await recordSent(ctx, fixed, await ask(ctx, fixed))
  } catch (error) {
    const reason = reasonOf(error, fixed)
    if (reason === null) throw error
    await openAgain(ctx, fixed, reason)
  }
}

interface Sent {
  id: string
  amount: Money
}

const ask = async ({ ports }: Ctx, fixed: FixedTransfer): Promise<Sent> => {
  const { transfers } = ports.payments
  const { id, bookingId, amount, attempt, fromStripeId: stripeId } = fixed
  const about = { metadata: { bookingId }, idempotencyKey: `${fixed.kind}-${id}-${attempt}` }
  if (fixed.kind === 'reversal')
    return (
      (fixed.tried ? await transfers.findReversal({ stripeId, reversalId: id }) : null) ??
      transfers.reverse({ stripeId, amount, reversalId: id, ...about })
    )
  const group = transferGroupOf(bookingId)
  return (
    (fixed.tried ? await transfers.find({ group, transferId: id }) : null) ??
    transfers.create({
      accountId: fixed.accountId,
      amount,
      ...(fixed.chargeId === null ? {} : { chargeId: fixed.chargeId }),
      group,
      transferId: id,
      ...about,
    })
  )
}

/** Done, with its entry; debts that waited for money to be there are tried next. */
const recordSent = (ctx: Ctx, fixed: FixedTransfer, sent: Sent): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const news = await queryRow(
      tx.em,
      `update transfers set state = 'sent', stripe_id = $2, sent_at = clock_timestamp()
       where id = $1 and state = 'intent' returning 1`,
      [fixed.id, sent.id],
    )
    if (!news) return
    const entry = fixed.kind === 'transfer' ? transferSent : transferReversed
    const about = { source: sent.id, bookingId: fixed.bookingId, localDate: fixed.localDate }
    await postEntry(tx, entry(about, sent.amount, fixed.providerId))
    const owed = await queryRows<{ id: string }>(
      tx.em,
      `select id from transfers
       where provider_id = $1 and currency = $2 and kind = 'reversal' and state = 'planned' and $3 = 'transfer'`,
      [fixed.providerId, fixed.amount.currency, fixed.kind],
    )
    for (const { id } of owed) await tx.services.jobs.enqueue(tx.em, 'transfer.send', { transferId: id })
  })

/** What Stripe's no was about; null for anything else than a no. */
const reasonOf = (error: unknown, { kind }: FixedTransfer): 'account' | 'balance' | null => {
  if (isRefusal(error, 'not_found') && kind === 'transfer') return 'account'
  if (!isRefusal(error, 'payment_wrong_state')) return null
  return error.data.state === 'account_restricted' ? 'account' : 'balance'
}

/** Stripe said no, so nothing moved: the next try is another, and an account that can't receive is not asked again. */
const openAgain = async (ctx: Ctx, fixed: FixedTransfer, reason: 'account' | 'balance'): Promise<void> => {
  ctx.ports.log.warn({ transferId: fixed.id, providerId: fixed.providerId, reason }, 'a transfer has to wait')
  await inTransaction(ctx, async (tx) => {
    await queryRows(
      tx.em,
      `update transfers set state = 'planned', attempt = attempt + 1, waits_for = $3, account_id = null,
         charge_id = null, of_transfer = null
       where id = $1 and state = 'intent' and attempt = $2`,
      [fixed.id, fixed.attempt, reason],
    )
    if (reason === 'account')
      await queryRows(tx.em, 'update provider_accounts set can_receive = false where account_id = $1', [
        fixed.accountId,
      ])
  })
}
