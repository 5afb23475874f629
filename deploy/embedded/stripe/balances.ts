import type Stripe from 'stripe'
import type { Params } from './params.ts'
import { PLATFORM, secondsNow, type Call } from './store.ts'
import { StripeError } from './stripeError.ts'

interface Sums {
  currency: string
  available: number
  pending: number
}

/** `GET /v1/balance` of the platform or of a connected account, each currency for itself: nothing is converted here. */
export const getBalance = async (call: Call, params: Params): Promise<Stripe.Balance> => {
  params.end()
  const sums = await sumBalance(call)
  const shown = sums.length === 0 ? [{ currency: 'usd', available: 0, pending: 0 }] : sums
  const list = (name: 'available' | 'pending') =>
    shown.map((sum) => ({ amount: sum[name], currency: sum.currency, source_types: { card: sum[name] } }))
  return {
    object: 'balance',
    available: list('available'),
    connect_reserved: shown.map(({ currency }) => ({ amount: 0, currency })),
    livemode: false,
    pending: list('pending'),
  }
}

/** What the account that the call is on has, by currency. */
export const sumBalance = async (call: Call): Promise<Sums[]> => {
  const { rows } = await call.db.query<{ currency: string; available: string | null; pending: string | null }>(
    `SELECT data ->> 'currency' AS currency,
            sum((data ->> 'net')::bigint) FILTER (WHERE (data ->> 'available_on')::bigint <= $2) AS available,
            sum((data ->> 'net')::bigint) FILTER (WHERE (data ->> 'available_on')::bigint > $2) AS pending
       FROM stripe_sandbox.objects WHERE kind = 'balance_transaction' AND account = $1
      GROUP BY 1 ORDER BY 1`,
    [call.account ?? PLATFORM, secondsNow(call)],
  )
  return rows.map((row) => ({
    currency: row.currency,
    available: Number(row.available ?? 0),
    pending: Number(row.pending ?? 0),
  }))
}

/**
 * Refuses to move more than there is. Whoever asks holds a lock that keeps others from asking the same: the account's
 * row, or for the platform `lockPlatformBalance`.
 */
export const assertCovered = async (
  call: Call,
  amount: number,
  currency: string,
  { withPending = false } = {},
): Promise<void> => {
  const sum = (await sumBalance(call)).find((one) => one.currency === currency)
  const has = (sum?.available ?? 0) + (withPending ? (sum?.pending ?? 0) : 0)
  if (has < amount)
    throw new StripeError(400, {
      type: 'invalid_request_error',
      code: 'balance_insufficient',
      message: `You have insufficient available funds in your Stripe account (${has} ${currency}, minor units). One likely reason you have insufficient funds is that your funds are automatically being paid out; or that they are still pending.`,
    })
}

/** Two calls that spend the platform's own balance take turns. Taken after charges' locks and before accounts'. */
export const lockPlatformBalance = async (call: Call): Promise<void> => {
  await call.db.query(`SELECT pg_advisory_xact_lock(hashtextextended('stripe_sandbox balance', 0))`)
}
