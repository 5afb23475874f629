import { createServer, type Server } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { StripeSandbox } from '../createStripeSandbox.ts'
import { KEYS } from './keys.ts'

/** As strict as a page can be: nothing inline, nothing from elsewhere, no text turned into markup. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; connect-src 'self'; base-uri 'none'; require-trusted-types-for 'script'"

const PAGE = `<!doctype html><html lang="en"><head><title>Checkout</title>
<script src="/_stripe/v3/stripe.js" defer></script><script src="/checkout.js" defer></script></head>
<body><div id="card"></div><button id="pay">Pay</button><p id="result"></p></body></html>`

/** A checkout in a few lines, with the calls that a real one makes. */
const SCRIPT = `
const options = new URLSearchParams(location.search)
const stripe = Stripe('${KEYS.publishableKey}')
const elements = stripe.elements({ clientSecret: options.get('secret'), locale: options.get('locale') ?? 'en' })
const card = elements.create('payment')
const result = document.querySelector('#result')
card.on('ready', () => (document.body.dataset.ready = 'true'))
card.on('change', ({ complete }) => (document.body.dataset.complete = String(complete)))
card.mount('#card')
document.querySelector('#pay').onclick = async () => {
  result.textContent = ''
  const submitted = await elements.submit()
  const answer = submitted.error ? submitted : await stripe.confirmPayment({
    elements, confirmParams: { return_url: location.origin + '/done' }, redirect: options.get('redirect') ?? 'if_required' })
  result.textContent = answer.error ? answer.error.type + ': ' + answer.error.message : answer.paymentIntent.status
}`

/** Serves the page beside a sandbox, so that both share an origin as they do in the product. */
export const serveCheckout = (
  sandbox: () => StripeSandbox,
  hook: (req: IncomingMessage, res: ServerResponse) => void,
): Server =>
  createServer((req, res) => {
    void (async () => {
      if (await sandbox().handle(req, res)) return
      const path = (req.url ?? '/').split('?', 1)[0]
      if (path === '/checkout' || path === '/done')
        res
          .writeHead(200, { 'Content-Type': 'text/html', 'Content-Security-Policy': POLICY })
          .end(path === '/done' ? '<p id="done">done</p>' : PAGE)
      else if (path === '/checkout.js') res.writeHead(200, { 'Content-Type': 'text/javascript' }).end(SCRIPT)
      else hook(req, res)
    })()
  })
