import { json, type RequestHandler } from '@sveltejs/kit'
import { refuse } from '@mayago/kernel/errors.ts'
import { handleStripeWebhook } from '@mayago/core/payments/index.ts'
import { answering, otherMethods } from '$lib/server/endpoint.ts'
import { readText } from '$lib/server/readJson.ts'

/** Stripe's events are larger than what clients may send; their signature is over the very bytes. */
const EVENT_BYTES_MAX = 256 * 1024

export const POST: RequestHandler = (event) =>
  answering(event, [], async (ctx) => {
    const rawBody = await readText(event.request, EVENT_BYTES_MAX)
    const signature = event.request.headers.get('stripe-signature')
    if (rawBody === '' || signature === null) throw refuse('not_allowed', { action: 'stripe.webhook' })
    await handleStripeWebhook(ctx, { rawBody, signature })
    return json({ received: true })
  })
export const fallback = otherMethods('POST')
