import type Stripe from 'stripe'
import { assert } from '@mayago/kernel/assert.ts'
import type { PaymentCustomers, SavedCard, SetupView } from '../../ports/paymentCustomers.ts'
import { idOf } from './amounts.ts'
import type { Ask } from './ask.ts'
import { declinedSetupOf } from './refusals.ts'

export const stripeCustomers = (stripe: Stripe, ask: Ask): PaymentCustomers => ({
  create: async ({ email, name, metadata, idempotencyKey }) => {
    const { id } = await ask('new', () => stripe.customers.create({ email, name, metadata }, { idempotencyKey }))
    return { id }
  },

  remove: async (customerId) => {
    await ask(customerId, () => stripe.customers.del(customerId))
  },

  createSetup: async ({ customerId, metadata, idempotencyKey }) =>
    toSetupView(
      await ask(customerId, () =>
        stripe.setupIntents.create(
          { customer: customerId, usage: 'off_session', allowed_payment_method_types: ['card'], metadata },
          { idempotencyKey },
        ),
      ),
    ),

  confirmSetup: async ({ setupId, paymentMethod, returnUrl, idempotencyKey }) => {
    try {
      return toSetupView(
        await ask(setupId, () =>
          stripe.setupIntents.confirm(
            setupId,
            { payment_method: paymentMethod, return_url: returnUrl },
            { idempotencyKey },
          ),
        ),
      )
    } catch (error) {
      const declined = declinedSetupOf(error)
      if (declined === null) throw error
      return toSetupView(declined)
    }
  },

  getSetup: async (setupId) => toSetupView(await ask(setupId, () => stripe.setupIntents.retrieve(setupId))),

  listCards: async (customerId) => {
    const { data } = await ask(customerId, () =>
      stripe.customers.listPaymentMethods(customerId, { type: 'card', limit: 100 }),
    )
    return data.flatMap(toSavedCard)
  },

  removeCard: async ({ cardId, idempotencyKey }) => {
    await ask(cardId, () => stripe.paymentMethods.detach(cardId, {}, { idempotencyKey }))
  },
})

const toSetupView = (setup: Stripe.SetupIntent): SetupView => {
  assert(setup.object === 'setup_intent' && setup.client_secret !== null, 'Stripe answered with a setup intent')
  const failure = setup.last_setup_error
  return {
    id: setup.id,
    clientSecret: setup.client_secret,
    state: setup.status as SetupView['state'],
    cardId: setup.status === 'succeeded' ? idOf(setup.payment_method) : null,
    actionUrl: setup.next_action?.redirect_to_url?.url ?? null,
    declineCode: failure?.decline_code ?? failure?.code ?? null,
  }
}

const toSavedCard = ({ id, card }: Stripe.PaymentMethod): SavedCard[] =>
  card === undefined
    ? []
    : [{ id, brand: card.brand, last4: card.last4, expiresMonth: card.exp_month, expiresYear: card.exp_year }]
