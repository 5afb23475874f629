import type Stripe from 'stripe'
import { lockAccount, saveAccount, type StoredAccount } from './accounts.ts'
import { assertCurrency, assertMovable, assertPayoutStep } from './amounts.ts'
import { assertCovered, sumBalance } from './balances.ts'
import { markPaidOut, recordMovement } from './movements.ts'
import type { Params } from './params.ts'
import { planAccount } from './payoutSchedule.ts'
import { newStripeId } from './sandboxIds.ts'
import {
  getObject,
  insertObject,
  lockObject,
  onAccount,
  recordEvent,
  saveObject,
  secondsNow,
  type Call,
  type Stored,
} from './store.ts'
import { invalidRequest } from './stripeError.ts'

type Payout = Stripe.Payout
const KIND = 'payout'
const DAY = 24 * 60 * 60
const ON_ITS_WAY_AFTER = DAY
const ARRIVES_AFTER = 2 * DAY

// ── the API's calls, on a connected account ──────────────────────────────────────────────────────────────────────

/** `POST /v1/payouts`: from a connected account's available balance to its bank. */
export const createPayout = async (call: Call, params: Params): Promise<Payout> => {
  const currency = assertCurrency(params.requiredText('currency'))
  const amount = assertPayoutStep(assertMovable(params.requiredInteger('amount'), currency), currency)
  const description = params.text('description') ?? null
  const statement = params.text('statement_descriptor') ?? null
  params.oneOf('method', ['standard'])
  const metadata = params.metadata()
  params.end()
  if (call.account === null) throw invalidRequest('The sandbox pays out connected accounts only.')
  const account = await lockAccount(call, call.account)
  if (!account.data.payouts_enabled)
    throw invalidRequest('Cannot create payouts: payouts are not enabled on this account.', {
      code: 'payouts_not_allowed',
    })
  const bank = bankFor(account, currency)
  if (bank === null)
    throw invalidRequest(`Sorry, you don't have any external accounts in that currency (${currency}).`, {
      param: 'currency',
    })
  await assertCovered(call, amount, currency)
  const payout = await recordPayout(call, {
    amount,
    currency,
    bank,
    isAutomatic: false,
    description,
    statement,
    metadata,
    failure: account.hidden['payoutFailure'] ?? null,
  })
  return payout
}

export const getPayout = async (call: Call, params: Params, id: string): Promise<Payout> => {
  params.end()
  return (await getObject<Payout>(call, KIND, id)).data
}

export const cancelPayout = async (call: Call, params: Params, id: string): Promise<Payout> => {
  params.end()
  const payout = await lockObject<Payout>(call, KIND, id)
  if (payout.data.automatic || payout.data.status !== 'pending')
    throw invalidRequest('Payouts can be canceled only if they are manual and still pending.', {
      code: 'payout_wrong_state',
    })
  await giveBack(call, payout, 'payout_cancel')
  payout.data.status = 'canceled'
  delete payout.hidden['endsAt']
  await saveObject(call, payout.data, payout.hidden)
  await recordEvent(call, 'payout.canceled', payout.data)
  return payout.data
}

// ── what time does ───────────────────────────────────────────────────────────────────────────────────────────────

/** An account's review is over, or its schedule pays out what is available in its bank's currency. */
export const endAccount = async (call: Call, id: string): Promise<void> => {
  const account = await lockAccount(call, id)
  const { data, hidden } = account
  const now = secondsNow(call)
  const there = onAccount(call, id)
  const currency = data.default_currency ?? ''
  if (Number(hidden['payoutAt'] ?? Infinity) <= now) {
    const sum = (await sumBalance(there)).find((one) => one.currency === currency)
    const bank = bankFor(account, currency)
    if (data.payouts_enabled && bank !== null && sum !== undefined && sum.available > 0)
      await recordPayout(there, {
        amount: sum.available,
        currency,
        bank,
        isAutomatic: true,
        description: 'STRIPE PAYOUT',
        statement: null,
        metadata: {},
        failure: hidden['payoutFailure'] ?? null,
      })
    planAccount(data, hidden, now)
    // With nothing left to wait for, the next transfer plans anew; else every day of a year would be looked at.
    if ((sum?.pending ?? 0) <= 0) delete hidden['endsAt']
    await saveObject(call, data, hidden)
  }
  if (Number(hidden['reviewedAt'] ?? Infinity) <= now && !data.payouts_enabled) await saveAccount(call, account)
}

