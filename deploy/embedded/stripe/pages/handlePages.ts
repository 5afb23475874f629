import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Sandbox } from '../sandbox.ts'
import { StripeError } from '../stripeError.ts'
import { sendAsset } from './assets.ts'
import { showCardFrame } from './cardFrame.ts'
import { handleChallenge } from './challengePage.ts'
import { handleClockPage } from './clockPage.ts'
import { showDashboard, showObject } from './dashboard.ts'
import { html } from './html.ts'
import { handleFaultsPage } from './faultsPage.ts'
import { handleAccountLink, handleOnboarding } from './onboardingPage.ts'
import { handleHostedPage, handleHostedReturn } from './hostedPage.ts'
import { sendPage } from './page.ts'

export type HandlePage = (
  sandbox: Sandbox,
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
  id: string,
) => Promise<void>

const PAGES: readonly { methods: readonly string[]; pattern: RegExp; handle: HandlePage }[] = [
  { methods: ['GET'], pattern: /^\/$/, handle: showDashboard },
  { methods: ['GET'], pattern: /^\/objects\/([A-Za-z0-9_]+)$/, handle: showObject },
  { methods: ['GET', 'POST'], pattern: /^\/faults$/, handle: handleFaultsPage },
  { methods: ['GET', 'POST'], pattern: /^\/clock$/, handle: handleClockPage },
  { methods: ['GET', 'POST'], pattern: /^\/pay\/(cs_test_[A-Za-z0-9]+)$/, handle: handleHostedPage },
  { methods: ['GET'], pattern: /^\/pay\/(cs_test_[A-Za-z0-9]+)\/return$/, handle: handleHostedReturn },
  { methods: ['GET', 'POST'], pattern: /^\/3ds\/((?:pi|seti)_[A-Za-z0-9]+)$/, handle: handleChallenge },
  { methods: ['GET'], pattern: /^\/onboarding\/(alink_[A-Za-z0-9]+)$/, handle: handleAccountLink },
  { methods: ['GET', 'POST'], pattern: /^\/onboarding\/(alink_[A-Za-z0-9]+)\/[A-Za-z0-9]+$/, handle: handleOnboarding },
  { methods: ['GET'], pattern: /^\/card$/, handle: showCardFrame },
]

/** Everything under the sandbox that people look at, and the files that go with it. */
export const handlePages = async (
  sandbox: Sandbox,
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
): Promise<void> => {
  try {
    const method = req.method === 'HEAD' ? 'GET' : (req.method ?? 'GET')
    if (method === 'GET' && (await sendAsset(req, res, url.pathname))) return
    if (method === 'POST' && isFromElsewhere(req))
      return sendProblem(sandbox, res, 403, 'This form was sent from another site.')
    for (const { methods, pattern, handle } of PAGES) {
      const match = pattern.exec(url.pathname)
      if (match !== null && methods.includes(method)) return await handle(sandbox, req, res, url, match[1] ?? '')
    }
    sendProblem(sandbox, res, 404, `The sandbox has no page ${method} ${url.pathname}.`)
  } catch (error) {
    if (error instanceof StripeError) return sendProblem(sandbox, res, error.status, error.body.message)
    sandbox.log.error({ err: error, path: url.pathname }, 'stripe sandbox: a page failed')
    if (res.headersSent) res.end()
    else sendProblem(sandbox, res, 500, 'Something went wrong in the sandbox.')
  }
}

const isFromElsewhere = (req: IncomingMessage): boolean => {
  const site = req.headers['sec-fetch-site']
  return site !== undefined && site !== 'same-origin' && site !== 'none'
}

const sendProblem = (sandbox: Sandbox, res: ServerResponse, status: number, text: string): void =>
  sendPage(res, sandbox.basePath, {
    title: 'Payments sandbox',
    status,
    body: html`<main class="sheet"><h1>${text}</h1></main>`,
  })
