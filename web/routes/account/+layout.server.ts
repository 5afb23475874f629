import { redirect } from '@sveltejs/kit'
import { DOORS } from '$lib/doors.ts'
import { to } from '$lib/links.ts'
import type { LayoutServerLoad } from './$types'

/** Whoever is not signed in comes through a door first, and then to where they wanted. Guests have saved things too. */
export const load: LayoutServerLoad = ({ locals, route, url }) => {
  const isOpen = DOORS.has(route.id ?? '') || route.id === '/account/saved'
  if (locals.user === null && !isOpen) redirect(303, to('/account/sign-in', { next: url.pathname + url.search }))
  return { isSignedIn: locals.user !== null }
}
