import type { Handle } from '@sveltejs/kit'
import { sequence } from '@sveltejs/kit/hooks'
import { getApp } from '@mayago/core/app.ts'
import { paraglideMiddleware } from '@mayago/kernel/i18n/server.js'
import { actorOf, welcomeGuest } from './actor.ts'
import { addressOf } from './addressOf.ts'
import { actsAs, findCookieUser } from './findUser.ts'
import { guardResponse } from './guardResponse.ts'
import { homeOf } from './home.ts'
import { leadBack } from './leadBack.ts'
import { nameRequest } from './nameRequest.ts'
import { packResponse } from './packResponse.ts'
import { pictureFirst } from './pictureFirst.ts'
import { startLater } from './startLater.ts'
import { readTheme } from './theme.ts'

const FONT_TO_PRELOAD = /(piazzolla-latin-wght|figtree-latin-wght)/

const named: Handle = async ({ event, resolve }) => {
  nameRequest(event)
  const response = await resolve(event)
  const { retryAfterSeconds } = event.locals
  if (retryAfterSeconds !== null) response.headers.set('retry-after', String(retryAfterSeconds))
  return response
}

/** Leads a page asked for by another name of this machine to the name that its cookies and links know. */
const atHome: Handle = ({ event, resolve }) => {
  const home = event.request.method === 'GET' ? homeOf(event.url, getApp().services.settings.publicOrigin) : null
  return home ? new Response(null, { status: 307, headers: { location: home } }) : resolve(event)
}

/** Real Stripe keys bring Stripe's own script, calls and frames; without them nothing leaves this origin. */
const STRIPE_SOURCES = {
  'script-src': 'https://js.stripe.com',
  'connect-src': 'https://api.stripe.com',
  'frame-src': 'https://js.stripe.com https://*.stripe.com',
  'form-action': 'https://checkout.stripe.com',
} as const

const guarded: Handle = async ({ event, resolve }) => {
  const response = await resolve(event)
  guardResponse(response, event)
  const policy = response.headers.get('content-security-policy')
  if (policy && !getApp().ports.payments.publishable.sandbox)
    response.headers.set('content-security-policy', allowStripe(policy, event.route.id))
  return response
}

const allowStripe = (policy: string, route: string | null): string =>
  Object.entries(STRIPE_SOURCES).reduce(
    (text, [directive, sources]) => text.replace(`${directive} `, `${directive} ${sources} `),
    // Stripe does not say that its script keeps to Trusted Types, and a card form that fails is worse.
    route?.startsWith('/checkout') ? policy.replace("require-trusted-types-for 'script'; ", '') : policy,
  )

/** Sets the language from the address, before anything is said. */
const spoken: Handle = ({ event, resolve }) => {
  event.locals.theme = readTheme(event)
  return paraglideMiddleware(event.request, ({ request, locale }) => {
    event.request = request
    event.locals.locale = locale
    const scripts: string[] = []
    const fonts: string[] = []
    return resolve(event, {
      transformPageChunk: ({ html }) => {
        const page = html.replace('%lang%', locale).replace('%theme%', event.locals.theme)
        return startLater(pictureFirst(page, fonts), scripts, locale)
      },
      preload: ({ type, path }) => {
        if (type === 'js') scripts.push(path)
        if (type === 'font' && FONT_TO_PRELOAD.test(path)) fonts.push(path)
        return type === 'css'
      },
    })
  })
}

/** Makes the context of every use-case this request will call. A form's sender becomes a guest we can recognise. */
const acting: Handle = async ({ event, resolve }) => {
  const { services, makeCtx } = getApp()
  const { locals, request } = event
  let actor = actorOf(event, services.signer, new Date())
  if (request.method === 'POST' && actor.kind === 'anonymous' && actor.guestId === null) {
    const guestId = welcomeGuest(event, services.signer, new Date())
    actor = { ...actor, guestId }
  }
  const { locale, requestId } = locals
  const userAgent = request.headers.get('user-agent')
  const ctx = makeCtx({ actor, locale, address: addressOf(event), requestId, userAgent })
  locals.user = await findCookieUser(event, ctx)
  if (locals.user === null) leadBack(event)
  locals.ctx = actsAs(ctx, locals.user)
  return resolve(event)
}

/** The way of a page's request, and of a form's. */
export const handlePage = sequence(named, packResponse, atHome, guarded, spoken, acting)
