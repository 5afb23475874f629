import { makeDepartures, type DepartureSpec, type MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { onboard } from '../../../deploy/embedded/stripe/testing/onboard.ts'
import type { CoreWorld } from '../../../test/coreWorld.ts'
import { begin, pay } from '../../../test/paying.ts'
import type { BookingView } from '../../booking/index.ts'
import { settlePayment } from '../../payments/index.ts'
import type { PayoutAccountView } from '../index.ts'
import { getPayoutAccount, refreshAccount, releaseFunds, sendTransfer, startOnboarding } from '../index.ts'

/** A paid booking of so many adults at 1,000 pesos each. */
export const book = async (w: CoreWorld, adults = 1, spec: DepartureSpec = {}) => {
  const { kayak } = await makeDepartures(w, { kayak: spec })
  return { kayak, booking: await bookOn(w, kayak, adults) }
}

export const bookOn = async (w: CoreWorld, departure: MadeDeparture, adults = 1): Promise<BookingView> => {
  const guest = w.guest()
  const { id } = await begin(guest, departure, adults)
  await pay(w, id)
  return settlePayment(guest, { bookingId: id })
}

const PAGES = { returnUrl: 'https://mayago.test/back', refreshUrl: 'https://mayago.test/again' }

/** Begins onboarding, as the provider's owner does; answers Stripe's id of the account. */
export const beginOnboarding = async (w: CoreWorld, providerId: string): Promise<string> => {
  await startOnboarding(w.as(), { providerId, country: 'MX', ...PAGES })
  const row = await queryRow<{ account_id: string }>(
    w.em,
    'select account_id from provider_accounts where provider_id = $1',
    [providerId],
  )
  return row?.account_id ?? ''
}

/** A provider that can receive, and what stands in our rows of it. */
export const makeReady = async (w: CoreWorld, providerId: string): Promise<PayoutAccountView> => {
  await onboard(w.stripe, await beginOnboarding(w, providerId))
  await refreshAccount(w.as(), { providerId })
  return getPayoutAccount(w.as(), { providerId })
}

/** Everything that is over by now is shared, and what is to go or come back is tried once. */
export const settleShares = async (w: CoreWorld): Promise<void> => {
  await w.shiftSeatClock('60 days')
  await releaseFunds(w.as())
  await w.shiftSeatClock(null)
  await sendAll(w)
}

export const sendAll = async (w: CoreWorld): Promise<void> => {
  const unsent = await queryRows<{ id: string }>(
    w.em,
    "select id from transfers where state <> 'sent' order by kind desc, created_at, id",
  )
  for (const { id } of unsent) await sendTransfer(w.as(), { transferId: id })
}

/** The balance of each account, debits above zero, those at nothing left out. */
export const balances = async (w: CoreWorld): Promise<Record<string, number>> =>
  Object.fromEntries(
    (
      await queryRows<{ kind: string; minor: number }>(
        w.em,
        `select a.kind, sum(l.amount_minor)::float8 as minor
         from ledger_lines l join ledger_accounts a on a.id = l.account_id
         group by a.kind having sum(l.amount_minor) <> 0 order by a.kind`,
      )
    ).map(({ kind, minor }) => [kind, minor]),
  )
