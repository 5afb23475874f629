import type Stripe from 'stripe'
import { assertChargeable, assertCurrency } from './amounts.ts'
import { assertMayAsk, seenBy } from './clientSecret.ts'
import { confirm, CONFIRMABLE, readConfirmation, type Answer } from './confirmIntent.ts'
import { lockCustomer } from './customers.ts'
import { openIntent, readDetails } from './openIntent.ts'
import type { Params } from './params.ts'
import { readCardsOnly, usePaymentMethod } from './paymentMethods.ts'
import { getObject, lockObject, saveObject, type Call } from './store.ts'
import { invalidRequest, unexpectedState } from './stripeError.ts'

type Intent = Stripe.PaymentIntent
const KIND = 'payment_intent'

export const createIntent = async (call: Call, params: Params): Promise<Answer> => {
  const currency = assertCurrency(params.requiredText('currency'))
  const amount = assertChargeable(params.requiredInteger('amount'), currency)
  const details = readDetails(params)
  const captureMethod = params.oneOf('capture_method', ['automatic', 'automatic_async', 'manual'])
  const types = readMethodTypes(params)
  const customer = params.text('customer') ?? null
  const keepFor = params.oneOf('setup_future_usage', ['off_session', 'on_session']) ?? null
  params.oneOf('confirmation_method', ['automatic'])
  const confirms = params.flag('confirm') ?? false
  const paymentMethod = params.text('payment_method')
  const confirmation = readConfirmation(params)
  const metadata = params.metadata()
  params.end()
  if (!confirms && confirmation.returnUrl !== null)
    throw invalidRequest('You can only provide `return_url` when also setting `confirm` to true.', {
      param: 'return_url',
    })

  if (customer !== null) await lockCustomer(call, customer, 'customer')
  const kept = { customer, keepFor }
  const intent = await openIntent(call, { amount, currency, captureMethod, ...types, ...details, ...kept, metadata })
  if (paymentMethod === undefined && !confirms) return intent.data
  if (paymentMethod !== undefined) {
    const method = await usePaymentMethod(call, paymentMethod)
    intent.data.payment_method = method.data.id
    intent.data.status = 'requires_confirmation'
    await saveObject(call, intent.data, intent.hidden)
  }
  return confirms ? confirm(call, intent, confirmation) : intent.data
}

export const getIntent = async (call: Call, params: Params, id: string): Promise<unknown> => {
  const clientSecret = params.text('client_secret')
  params.text('is_stripe_sdk')
  params.end()
  const { data } = await getObject<Intent>(call, KIND, id)
  assertMayAsk(call, data, clientSecret)
  return seenBy(call, data)
}

export const updateIntent = async (call: Call, params: Params, id: string): Promise<Intent> => {
  const intent = await lockObject<Intent>(call, KIND, id)
  const { data } = intent
  const changesPayment = ['amount', 'currency', 'payment_method', 'capture_method'].some((name) => params.has(name))
  if (changesPayment && !CONFIRMABLE.includes(data.status))
    throw unexpectedState(
      data,
      `This PaymentIntent's payment could not be updated because it has a status of ${data.status}.`,
    )
  const currency = assertCurrency(params.text('currency') ?? data.currency)
  const amount = params.integer('amount')
  if (amount !== undefined || currency !== data.currency)
    data.amount = assertChargeable(amount ?? data.amount, currency)
  data.currency = currency
  data.capture_method =
    params.oneOf('capture_method', ['automatic', 'automatic_async', 'manual']) ?? data.capture_method
  const details = readDetails(params)
  data.description = details.description ?? data.description
  data.receipt_email = details.receiptEmail ?? data.receipt_email
  data.transfer_group = details.transferGroup ?? data.transfer_group
  const paymentMethod = params.text('payment_method')
  data.metadata = params.metadata(data.metadata)
  params.end()
  if (paymentMethod !== undefined) data.payment_method = (await usePaymentMethod(call, paymentMethod)).data.id
  if (changesPayment) {
    data.status = data.payment_method === null ? 'requires_payment_method' : 'requires_confirmation'
    data.next_action = null
    delete intent.hidden['attempt']
  }
  await saveObject(call, data, intent.hidden)
  return data
}

const readMethodTypes = (params: Params): { mayRedirect: boolean; allowed: string[] | null } => {
  const automatic = params.below('automatic_payment_methods')
  const isEnabled = automatic?.flag('enabled')
  const redirects = automatic?.oneOf('allow_redirects', ['always', 'never'])
  return { mayRedirect: (isEnabled ?? true) && redirects !== 'never', allowed: readCardsOnly(params) }
}
