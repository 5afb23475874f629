import { randomUUID } from 'node:crypto'
import { apiClient, type Answered } from '../apiClient.ts'
import type { Chance } from './chance.ts'

/** One POST as it was made, so that it can be made again; `answer` is null when none came back. */
export interface Attempt {
  path: string
  body: unknown
  key: string
  holdToken?: string
  answer: Answered | null
}

/** What a shopper was told of one hold and its booking: the least that must still be so afterwards. */
export interface Purchase {
  holdId: string
  holdToken: string
  expiresAt: string
  released: boolean
  /** Nobody knows whether these were done: no answer came. */
  unknown: Set<'extend' | 'release' | 'book' | 'pay' | 'cancel'>
  bookingId: string | null
  /** Stripe said that the money was taken. */
  paid: boolean
  confirmed: boolean
  cancelled: boolean
}

export interface Log {
  attempts: Attempt[]
  purchases: Purchase[]
  acknowledged: number
  /** Answers that say that something is broken while nothing was. */
  faults: string[]
}

export interface Shop {
  url: string
  departures: { departureId: string; units: { adult: string } }[]
  log: Log
  /** No more shopping: something has been killed. */
  over: () => boolean
}

const contact = { name: 'Ana Peña', email: 'ana@example.com' }

/** One shopper who goes on until it is over: holds, extends, releases, books, pays and cancels at random. */
export const shop = async (at: Shop, chance: Chance): Promise<void> => {
  const mine: Purchase[] = []
  while (!at.over()) {
    const purchase = mine.length > 0 ? chance.pick(mine) : null
    const dice = chance.under(100)
    if (purchase === null || dice < 35) {
      const made = await hold(at, chance)
      if (made) mine.push(made)
    } else if (dice < 45) await extend(at, purchase)
    else if (dice < 55) await release(at, purchase)
    else if (dice < 85) await buy(at, purchase)
    else await cancel(at, purchase)
  }
}

/** Makes a POST once and keeps it; no answer, and 5xx, leave unknown what was done. */
export const post = async (
  { url, log, over }: Shop,
  path: string,
  body: unknown,
  holdToken?: string,
): Promise<Answered | null> => {
  const attempt: Attempt = { path, body, key: randomUUID(), answer: null, ...(holdToken ? { holdToken } : {}) }
  log.attempts.push(attempt)
  const answer = await again(url, attempt).catch(() => null)
  if (answer === null || answer.status >= 500) {
    if (!over()) log.faults.push(`${path}: ${answer?.status ?? 'no answer'} ${answer?.text ?? ''}`)
    return null
  }
  attempt.answer = answer
  log.acknowledged += 1
  return answer
}

/** The same attempt, made again. */
export const again = (url: string, { path, body, key, holdToken }: Attempt): Promise<Answered> =>
  apiClient(url).post(path, body, { key, ...(holdToken ? { holdToken } : {}) })

const hold = async (at: Shop, chance: Chance): Promise<Purchase | null> => {
  const { departureId, units } = chance.pick(at.departures)
  const party = { units: [{ unitId: units.adult, quantity: chance.between(1, 3) }] }
  const answer = await post(at, `/departures/${departureId}/holds`, party)
  if (answer?.status !== 201) return null
  const { id: holdId, holdToken, expiresAt } = answer.body as unknown as Record<string, string>
  const purchase: Purchase = {
    holdId: String(holdId),
    holdToken: String(holdToken),
    expiresAt: String(expiresAt),
    released: false,
    unknown: new Set(),
    bookingId: null,
    paid: false,
    confirmed: false,
    cancelled: false,
  }
  at.log.purchases.push(purchase)
  return purchase
}

const extend = async (at: Shop, purchase: Purchase): Promise<void> => {
  const answer = await post(at, `/holds/${purchase.holdId}/extend`, {}, purchase.holdToken)
  if (answer === null) purchase.unknown.add('extend')
  else if (answer.status === 200) purchase.expiresAt = String(answer.body['expiresAt'])
}

const release = async (at: Shop, purchase: Purchase): Promise<void> => {
  const { holdId, holdToken } = purchase
  const answer = await apiClient(at.url)
    .remove(`/holds/${holdId}`, { holdToken })
    .catch(() => null)
  if (answer?.status === 200) {
    purchase.released = true
    at.log.acknowledged += 1
  } else if (answer === null || answer.status >= 500) purchase.unknown.add('release')
}

const buy = async (at: Shop, purchase: Purchase): Promise<void> => {
  const { holdId, holdToken } = purchase
  const begun = await post(at, '/bookings', { holdId, contact }, holdToken)
  if (begun === null) purchase.unknown.add('book')
  if (begun?.status !== 201) return
  purchase.bookingId = String(begun.body['id'])
  const { clientSecret, publishableKey } = begun.body['payment'] as Record<string, string | null>
  if (clientSecret) await pay(at, purchase, clientSecret, String(publishableKey))
  if (purchase.paid) await look(at, purchase)
}

/** As the browser does: with the publishable key, straight to Stripe. */
const pay = async (at: Shop, purchase: Purchase, clientSecret: string, publishableKey: string): Promise<void> => {
  const [intentId] = clientSecret.split('_secret_')
  const form = { client_secret: clientSecret, payment_method: 'pm_card_visa', return_url: `${at.url}/back` }
  const answer = await fetch(`${at.url}/_stripe/v1/payment_intents/${intentId}/confirm`, {
    method: 'POST',
    headers: { authorization: `Bearer ${publishableKey}`, 'idempotency-key': randomUUID() },
    body: new URLSearchParams(form),
  })
    .then(async (response) => ({ status: response.status, body: (await response.json()) as { status?: string } }))
    .catch(() => null)
  if (answer?.body.status === 'succeeded') purchase.paid = true
  else if (answer === null || answer.status >= 500) purchase.unknown.add('pay')
}

/** The page that waits for its ticket, for a while: the webhook may be under way. */
const look = async (at: Shop, purchase: Purchase): Promise<void> => {
  for (let times = 0; times < 50 && !purchase.confirmed && !at.over(); times += 1) {
    const { bookingId, holdToken } = purchase
    const answer = await apiClient(at.url)
      .get(`/bookings/${bookingId}`, { holdToken })
      .catch(() => null)
    if (answer?.body['state'] === 'confirmed') purchase.confirmed = true
  }
}

const cancel = async (at: Shop, purchase: Purchase): Promise<void> => {
  const { bookingId, holdToken, confirmed, cancelled } = purchase
  if (bookingId === null || !confirmed || cancelled) return
  const quote = await post(at, `/bookings/${bookingId}/cancel-quote`, {}, holdToken)
  if (quote?.status !== 200) return
  const { minor } = quote.body['refund'] as { minor: number }
  const answer = await post(at, `/bookings/${bookingId}/cancel`, { refundMinor: minor }, holdToken)
  if (answer === null) purchase.unknown.add('cancel')
  else if (answer.status === 200) purchase.cancelled = true
}
