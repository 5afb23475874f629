import { redirect } from '@sveltejs/kit'
import { stopActing } from '@mayago/core/admin/index.ts'
import { to } from '$lib/links.ts'
import { loading } from '$lib/server/refusing.ts'
import { stopKeptActing } from '$lib/server/sessionCookies.ts'
import type { RequestHandler } from './$types'

/** Ends acting as somebody and gives the browser back to the admin. */
export const POST: RequestHandler = async (event) => {
  const { userId } = await loading(event.locals, ['pages'], () => stopActing(event.locals.ctx))
  stopKeptActing(event)
  redirect(303, to(`/admin/users/${userId}`))
}
