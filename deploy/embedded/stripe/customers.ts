import type Stripe from 'stripe'
import type { Params } from './params.ts'
import { newStripeId } from './sandboxIds.ts'
import {
  getObject,
  insertObject,
  lockObject,
  recordEvent,
  saveObject,
  secondsNow,
  type Call,
  type Stored,
} from './store.ts'
import { invalidRequest, noSuch } from './stripeError.ts'

type Customer = Stripe.Customer
const KIND = 'customer'

export const createCustomer = async (call: Call, params: Params): Promise<Customer> => {
  const customer = describe(call)
  readChanges(params, customer)
  params.end()
  await insertObject(call, customer)
  await recordEvent(call, 'customer.created', customer)
  return customer
}

export const getCustomer = async (call: Call, params: Params, id: string): Promise<unknown> => {
  params.end()
  const { data, hidden } = await getObject<Customer>(call, KIND, id)
  return hidden['isDeleted'] === true ? deleted(id) : data
}

export const updateCustomer = async (call: Call, params: Params, id: string): Promise<Customer> => {
  const { data, hidden } = await lockCustomer(call, id)
  readChanges(params, data)
  params.end()
  await saveObject(call, data, hidden)
  await recordEvent(call, 'customer.updated', data)
  return data
}

/** `DELETE /v1/customers/:id`: nobody is known under it any more, and its cards pay no more. */
export const deleteCustomer = async (call: Call, params: Params, id: string): Promise<unknown> => {
  params.end()
  const { data } = await lockCustomer(call, id)
  const bare = { ...describe(call), id, created: data.created }
  await saveObject(call, bare, { isDeleted: true })
  await call.db.query(
    `UPDATE stripe_sandbox.objects SET data = data || '{"customer": null}', hidden = hidden || '{"isDetached": true}'
      WHERE kind = 'payment_method' AND data ->> 'customer' = $1`,
    [id],
  )
  await recordEvent(call, 'customer.deleted', bare)
  return deleted(id)
}

/** A customer who was not deleted; `param` is what to blame. */
export const lockCustomer = async (call: Call, id: string, param?: string): Promise<Stored<Customer>> => {
  const customer = await lockObject<Customer>(call, KIND, id, param)
  if (customer.hidden['isDeleted'] === true) throw noSuch(KIND, id, param)
  return customer
}

const deleted = (id: string): unknown => ({ id, object: KIND, deleted: true })

const readChanges = (params: Params, customer: Customer): void => {
  customer.email = params.text('email') ?? customer.email
  customer.name = params.text('name') ?? customer.name ?? null
  customer.phone = params.text('phone') ?? customer.phone ?? null
  customer.description = params.text('description') ?? customer.description
  const locales = params.list('preferred_locales')
  if (locales.length > 0) customer.preferred_locales = locales
  customer.metadata = params.metadata(customer.metadata)
  if (customer.email !== null && !customer.email.includes('@'))
    throw invalidRequest(`Invalid email address: ${customer.email}`, { code: 'email_invalid', param: 'email' })
}

const describe = (call: Call): Customer => ({
  id: newStripeId('cus').slice(0, 18),
  object: KIND,
  address: null,
  balance: 0,
  created: secondsNow(call),
  currency: null,
  default_source: null,
  delinquent: false,
  description: null,
  discount: null,
  email: null,
  invoice_prefix: null,
  invoice_settings: {
    custom_fields: null,
    default_payment_method: null,
    footer: null,
    rendering_options: null,
  },
  livemode: false,
  metadata: {},
  name: null,
  next_invoice_sequence: 1,
  phone: null,
  preferred_locales: [],
  shipping: null,
  tax_exempt: 'none',
  test_clock: null,
})
