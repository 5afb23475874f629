import { parseForm } from '../form.ts'
import { readFaults, setFaults, type WebhookFaults } from '../faults.ts'
import { readBody } from '../readBody.ts'
import { invalidRequest } from '../stripeError.ts'
import { html, type Html } from './html.ts'
import type { HandlePage } from './handlePages.ts'
import { redirect, sendPage } from './page.ts'

const SECONDS_MAX = 86_400

/** The switch for what goes wrong with webhooks. */
export const handleFaultsPage: HandlePage = async (sandbox, req, res) => {
  if (req.method === 'POST') {
    const typed = parseForm(await readBody(req))
    const number = (name: string, max: number): number => {
      const value = Number(typed[name])
      if (!Number.isInteger(value) || value < 0 || value > max)
        throw invalidRequest(`${name} is a whole number from 0 to ${max}.`)
      return value
    }
    await setFaults(sandbox.pool, {
      duplicatePercent: number('duplicated', 100),
      dropPercent: number('lost', 100),
      delayMsMax: number('late', SECONDS_MAX) * 1000,
      seed: number('seed', 999_999),
    })
    return redirect(res, `${sandbox.basePath}/faults`)
  }
  const faults = await readFaults(sandbox.pool)
  sendPage(res, sandbox.basePath, {
    title: 'Webhook faults · payments sandbox',
    body: html`<main class="sheet">
      <p class="sandbox"><a href="${sandbox.basePath}/">Payments sandbox</a></p>
      <h1>What goes wrong with webhooks</h1>
      <p>It holds for events from now on. All at 0: nothing does.</p>
      <form method="post">
        ${fields(faults)}
        <button class="act">Set</button>
      </form>
    </main>`,
  })
}

const fields = ({ duplicatePercent, dropPercent, delayMsMax, seed }: WebhookFaults): readonly Html[] => [
  field('duplicated', 'Sent twice, percent', duplicatePercent, 100),
  field('lost', 'Never sent, percent', dropPercent, 100),
  field('late', 'Late and out of order by up to, seconds', delayMsMax / 1000, SECONDS_MAX),
  field('seed', 'Seed', seed, 999_999),
]

const field = (name: string, label: string, value: number, max: number): Html =>
  html`<label for="${name}">${label}</label>
    <input id="${name}" name="${name}" type="number" min="0" max="${max}" value="${value}" required />`
