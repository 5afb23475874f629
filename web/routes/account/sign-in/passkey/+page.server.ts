import { redirect } from '@sveltejs/kit'
import { passkeySignInInput, passkeySignInOptions, signInWithPasskey } from '@mayago/core/identity/factors/index.ts'
import { to } from '$lib/links.ts'
import { jsonOf, parsed } from '$lib/server/forms.ts'
import { nextPath } from '$lib/server/nextPath.ts'
import { acting, loading } from '$lib/server/refusing.ts'
import { keepSession } from '$lib/server/sessionCookies.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) =>
  loading(locals, ['signIn'], async () => ({ options: await passkeySignInOptions(locals.ctx) }))

export const actions: Actions = {
  default: async (event) => {
    const { locals, request, url } = event
    const form = await request.formData()
    return acting(locals, ['signIn'], async () => {
      const { response } = parsed(passkeySignInInput, { response: jsonOf(form, 'response') })
      keepSession(event, await signInWithPasskey(locals.ctx, { response, channel: 'browser' }))
      redirect(303, nextPath(url, to('/account')))
    })
  },
}
