import type { RequestHandler } from '@sveltejs/kit'
import { finishIssuerSignIn, issuerName } from '@mayago/core/identity/index.ts'
import { inItsLanguage, leadToPage, nextPage, takeTicket } from '$lib/server/issuerDoor.ts'

/** The browser is back from an issuer. Nothing of the address it came with stays in the address bar. */
export const GET: RequestHandler = (event) => {
  inItsLanguage(event)
  return leadToPage(event, '/account/sign-in', async () => {
    const { locals, params, url } = event
    const issuer = issuerName.parse(params['issuer'])
    const answer = { issuer, ticket: takeTicket(event), search: url.search, channel: 'browser' as const }
    return nextPage(event, await finishIssuerSignIn(locals.ctx, answer))
  })
}
