import { redirect } from '@sveltejs/kit'
import { forgotPassword, forgotPasswordInput } from '@mayago/core/identity/index.ts'
import { to } from '$lib/links.ts'
import { keepMailed } from '$lib/server/doorCookies.ts'
import { parsed, textOf } from '$lib/server/forms.ts'
import { acting } from '$lib/server/refusing.ts'
import type { Actions } from './$types'

export const actions: Actions = {
  default: async (event) => {
    const { locals, request } = event
    const form = await request.formData()
    const typed = { email: textOf(form, 'email') }
    return acting(
      locals,
      ['reset'],
      async () => {
        const { sentTo } = await forgotPassword(locals.ctx, parsed(forgotPasswordInput, typed))
        keepMailed(event, sentTo)
        redirect(303, to('/account/mailed', { for: 'reset' }))
      },
      { typed },
    )
  },
}
