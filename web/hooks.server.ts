import { randomUUID } from 'node:crypto'
import type { Handle, HandleServerError } from '@sveltejs/kit'
import { sequence } from '@sveltejs/kit/hooks'
import { getApp } from '@mayago/core/app.ts'
import { paraglideMiddleware } from '@mayago/kernel/i18n/server.js'
import { actorOf, welcomeGuest } from './lib/server/actor.ts'
import { homeOf } from './lib/server/home.ts'
import { readTheme } from './lib/server/theme.ts'

const FONT_TO_PRELOAD = /(piazzolla-latin-opsz|figtree-latin-wght)/

/** Names the request, so that a person's report and our log line meet. */
const named: Handle = async ({ event, resolve }) => {
  Object.assign(event.locals, { requestId: randomUUID(), retryAfterSeconds: null })
  // For the metrics of the listener in front: addresses hold ids, routes do not.
  if (event.platform) Object.assign(event.platform.req, { route: event.route.id })
  const response = await resolve(event)
  const { requestId, retryAfterSeconds } = event.locals
  response.headers.set('x-request-id', requestId)
  if (retryAfterSeconds !== null) response.headers.set('retry-after', String(retryAfterSeconds))
  return response
}

/** Leads a page asked for by another name of this machine to the name that its cookies and links know. */
const atHome: Handle = ({ event, resolve }) => {
  const home =
    event.request.method === 'GET' && !event.url.pathname.startsWith('/api/')
      ? homeOf(event.url, getApp().services.settings.publicOrigin)
      : null
  return home ? new Response(null, { status: 307, headers: { location: home } }) : resolve(event)
}

/** Sets the language from the address, before anything is said. Endpoints speak one language and have one address. */
const spoken: Handle = ({ event, resolve }) => {
  event.locals.locale = 'en'
  event.locals.theme = readTheme(event.cookies)
  if (event.url.pathname.startsWith('/api/')) return resolve(event)
  return paraglideMiddleware(event.request, ({ request, locale }) => {
    event.request = request
    event.locals.locale = locale
    return resolve(event, {
      transformPageChunk: ({ html }) => html.replace('%lang%', locale).replace('%theme%', event.locals.theme),
      preload: ({ type, path }) => type === 'js' || type === 'css' || (type === 'font' && FONT_TO_PRELOAD.test(path)),
    })
  })
}

/** Makes the context of every use-case this request will call. A form's sender becomes a guest we can recognise. */
const acting: Handle = ({ event, resolve }) => {
  const { services, makeCtx } = getApp()
  const { cookies, locals, url } = event
  const asked = { locale: locals.locale, address: addressOf(event), requestId: locals.requestId }
  let actor = actorOf(cookies, url.pathname, services.signer, new Date())
  const isForm = event.request.method === 'POST' && !url.pathname.startsWith('/api/')
  if (isForm && actor.kind === 'anonymous' && actor.guestId === null) {
    const guestId = welcomeGuest(cookies, services.signer, new Date(), url.protocol === 'https:')
    actor = { ...actor, guestId }
  }
  locals.ctx = makeCtx({ actor, ...asked })
  return resolve(event)
}

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(self "https://js.stripe.com")',
} as const

/** Real Stripe keys bring Stripe's own script, calls and frames; without them nothing leaves this origin. */
const STRIPE_SOURCES = {
  'script-src': 'https://js.stripe.com',
  'connect-src': 'https://api.stripe.com',
  'frame-src': 'https://js.stripe.com https://*.stripe.com',
  'form-action': 'https://checkout.stripe.com',
} as const

const guarded: Handle = async ({ event, resolve }) => {
  const response = await resolve(event)
  for (const [name, value] of Object.entries(HEADERS))
    if (!response.headers.has(name)) response.headers.set(name, value)
  if (event.url.protocol === 'https:')
    response.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  const policy = response.headers.get('content-security-policy')
  if (policy && !getApp().ports.payments.publishable.sandbox)
    response.headers.set('content-security-policy', allowStripe(policy))
  return response
}

const allowStripe = (policy: string): string =>
  Object.entries(STRIPE_SOURCES).reduce(
    (text, [directive, sources]) => text.replace(`${directive} `, `${directive} ${sources} `),
    policy,
  )

const addressOf = (event: Parameters<Handle>[0]['event']): string | null => {
  try {
    return event.getClientAddress()
  } catch {
    return null // prerendering and tests have no client
  }
}

export const handle = sequence(named, atHome, guarded, spoken, acting)

/** What nobody foresaw: logged whole, told to the person only as a request id. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
  const { requestId } = event.locals
  if (status !== 404) getApp().ports.log.error({ err: error, requestId, path: event.url.pathname }, 'request failed')
  return { message, requestId }
}
