import type { Money } from '@mayago/kernel/money.ts'
import type { Listed, PaymentsPort } from '../ports/payments.ts'
import type { PaymentTransfers } from '../ports/paymentTransfers.ts'

export interface Moved {
  amount: Money
  bookingId: string | null
  /** False for what may still come to nothing. */
  settled: boolean
}

/** What books are held against. */
export interface MoneyLists extends Pick<PaymentsPort, 'listIntents' | 'listRefunds'> {
  transfers: Pick<PaymentTransfers, 'list' | 'listReversals'>
}

/**
 * All money that came from cards and went back to them by our intents, and all that went to providers and came back, by
 * Stripe's id of the intent, refund, transfer or reversal.
 */
export const listMoved = async (payments: MoneyLists): Promise<Map<string, Moved>> => {
  const moved = new Map<string, Moved>()
  const bookings = new Map<string, string | null>()
  for await (const { id, metadata, amountReceived } of everyOne(payments.listIntents)) {
    if (metadata.paymentId === undefined) continue
    bookings.set(id, metadata.bookingId ?? null)
    if (amountReceived.minor > 0)
      moved.set(id, { amount: amountReceived, bookingId: bookings.get(id) ?? null, settled: true })
  }
  for await (const { id, intentId, amount, state } of everyOne(payments.listRefunds)) {
    if (intentId === null || !bookings.has(intentId) || state === 'failed' || state === 'canceled') continue
    moved.set(id, { amount, bookingId: bookings.get(intentId) ?? null, settled: state === 'succeeded' })
  }
  const { transfers } = payments
  for await (const { id: transferId, amount, amountReversed, metadata } of everyOne(transfers.list)) {
    moved.set(transferId, { amount, bookingId: metadata.bookingId ?? null, settled: true })
    if (amountReversed.minor === 0) continue
    for await (const reversal of everyOne((after) => transfers.listReversals(transferId, after)))
      moved.set(reversal.id, {
        amount: reversal.amount,
        bookingId: reversal.metadata.bookingId ?? null,
        settled: true,
      })
  }
  return moved
}

async function* everyOne<View extends { id: string }>(
  list: (after: string | null) => Promise<Listed<View>>,
): AsyncGenerator<View> {
  let after: string | null = null
  for (;;) {
    const page: Listed<View> = await list(after)
    yield* page.items
    after = page.items.at(-1)?.id ?? null
    if (!page.more || after === null) return
  }
}