/** A payout leaves, and later arrives or comes back. */
export const endPayout = async (call: Call, id: string): Promise<void> => {
  const payout = await lockObject<Payout>(call, KIND, id)
  const { data, hidden } = payout
  if (data.status === 'pending') {
    data.status = 'in_transit'
    hidden['endsAt'] = data.arrival_date
    await saveObject(call, data, hidden)
    await recordEvent(call, 'payout.updated', data)
    return
  }
  if (data.status !== 'in_transit') return
  delete hidden['endsAt']
  const failure = hidden['failure']
  data.status = failure === null ? 'paid' : 'failed'
  if (typeof failure === 'string') {
    data.failure_code = failure
    data.failure_message = `The bank sent the payout back: ${failure.replaceAll('_', ' ')}.`
    await giveBack(call, payout, 'payout_failure')
  }
  await saveObject(call, data, hidden)
  await recordEvent(call, failure === null ? 'payout.paid' : 'payout.failed', data)
  if (failure !== null) await stopBank(call)
}

// ── inside ───────────────────────────────────────────────────────────────────────────────────────────────────────

const bankFor = ({ data }: StoredAccount, currency: string): string | null =>
  data.external_accounts?.data.find((bank) => bank.object === 'bank_account' && bank.currency === currency)?.id ?? null

/** The bank account is not tried again until the provider names another. */
const stopBank = async (call: Call): Promise<void> => {
  const account = await lockAccount(call, String(call.account))
  account.hidden['isBankWrong'] = true
  const [bank] = (account.data.external_accounts?.data ?? []) as Stripe.BankAccount[]
  if (bank !== undefined) bank.status = 'errored'
  await saveAccount(onAccount(call, null), account)
}

const giveBack = async (
  call: Call,
  { data }: Stored<Payout>,
  type: 'payout_cancel' | 'payout_failure',
): Promise<void> => {
  const movement = await recordMovement(call, { type, amount: data.amount, currency: data.currency, source: data.id })
  data.failure_balance_transaction = movement.id
}

interface NewPayout {
  amount: number
  currency: string
  bank: string
  isAutomatic: boolean
  description: string | null
  statement: string | null
  metadata: Record<string, string>
  failure: string | number | boolean | null
}

const recordPayout = async (call: Call, input: NewPayout): Promise<Payout> => {
  const id = newStripeId('po')
  const { amount, currency } = input
  if (input.isAutomatic) await markPaidOut(call, currency, id)
  const movement = await recordMovement(call, { type: 'payout', amount: -amount, currency, source: id })
  const payout: Payout = {
    id,
    object: KIND,
    amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: secondsNow(call) + ARRIVES_AFTER,
    automatic: input.isAutomatic,
    balance_transaction: movement.id,
    created: secondsNow(call),
    currency,
    description: input.description,
    destination: input.bank,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: input.metadata,
    method: 'standard',
    original_payout: null,
    payout_method: null,
    reconciliation_status: input.isAutomatic ? 'completed' : 'not_applicable',
    reversed_by: null,
    source_type: 'card',
    statement_descriptor: input.statement,
    status: 'pending',
    trace_id: null,
    type: 'bank_account',
  }
  await insertObject(call, payout, { endsAt: secondsNow(call) + ON_ITS_WAY_AFTER, failure: input.failure })
  await recordEvent(call, 'payout.created', payout)
  return payout
}
