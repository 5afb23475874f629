import { callOf } from '../callOf.ts'
import type { Challenged } from '../challenge.ts'
import { finishChallenge } from '../confirmIntent.ts'
import { parseForm } from '../form.ts'
import { readBody } from '../readBody.ts'
import { finishSetupChallenge } from '../setupIntents.ts'
import { getObject, type Stored } from '../store.ts'
import { transact } from '../transact.ts'
import { formatAmount } from './format.ts'
import { html } from './html.ts'
import type { HandlePage } from './handlePages.ts'
import { redirect, sendPage } from './page.ts'

const isSetup = (id: string): boolean => id.startsWith('seti_')

/**
 * Where a bank would ask "was that you?": plain forms, in a frame on the checkout page or as a page of its own. Only the
 * attempt's unguessable id, which the cardholder's browser was sent here with, opens it.
 */
export const handleChallenge: HandlePage = async (sandbox, req, res, url, id) => {
  const attempt = url.searchParams.get('attempt') ?? ''
  const isFramed = url.searchParams.get('frame') === '1'
  if (req.method !== 'POST') {
    const { data, hidden } = await transact(sandbox.pool, (db) =>
      getObject<Challenged>(callOf(sandbox, db), isSetup(id) ? 'setup_intent' : 'payment_intent', id),
    )
    if (hidden['attempt'] !== attempt) return sendOver(sandbox.basePath, res)
    return sendPage(res, sandbox.basePath, {
      title: 'Confirm your payment (sandbox)',
      look: isFramed ? 'frame' : 'sheet',
      body: html`<main class="${isFramed ? 'challenge' : 'sheet challenge'}">
        <p class="sandbox">Sandbox · your bank would be here</p>
        <h1>${isSetup(id) ? 'Is this card yours?' : 'Is this payment yours?'}</h1>
        ${data.object === 'payment_intent' && html`<p>${data.description ?? 'A payment'}<br /><strong>${formatAmount(data.amount, data.currency)}</strong></p>`}
        <form method="post" class="buttons">
          <button name="answer" value="complete" class="act">Complete</button>
          <button name="answer" value="fail">Fail</button>
        </form>
      </main>`,
    })
  }

  const answer = parseForm(await readBody(req))['answer']
  const isComplete = answer === 'complete'
  const intent = await transact<Stored<Challenged> | null>(sandbox.pool, (db) =>
    isSetup(id)
      ? finishSetupChallenge(callOf(sandbox, db), id, attempt, isComplete)
      : finishChallenge(callOf(sandbox, db), id, attempt, isComplete),
  )
  sandbox.wake()
  if (intent === null) return sendOver(sandbox.basePath, res)
  const returnUrl = intent.hidden['returnUrl']
  if (!isFramed && typeof returnUrl === 'string') return redirect(res, withResult(returnUrl, intent))
  sendPage(res, sandbox.basePath, {
    title: 'Thank you',
    look: isFramed ? 'frame' : 'sheet',
    script: 'challenge.js',
    body: html`<main class="sheet"><p>Thank you. You can go back to the page you came from.</p></main>`,
  })
}

const sendOver = (basePath: string, res: Parameters<HandlePage>[2]): void =>
  sendPage(res, basePath, {
    title: 'Nothing to confirm',
    status: 410,
    script: 'challenge.js',
    body: html`<main class="sheet">
      <h1>There is nothing left to confirm here.</h1>
      <p>This payment was already answered, or tried again.</p>
    </main>`,
  })

/** Stripe tells the page that takes over which intent came back, and how it went. */
const withResult = (returnUrl: string, { data }: Stored<Challenged>): string => {
  const url = new URL(returnUrl)
  url.searchParams.set(data.object, data.id)
  url.searchParams.set(`${data.object}_client_secret`, data.client_secret ?? '')
  url.searchParams.set('redirect_status', data.status === 'requires_payment_method' ? 'failed' : 'succeeded')
  return url.href
}
