import type { RequestEvent } from '@sveltejs/kit'
import { nameOf } from './cookieName.ts'
import { pathHere } from './pathHere.ts'

/** What a browser keeps between two steps at a door: for a while, for our pages only, never for scripts. */
const keep = ({ cookies, url }: RequestEvent, name: string, value: string, minutes: number): void =>
  cookies.set(nameOf(name, { url }), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: url.protocol === 'https:',
    maxAge: minutes * 60,
  })

const drop = (event: RequestEvent, name: string): void =>
  event.cookies.delete(nameOf(name, event), { path: '/', secure: event.url.protocol === 'https:' })

const MAILED = 'mayago_mailed'
const REGISTRATION = 'mayago_registration'
const NEXT = 'mayago_next'

/** Where a mail went, so that the page that says so can be loaded again. */
export const keepMailed = (event: RequestEvent, email: string): void => keep(event, MAILED, email, 60)
export const readMailed = (event: RequestEvent): string | null => event.cookies.get(nameOf(MAILED, event)) ?? null

/** Tells that the browser which opens the mail's link is the one that registered. */
export const keepRegistration = (event: RequestEvent, registration: string): void =>
  keep(event, REGISTRATION, registration, 1440)
/** Where somebody wanted to go when they registered or went to another issuer: a mail's link leads there. */
export const keepNext = (event: RequestEvent, next: string | null): void =>
  next === null ? drop(event, NEXT) : keep(event, NEXT, next, 1440)
export const readNext = (event: RequestEvent): string | null => {
  const kept = event.cookies.get(nameOf(NEXT, event))
  return kept === undefined ? null : pathHere(kept, event.url)
}
export const readRegistration = (event: RequestEvent): string | undefined =>
  event.cookies.get(nameOf(REGISTRATION, event))
export const dropRegistration = (event: RequestEvent): void => {
  for (const name of [REGISTRATION, MAILED, NEXT]) drop(event, name)
}
