import type Stripe from 'stripe'
import { lockAccount, type StoredAccount } from './accounts.ts'
import { assertCurrency, assertMovable } from './amounts.ts'
import { assertCovered, lockPlatformBalance } from './balances.ts'
import { recordMovement } from './movements.ts'
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

type Transfer = Stripe.Transfer
type StoredCharge = Stored<Stripe.Charge>

/**
 * `POST /v1/transfers`: from the platform to a connected account. With `source_transaction` it takes from one charge,
 * before that charge's money can be used; else from what the platform has available.
 */
export const createTransfer = async (call: Call, params: Params): Promise<Transfer> => {
  const currency = assertCurrency(params.requiredText('currency'))
  const amount = assertMovable(params.requiredInteger('amount'), currency)
  const destination = params.requiredText('destination')
  const sourceId = params.text('source_transaction')
  const askedGroup = params.text('transfer_group') ?? null
  const description = params.text('description') ?? null
  const metadata = params.metadata()
  params.end()

  const source =
    sourceId === undefined ? null : await lockObject<Stripe.Charge>(call, 'charge', sourceId, 'source_transaction')
  if (source === null) {
    await lockPlatformBalance(call)
    await assertCovered(call, amount, currency)
  } else await takeFrom(call, source, amount, currency)
  const account = await lockAccount(call, destination, 'destination')
  assertCanReceive(account)
  const group = source === null ? askedGroup : await shareGroup(call, source, askedGroup)
  const availableOn = source === null ? secondsNow(call) : await availableOnOf(call, source)

  const id = newStripeId('tr')
  const moved = { amount, currency, availableOn }
  const movement = await recordMovement(call, { ...moved, type: 'transfer', amount: -amount, source: id })
  planAccount(account.data, account.hidden, secondsNow(call))
  await saveObject(call, account.data, account.hidden)
  const payment = await recordPayment(onAccount(call, destination), { ...moved, transfer: id, group })
  const transfer: Transfer = {
    id,
    object: 'transfer',
    amount,
    amount_reversed: 0,
    balance_transaction: movement.id,
    created: secondsNow(call),
    currency,
    description,
    destination,
    destination_payment: payment.id,
    livemode: false,
    metadata,
    reversals: { object: 'list', data: [], has_more: false, url: `/v1/transfers/${id}/reversals` },
    reversed: false,
    source_transaction: sourceId ?? null,
    source_type: 'card',
    transfer_group: group,
  }
  await insertObject(call, transfer)
  await recordEvent(call, 'transfer.created', transfer)
  return transfer
}

export const getTransfer = async (call: Call, params: Params, id: string): Promise<Transfer> => {
  params.end()
  return (await getObject<Transfer>(call, 'transfer', id)).data
}

/** A charge gives no more than it brought in, whatever was transferred before. */
const takeFrom = async (call: Call, source: StoredCharge, amount: number, currency: string): Promise<void> => {
  const { data, hidden } = source
  if (!data.captured) throw invalidRequest(`The charge ${data.id} was not captured.`, { param: 'source_transaction' })
  if (data.currency !== currency)
    throw invalidRequest(`The currency of source_transaction is ${data.currency}, not ${currency}.`, {
      param: 'currency',
    })
  const before = Number(hidden['transferred'] ?? 0)
  if (before + amount > data.amount_captured)
    throw invalidRequest(
      `Transfers using this transaction as a source must not exceed the source amount of ${data.amount_captured} (${currency}, minor units). (There were already transfers of ${before}.)`,
      { param: 'amount' },
    )
  hidden['transferred'] = before + amount
  await saveObject(call, data, hidden)
}

/** The charge and its transfers share one group, which is made up where nobody named one. */
const shareGroup = async (call: Call, source: StoredCharge, asked: string | null): Promise<string> => {
  const { data, hidden } = source
  if (data.transfer_group !== null && asked !== null && data.transfer_group !== asked)
    throw invalidRequest(`The transfer_group must be the source transaction's, ${data.transfer_group}.`, {
      param: 'transfer_group',
    })
  const group = data.transfer_group ?? asked ?? `group_${String(data.payment_intent)}`
  if (data.transfer_group === null) await saveObject(call, { ...data, transfer_group: group }, hidden)
  return group
}

const availableOnOf = async (call: Call, { data }: StoredCharge): Promise<number> =>
  (await getObject<Stripe.BalanceTransaction>(call, 'balance_transaction', String(data.balance_transaction))).data
    .available_on

const assertCanReceive = ({ data }: StoredAccount): void => {
  if (data.capabilities?.transfers !== 'active')
    throw invalidRequest(
      'Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments',
      { code: 'insufficient_capabilities_for_transfer', param: 'destination' },
    )
}

/** As much of a charge as a transfer is; it has no card. */
type Payment = Pick<
  Stripe.Charge,
  | 'id'
  | 'object'
  | 'amount'
  | 'amount_captured'
  | 'amount_refunded'
  | 'balance_transaction'
  | 'captured'
  | 'created'
  | 'currency'
  | 'description'
  | 'disputed'
  | 'livemode'
  | 'metadata'
  | 'paid'
  | 'refunded'
  | 'source_transfer'
  | 'status'
  | 'transfer_group'
>

/** What the transfer is on the other side: a payment that the connected account received. */
const recordPayment = async (
  call: Call,
  input: { amount: number; currency: string; availableOn: number; transfer: string; group: string | null },
): Promise<Payment> => {
  const { amount, currency, availableOn } = input
  const id = newStripeId('py')
  const movement = await recordMovement(call, { type: 'payment', amount, currency, availableOn, source: id })
  const payment: Payment = {
    id,
    object: 'charge',
    amount,
    amount_captured: amount,
    amount_refunded: 0,
    balance_transaction: movement.id,
    captured: true,
    created: secondsNow(call),
    currency,
    description: null,
    disputed: false,
    livemode: false,
    metadata: {},
    paid: true,
    refunded: false,
    source_transfer: input.transfer,
    status: 'succeeded',
    transfer_group: input.group,
  }
  await insertObject(call, payment)
  await recordEvent(call, 'payment.created', payment)
  return payment
}
