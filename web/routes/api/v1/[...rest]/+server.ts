import type { RequestHandler } from '@sveltejs/kit'
import { refuse } from '@mayago/kernel/errors.ts'
import { answering } from '$lib/server/endpoint.ts'

/** Nothing is here, whatever is asked: said as a problem, not as a page. */
export const fallback: RequestHandler = (event) =>
  answering(event, ['api'], () => Promise.reject(refuse('not_found', { what: 'address' })))
