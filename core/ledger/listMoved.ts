import type { Money } from '@mayago/kernel/money.ts'
import type { Listed, PaymentsPort } from '../ports/payments.ts'

export interface Moved {
  amount: Money
  bookingId: string | null
  /** False for what may still come to nothing. */
  settled: boolean
}

/** All money that came from cards and went back to them by our intents, by Stripe's id of the intent or the refund. */
export const listMoved = async (
  payments: Pick<PaymentsPort, 'listIntents' | 'listRefunds'>,
): Promise<Map<string, Moved>> => {
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
