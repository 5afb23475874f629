import { redirect, type RequestEvent } from '@sveltejs/kit'
import type { IssuerOutcome } from '@mayago/core/identity/index.ts'
import { assertWithinLimits } from '@mayago/core/takeLimits.ts'
import { isRefusal } from '@mayago/kernel/errors.ts'
import { getLocale } from '@mayago/kernel/i18n/runtime.js'
import { inLocale, to } from '../links.ts'
import { admit } from './account.ts'
import { nameOf } from './cookieName.ts'
import { keepMailed, keepRegistration } from './doorCookies.ts'
import { toSecondStep } from './secondStep.ts'

/** Belongs to one attempt: it tells that the browser which comes back is the one that went. */
const TICKET = 'mayago_issuer'
const TICKET_SECONDS = 600

type Jar = Pick<RequestEvent, 'cookies' | 'url'>

/** Lax, not strict: the way back is a link from another site. */
const keep = ({ cookies, url }: Jar, name: string, value: string, maxAge: number): void =>
  cookies.set(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:', maxAge })

const ticketName = (jar: Jar): string => nameOf(TICKET, jar)

/** With the language that its owner reads: issuers know one address to send back to, and it is English. */
export const keepTicket = (event: Jar, ticket: string): void =>
  keep(event, ticketName(event), `${getLocale()}.${ticket}`, TICKET_SECONDS)

export const takeTicket = (event: Jar): string => event.cookies.get(ticketName(event))?.replace(/^(en|es)\./, '') ?? ''

/** Goes on in the language in which the attempt began. */
export const inItsLanguage = (event: Jar): void => {
  const began = event.cookies.get(ticketName(event))?.slice(0, 2)
  if (began === 'es' && getLocale() !== 'es') redirect(303, inLocale('es', event.url.pathname) + event.url.search)
}

/** The page an outcome leads to, with the cookies it brings. */
export const nextPage = async (event: RequestEvent, outcome: IssuerOutcome): Promise<string> => {
  if (outcome.kind !== 'saidNo') event.cookies.delete(ticketName(event), { path: '/' })
  switch (outcome.kind) {
    case 'signedIn':
      await admit(event, outcome.signedIn)
      return outcome.returnTo
    case 'secondFactor':
      return toSecondStep(event, { challenge: outcome.challenge, next: outcome.returnTo })
    case 'connected':
      return to('/account/connections', { said: 'connected' })
    case 'taken':
      return to('/account/connections', { said: 'taken' })
    case 'mailed':
      keepMailed(event, outcome.sentTo)
      keepRegistration(event, outcome.registration)
      return to('/account/mailed', { for: 'register' })
    case 'noEmail':
      return to('/account/register', { said: 'no_email' })
    case 'saidNo':
      return outcome.connecting ? to('/account/connections') : to('/account/sign-in', { next: outcome.returnTo })
  }
}

/** Does a step and goes where it leads; a refusal leads to `page`, which says what it was. */
export const leadToPage = async (event: RequestEvent, page: string, step: () => Promise<string>): Promise<never> => {
  const { ctx, requestId } = event.locals
  const next = await (async () => {
    try {
      await assertWithinLimits(ctx, ['signIn'])
      return await step()
    } catch (thrown) {
      if (isRefusal(thrown, 'sign_in_again')) return to('/account/security/confirm', { next: page })
      if (!isRefusal(thrown)) throw thrown
      ctx.ports.log.info({ code: thrown.code, requestId }, 'a sign-in by an issuer was refused')
      return to(page, { said: thrown.code })
    }
  })()
  event.setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
  redirect(303, next)
}
