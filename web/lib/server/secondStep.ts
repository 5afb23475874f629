import { redirect, type RequestEvent } from '@sveltejs/kit'
import { to } from '../links.ts'
import { nameOf } from './cookieName.ts'

/** Half a sign-in: the challenge that says so, and where to go once it is whole. */
export interface SecondStep {
  challenge: string
  next: string
}

type Jar = Pick<RequestEvent, 'cookies' | 'url'>

const COOKIE = 'mayago_second'
/** As long as the challenge itself. */
const SECONDS = 300

const stepName = (jar: Jar): string => nameOf(COOKIE, jar)
const optionsOf = ({ url }: Jar) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' }) as const

/** Leads somebody whose first factor was right to the page that asks for the second. */
export const toSecondStep = (event: Jar, step: SecondStep): never => {
  event.cookies.set(stepName(event), JSON.stringify(step), { ...optionsOf(event), maxAge: SECONDS })
  redirect(303, to('/account/sign-in/second'))
}

export const readSecondStep = (event: Jar): SecondStep | null => {
  try {
    const step: unknown = JSON.parse(event.cookies.get(stepName(event)) ?? 'null')
    if (typeof step !== 'object' || step === null || !('challenge' in step) || !('next' in step)) return null
    const { challenge, next } = step
    return typeof challenge === 'string' && typeof next === 'string' ? { challenge, next } : null
  } catch {
    return null
  }
}

export const dropSecondStep = (event: Jar): void => event.cookies.delete(stepName(event), optionsOf(event))
