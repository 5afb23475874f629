import { redirect, type RequestEvent } from '@sveltejs/kit'
import { to } from '../links.ts'
import { readAside } from './sessionCookies.ts'

const BACK = '/admin/back'
/** Whoever signs out is given nothing back. */
const OTHERS = ['/account/sign-out', BACK]

/**
 * Leads a browser in which an admin acted as somebody, until that ended by itself, to where it is given back. What it
 * asked for is not done: it was meant in another's name. Redirects.
 */
export const leadBack = (event: RequestEvent): void => {
  if (readAside(event) === undefined || OTHERS.includes(event.route.id ?? '') || !showsPage(event)) return
  redirect(303, to(BACK))
}

/** Whether a person sees the answer: what scripts fetch on the side does not follow. */
const showsPage = ({ isDataRequest, request }: RequestEvent): boolean =>
  isDataRequest ||
  request.headers.has('x-sveltekit-action') ||
  (request.headers.get('accept') ?? '').includes('text/html')
