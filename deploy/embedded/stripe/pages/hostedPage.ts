import type Stripe from 'stripe'
import { TEST_CARDS } from '../cards.ts'
import { parseForm } from '../form.ts'
import { isOverdue, payOnHostedPage } from '../hostedPayment.ts'
import { callOf } from '../callOf.ts'
import { readBody } from '../readBody.ts'
import { findObject, getObject, type Stored } from '../store.ts'
import { StripeError } from '../stripeError.ts'
import { transact } from '../transact.ts'
import { formatAmount } from './format.ts'
import { html, type Html } from './html.ts'
import type { HandlePage } from './handlePages.ts'
import { redirect, sendPage } from './page.ts'
import type { Sandbox } from '../sandbox.ts'

type Session = Stripe.Checkout.Session

/** The hosted page: a form and its errors, no script needed. */
export const handleHostedPage: HandlePage = async (sandbox, req, res, _url, id) => {
  if (req.method !== 'POST') {
    const session = await readSession(sandbox, id)
    return session.data.status === 'complete' ? goOn(res, session.data) : showForm(sandbox, res, session, {})
  }

  const typed = parseForm(await readBody(req))
  const field = (name: string): string => (typeof typed[name] === 'string' ? typed[name].trim().slice(0, 100) : '')
  const card = { number: field('number'), expiry: field('expiry'), cvc: field('cvc'), name: field('name') }
  const answer = await transact(sandbox.pool, (db) => payOnHostedPage(callOf(sandbox, db), id, card)).catch(
    (error: unknown) => {
      if (error instanceof StripeError) return error
      throw error
    },
  )
  sandbox.wake()
  const session = await readSession(sandbox, id)
  if (answer instanceof StripeError) {
    const kept = { expiry: card.expiry, name: card.name }
    return showForm(sandbox, res, session, { ...kept, error: answer.body.message, param: answer.body.param })
  }
  const challenge = answer.next_action?.redirect_to_url?.url
  if (challenge) return redirect(res, challenge)
  goOn(res, session.data)
}

/** Where the challenge comes back to. */
export const handleHostedReturn: HandlePage = async (sandbox, _req, res, _url, id) => {
  const session = await readSession(sandbox, id)
  if (session.data.status === 'complete') return goOn(res, session.data)
  const intentId = session.data.payment_intent
  const intent =
    typeof intentId === 'string'
      ? await transact(sandbox.pool, (db) =>
          findObject<Stripe.PaymentIntent>(callOf(sandbox, db), 'payment_intent', intentId),
        )
      : null
  showForm(sandbox, res, session, {
    error: intent?.data.last_payment_error?.message ?? 'The payment was not confirmed.',
  })
}

const readSession = (sandbox: Sandbox, id: string): Promise<Stored<Session>> =>
  transact(sandbox.pool, (db) => getObject<Session>(callOf(sandbox, db), 'checkout.session', id))

const goOn = (res: Parameters<HandlePage>[2], session: Session): void =>
  redirect(res, (session.success_url ?? '/').replaceAll('{CHECKOUT_SESSION_ID}', session.id))

interface Shown {
  error?: string
  param?: string | undefined
  expiry?: string
  name?: string
}

const showForm = (sandbox: Sandbox, res: Parameters<HandlePage>[2], session: Stored<Session>, shown: Shown): void => {
  const { data, hidden } = session
  const amount = formatAmount(data.amount_total ?? 0, data.currency ?? 'usd')
  const isOpen = data.status === 'open' && !isOverdue({ nowMs: sandbox.clock.now().getTime() }, session)
  sendPage(res, sandbox.basePath, {
    title: `Pay ${amount} (sandbox)`,
    status: shown.error !== undefined ? 402 : 200,
    body: html`<main class="sheet">
      <p class="sandbox">Payments sandbox · no real card, no real money</p>
      <p class="what">${String(hidden['title'] ?? '')}</p>
      <h1 class="amount">${amount}</h1>
      ${isOpen ? form(`${sandbox.basePath}/pay/${data.id}`, amount, data, shown) : html`<p role="alert" class="error">This page is no longer open. Nothing was charged.</p>`}
      ${data.cancel_url === null ? null : html`<p><a href="${data.cancel_url}">Back without paying</a></p>`}
      ${isOpen && testCards()}
    </main>`,
  })
}

const form = (action: string, amount: string, session: Session, shown: Shown): Html => {
  const wrong = (name: string): Html | null =>
    shown.param === name ? html` aria-invalid="true" aria-describedby="error"` : null
  return html`<form method="post" action="${action}" novalidate>
    ${shown.error === undefined ? null : html`<p role="alert" class="error" id="error">${shown.error}</p>`}
    ${session.customer_email === null ? null : html`<p class="quiet">Receipt to ${session.customer_email}</p>`}
    <label for="number">Card number</label>
    <input id="number" name="number" inputmode="numeric" autocomplete="cc-number" required${wrong('number')} />
    <div class="pair">
      <div>
        <label for="expiry">Expiry (MM / YY)</label>
        <input
          id="expiry"
          name="expiry"
          inputmode="numeric"
          autocomplete="cc-exp"
          value="${shown.expiry ?? ''}"
          required${wrong('exp_year')}${wrong('exp_month')}
        />
      </div>
      <div>
        <label for="cvc">Security code</label>
        <input id="cvc" name="cvc" inputmode="numeric" autocomplete="cc-csc" required${wrong('cvc')} />
      </div>
    </div>
    <label for="name">Name on card</label>
    <input id="name" name="name" autocomplete="cc-name" value="${shown.name ?? ''}" />
    <button class="act">Pay ${amount}</button>
  </form>`
}

const testCards = (): Html =>
  html`<details>
    <summary>Test cards</summary>
    <p class="quiet">Any future expiry and any security code.</p>
    <table>
      ${TEST_CARDS.map(
        (card) =>
          html`<tr>
            <td class="number">${card.number.replace(/(\d{4})(?=\d)/g, '$1 ')}</td>
            <td>${card.about}</td>
          </tr>`,
      )}
    </table>
  </details>`
