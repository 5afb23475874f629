import type Stripe from 'stripe'
import { newStripeId } from './sandboxIds.ts'
import { lockObject, recordEvent, saveObject, type Call, type Stored } from './store.ts'

/** What a card is tried for: to pay, or to be kept. */
export type Challenged = Stripe.PaymentIntent | Stripe.SetupIntent

const ATTEMPT = { payment_intent: 'payatt', setup_intent: 'setatt' } as const

/**
 * 3-D Secure: sends the cardholder to where the bank would ask, on a page of its own or, for Stripe.js, in a frame. A new
 * challenge takes the place of the one before.
 */
export const askChallenge = async (
  call: Call,
  { data, hidden }: Stored<Challenged>,
  { returnUrl, byScript }: { returnUrl: string | null; byScript: boolean },
): Promise<void> => {
  const attempt = newStripeId(ATTEMPT[data.object])
  const challenge = `${call.home}/3ds/${data.id}?attempt=${attempt}`
  hidden['attempt'] = attempt
  hidden['returnUrl'] = returnUrl
  data.status = 'requires_action'
  data.next_action =
    returnUrl === null || byScript
      ? {
          type: 'use_stripe_sdk',
          use_stripe_sdk: { type: 'three_d_secure_redirect', stripe_js: challenge, source: attempt } as never,
        }
      : { type: 'redirect_to_url', redirect_to_url: { url: challenge, return_url: returnUrl } }
  await saveObject(call, data, hidden)
  await recordEvent(call, `${data.object}.requires_action`, data)
}

/** The intent that was challenged, for its answer to be taken in. Null when this attempt is no longer waited for. */
export const takeChallenge = async <T extends Challenged>(
  call: Call,
  kind: T['object'],
  id: string,
  attempt: string,
): Promise<Stored<T> | null> => {
  const intent = await lockObject<T>(call, kind, id)
  if (intent.data.status !== 'requires_action' || intent.hidden['attempt'] !== attempt) return null
  delete intent.hidden['attempt']
  intent.data.next_action = null
  return intent
}
