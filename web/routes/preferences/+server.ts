import { redirect } from '@sveltejs/kit'
import { isTheme, keepTheme } from '$lib/server/theme.ts'
import type { RequestHandler } from './$types'

/** Keeps how the pages should look on this device and goes back to where it was asked. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const form = await request.formData()
  const theme = String(form.get('theme') ?? '')
  if (isTheme(theme)) keepTheme(cookies, theme, url.protocol === 'https:')
  const back = String(form.get('back') ?? '/')
  redirect(303, pathHere(back, url))
}

/** The path of an address of ours; read as a browser reads it, so that neither "//elsewhere" nor "/\t/elsewhere" leads out. */
const pathHere = (back: string, url: URL): string => {
  const goal = URL.parse(back, url.origin)
  return goal?.origin === url.origin ? goal.pathname.replace(/^\/+/, '/') + goal.search : '/'
}
