import { isId } from '@mayago/kernel/ids.ts'
import {
  LEDGER_AT_STRIPE,
  LEDGER_DIFFERENCES,
  type LedgerAtStripeRow,
  type LedgerDifferenceRow,
} from '@mayago/db/queries/ledgerDifferences.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'
import { listMoved, type MoneyLists } from './listMoved.ts'

/** One number of a booking on which two of books, rows and Stripe disagree; amounts in minor units. */
export interface LedgerDifference {
  /** Null for money at Stripe that names no booking. */
  bookingId: string | null
  reference: string | null
  what: LedgerDifferenceRow['what'] | 'at_stripe'
  /** Stripe's object, where it is about one. */
  stripeId: string | null
  currency: string
  expected: number
  found: number
}

export interface LedgerReport {
  differences: LedgerDifference[]
  entries: number
  /** Entries that Stripe confirmed or denied. */
  comparedAtStripe: number
  /** Entries of payments that never were at Stripe, as the demo world's. */
  unknownToStripe: number
}

/** Compares books, payments, refunds and transfers, bookings, and what Stripe lists. No differences means true. MONEY-1, MONEY-2. */
export const verifyLedger = async (ctx: Pick<Ctx, 'em'>, payments: MoneyLists): Promise<LedgerReport> => {
  // Asked first: what moves meanwhile is in the books by the time they are read, more likely than the other way round.
  const moved = await listMoved(payments)
  const rows = await queryRows<LedgerDifferenceRow>(ctx.em, LEDGER_DIFFERENCES)
  const posted = await queryRows<LedgerAtStripeRow>(ctx.em, LEDGER_AT_STRIPE)
  const entries = await queryRow<{ count: number }>(ctx.em, 'select count(*)::int as count from ledger_entries')
  const named = posted.filter(({ source }) => !isId(source))
  return {
    differences: [...rows.map(toDifference), ...compareAtStripe(named, moved)],
    entries: entries?.count ?? 0,
    comparedAtStripe: named.length,
    unknownToStripe: posted.length - named.length,
  }
}

const toDifference = (row: LedgerDifferenceRow): LedgerDifference => ({
  bookingId: row.booking_id,
  reference: row.reference,
  what: row.what,
  stripeId: null,
  currency: row.currency,
  expected: Number(row.expected),
  found: Number(row.found),
})

const compareAtStripe = (
  posted: readonly LedgerAtStripeRow[],
  moved: Awaited<ReturnType<typeof listMoved>>,
): LedgerDifference[] => {
  const sources = new Set(posted.map(({ source }) => source))
  const wrong = posted.flatMap((row) => {
    const there = moved.get(row.source)
    const expected = there?.amount.currency === row.currency ? there.amount.minor : 0
    const { booking_id: bookingId, reference, source: stripeId, currency } = row
    const about = { bookingId, reference, stripeId, currency }
    return expected === Number(row.minor)
      ? []
      : [{ ...about, what: 'at_stripe' as const, expected, found: Number(row.minor) }]
  })
  const unposted = [...moved].flatMap(([stripeId, { amount, bookingId, settled }]) =>
    sources.has(stripeId) || !settled
      ? []
      : [
          {
            bookingId,
            reference: null,
            what: 'at_stripe' as const,
            stripeId,
            currency: amount.currency,
            expected: amount.minor,
            found: 0,
          },
        ],
  )
  return [...wrong, ...unposted]
}
