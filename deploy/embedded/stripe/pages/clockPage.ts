import { parseForm } from '../form.ts'
import { readBody } from '../readBody.ts'
import { formatMs } from './format.ts'
import { html } from './html.ts'
import type { HandlePage } from './handlePages.ts'
import { redirect, sendPage } from './page.ts'

const MINUTE_MS = 60_000
const MINUTES_MAX = 366 * 24 * 60
const STEPS = [
  [10, '10 minutes'],
  [60, '1 hour'],
  [24 * 60, '1 day'],
  [7 * 24 * 60, '1 week'],
] as const

/** Sets the sandbox's clock forward, for what only days would show. */
export const handleClockPage: HandlePage = async (sandbox, req, res) => {
  if (req.method === 'POST') {
    const minutes = Number(parseForm(await readBody(req))['minutes'])
    if (!Number.isInteger(minutes) || minutes < 1 || minutes > MINUTES_MAX)
      return sendPage(res, sandbox.basePath, {
        title: 'Clock',
        status: 400,
        body: html`<main class="sheet">
          <h1>Minutes are a whole number from 1 to ${MINUTES_MAX}.</h1>
          <p><a href="${sandbox.basePath}/clock">Back</a></p>
        </main>`,
      })
    await sandbox.clock.advance(minutes * MINUTE_MS)
    sandbox.wake()
    return redirect(res, `${sandbox.basePath}/clock`)
  }
  sendPage(res, sandbox.basePath, {
    title: 'Clock · payments sandbox',
    body: html`<main class="sheet">
      <p class="sandbox"><a href="${sandbox.basePath}/">Payments sandbox</a></p>
      <h1>It is ${formatMs(sandbox.clock.now().getTime())}</h1>
      <p>
        Setting the clock forward ends open payment pages, lets go of uncaptured cards and sends webhooks that wait to
        be tried again. It does not go back.
      </p>
      <form method="post" class="buttons">
        ${STEPS.map(([minutes, label]) => html`<button name="minutes" value="${minutes}">${label} on</button>`)}
      </form>
    </main>`,
  })
}
