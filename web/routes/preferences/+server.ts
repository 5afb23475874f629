import { redirect } from '@sveltejs/kit'
import { pathHere } from '$lib/server/pathHere.ts'
import { isTheme, keepTheme } from '$lib/server/theme.ts'
import type { RequestHandler } from './$types'

/** Keeps how the pages should look on this device and goes back to where it was asked. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const form = await request.formData()
  const theme = String(form.get('theme') ?? '')
  if (isTheme(theme)) keepTheme({ cookies, url }, theme)
  const back = String(form.get('back') ?? '/')
  redirect(303, pathHere(back, url))
}
