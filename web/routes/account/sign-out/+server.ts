import { redirect } from '@sveltejs/kit'
import { signOut } from '@mayago/core/identity/index.ts'
import { to } from '$lib/links.ts'
import { leave } from '$lib/server/account.ts'
import { pathHere } from '$lib/server/pathHere.ts'
import { loading } from '$lib/server/refusing.ts'
import type { RequestHandler } from './$types'

/** Ends the session and leaves nothing of it in the browser, whether or not it was still good; to sign in again if asked. */
export const POST: RequestHandler = async (event) => {
  const { locals, request, url } = event
  const next = (await request.formData()).get('next')
  if (locals.user !== null) await loading(locals, ['pages'], () => signOut(locals.ctx))
  leave(event)
  redirect(303, typeof next === 'string' ? to('/account/sign-in', { next: pathHere(next, url) }) : to('/'))
}
