import { redirect, type RequestHandler } from '@sveltejs/kit'
import { beginIssuerSignIn, beginIssuerInput } from '@mayago/core/identity/index.ts'
import { to } from '$lib/links.ts'
import { nextOf } from '$lib/server/account.ts'
import { keepNext } from '$lib/server/doorCookies.ts'
import { parsed } from '$lib/server/forms.ts'
import { keepTicket, leadToPage } from '$lib/server/issuerDoor.ts'

/**
 * Sends the browser to an issuer. A link on our own pages leads here; another site that sends somebody comes no further
 * than the sign-in page, so that a session begins by somebody's own press of a button.
 */
export const GET: RequestHandler = async (event) => {
  const { locals, params, request, url } = event
  const site = request.headers.get('sec-fetch-site')
  if (site === 'cross-site' || site === 'same-site') redirect(303, to('/account/sign-in'))
  const connect = url.searchParams.has('connect')
  const back = connect ? '/account/connections' : '/account'
  if (!connect) keepNext(event, nextOf(url))
  return leadToPage(event, connect ? back : '/account/sign-in', async () => {
    const input = parsed(beginIssuerInput, {
      issuer: params['issuer'],
      returnTo: url.searchParams.get('next') ?? to(back),
      connect,
    })
    const begun = await beginIssuerSignIn(locals.ctx, input)
    keepTicket(event, begun.ticket)
    return begun.url
  })
}
