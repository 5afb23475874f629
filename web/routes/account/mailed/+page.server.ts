import { redirect } from '@sveltejs/kit'
import { getApp } from '@mayago/core/app.ts'
import { to } from '$lib/links.ts'
import { readMailed } from '$lib/server/doorCookies.ts'
import type { PageServerLoad } from './$types'

/** Says the same for every address: whether there is an account behind it is told in the mail alone. */
export const load: PageServerLoad = (event) => {
  const email = readMailed(event)
  const isRegistering = event.url.searchParams.get('for') === 'register'
  if (email === null) redirect(303, to(isRegistering ? '/account/register' : '/account/forgotten'))
  return { email, isRegistering, hasInbox: getApp().embedded }
}
