import { redirect } from '@sveltejs/kit'
import { refreshSession } from '@mayago/core/identity/index.ts'
import { to } from '$lib/links.ts'
import { unlessInvalid } from '$lib/server/findUser.ts'
import { loading } from '$lib/server/refusing.ts'
import { dropSession, keepSession, readAside } from '$lib/server/sessionCookies.ts'
import type { RequestHandler } from './$types'

/**
 * Gives the browser back to an admin who no longer acts as somebody: their own session, else the way to sign in. No page
 * of its own, so that a script that is led here loads the next page whole, without the banner.
 */
export const GET: RequestHandler = async (event) => {
  const { locals } = event
  const aside = readAside(event)
  if (locals.user !== null || aside === undefined) redirect(303, to('/admin'))
  const own = await loading(locals, ['pages'], () =>
    unlessInvalid(refreshSession(locals.ctx, { refreshToken: aside, channel: 'browser' })),
  )
  dropSession(event)
  if (own === null) redirect(303, to('/account/sign-in', { back: '1', next: to('/admin') }))
  keepSession(event, own)
  redirect(303, to('/admin', { back: '1' }))
}
