import type Stripe from 'stripe'
import type { Params } from './params.ts'
import { newSecret, newStripeId } from './sandboxIds.ts'
import {
  findObject,
  getObject,
  insertObject,
  lockObject,
  saveObject,
  secondsNow,
  type Call,
  type Stored,
} from './store.ts'
import { invalidRequest } from './stripeError.ts'

/** How long a link may be followed, and how long what it opened stays open. */
const LINK_SECONDS = 5 * 60
const VISIT_SECONDS = 60 * 60
const KIND = 'account_link'

/** A link has no id of its own at Stripe: it is kept under one, which is the secret in its address. */
interface KeptLink {
  id: string
  object: typeof KIND
  created: number
  account: string
  refresh_url: string
  return_url: string
  expires_at: number
}

/** `POST /v1/account_links`: the way into the onboarding page, once and soon. */
export const createAccountLink = async (call: Call, params: Params): Promise<Stripe.AccountLink> => {
  const accountId = params.requiredText('account')
  const type = params.requiredText('type')
  if (type !== 'account_onboarding')
    throw invalidRequest(`The sandbox knows account_onboarding, not ${type}.`, { param: 'type' })
  const refreshUrl = readUrl(params, 'refresh_url')
  const returnUrl = readUrl(params, 'return_url')
  const collects = params.below('collection_options')
  collects?.oneOf('fields', ['currently_due', 'eventually_due'])
  params.end()
  await getObject(call, 'account', accountId, 'account')
  const link: KeptLink = {
    id: newStripeId('alink'),
    object: KIND,
    created: secondsNow(call),
    account: accountId,
    refresh_url: refreshUrl,
    return_url: returnUrl,
    expires_at: secondsNow(call) + LINK_SECONDS,
  }
  await insertObject(call, link)
  const { created, expires_at } = link
  return { object: KIND, created, expires_at, url: `${call.home}/onboarding/${link.id}` }
}

/** Opens a link: a visit's secret, or, when it was opened before or is too old, the address to ask for another at. */
export const followLink = async (call: Call, id: string): Promise<{ visit: string } | { refreshUrl: string }> => {
  const link = await lockObject<KeptLink>(call, KIND, id)
  const { data, hidden } = link
  if (hidden['visit'] !== undefined || data.expires_at <= secondsNow(call)) return { refreshUrl: data.refresh_url }
  const visit = newSecret()
  await saveObject(call, data, { ...hidden, visit, visitEnds: secondsNow(call) + VISIT_SECONDS })
  return { visit }
}

/** The link behind a visit that is still going on; null when it is over. */
export const findVisit = async (call: Call, id: string, visit: string): Promise<KeptLink | null> => {
  const link: Stored<KeptLink> | null = await findObject<KeptLink>(call, KIND, id)
  const isOpen = link !== null && link.hidden['visit'] === visit && Number(link.hidden['visitEnds']) > secondsNow(call)
  return isOpen ? link.data : null
}

const readUrl = (params: Params, name: string): string => {
  const url = params.requiredText(name)
  if (!/^https?:\/\//.test(url)) throw invalidRequest('Not a valid URL', { code: 'url_invalid', param: name })
  return url
}
