import { html } from './html.ts'
import type { HandlePage } from './handlePages.ts'
import { sendPage } from './page.ts'

const WORDS = {
  en: {
    number: 'Card number',
    expiry: 'Expiry (MM / YY)',
    cvc: 'Security code',
    note: 'Sandbox: try 4242 4242 4242 4242, any future date, any code.',
  },
  es: {
    number: 'Número de tarjeta',
    expiry: 'Caducidad (MM / AA)',
    cvc: 'Código de seguridad',
    note: 'Entorno de pruebas: 4242 4242 4242 4242, cualquier fecha futura y cualquier código.',
  },
} as const

/** The card's fields, in a frame of our own so that no number touches the page around it. */
export const showCardFrame: HandlePage = async (sandbox, _req, res, url) => {
  const words = url.searchParams.get('locale')?.startsWith('es') ? WORDS.es : WORDS.en
  sendPage(res, sandbox.basePath, {
    title: words.number,
    look: 'frame',
    script: 'card.js',
    body: html`<form id="card" data-base="${sandbox.basePath}" novalidate>
      <label for="number">${words.number}</label>
      <input id="number" inputmode="numeric" autocomplete="cc-number" maxlength="23" aria-describedby="number-error" />
      <p class="error" id="number-error" role="alert"></p>
      <div class="pair">
        <div>
          <label for="expiry">${words.expiry}</label>
          <input id="expiry" inputmode="numeric" autocomplete="cc-exp" maxlength="7" aria-describedby="expiry-error" />
          <p class="error" id="expiry-error" role="alert"></p>
        </div>
        <div>
          <label for="cvc">${words.cvc}</label>
          <input id="cvc" inputmode="numeric" autocomplete="cc-csc" maxlength="4" aria-describedby="cvc-error" />
          <p class="error" id="cvc-error" role="alert"></p>
        </div>
      </div>
      <p class="quiet">${words.note}</p>
    </form>`,
  })
}
