import { passkeySignInInput, passkeySignInOptions, signInWithPasskey } from '@mayago/core/identity/factors/index.ts'
import { enter } from '$lib/server/account.ts'
import { jsonOf, parsed } from '$lib/server/forms.ts'
import { acting, loading } from '$lib/server/refusing.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) =>
  loading(locals, ['signIn'], async () => ({ options: await passkeySignInOptions(locals.ctx) }))

export const actions: Actions = {
  default: async (event) => {
    const { locals, request } = event
    const form = await request.formData()
    return acting(locals, ['signIn'], async () => {
      const { response } = parsed(passkeySignInInput, { response: jsonOf(form, 'response') })
      return enter(event, await signInWithPasskey(locals.ctx, { response, channel: 'browser' }))
    })
  },
}
