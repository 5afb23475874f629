import { redirect } from '@sveltejs/kit'
import { registerAccount, registerInput } from '@mayago/core/identity/index.ts'
import { to } from '$lib/links.ts'
import { nextOf, wantedOf } from '$lib/server/account.ts'
import { keepMailed, keepNext, keepRegistration } from '$lib/server/doorCookies.ts'
import { parsed, textOf } from '$lib/server/forms.ts'
import { acting } from '$lib/server/refusing.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => {
  const { locals, url } = event
  if (locals.user !== null) redirect(303, nextOf(url) ?? to('/account'))
  return { next: wantedOf(event) }
}

export const actions: Actions = {
  default: async (event) => {
    const { locals, request } = event
    const form = await request.formData()
    const typed = { name: textOf(form, 'name'), email: textOf(form, 'email') }
    return acting(
      locals,
      ['registration'],
      async () => {
        const input = parsed(registerInput, { ...typed, password: textOf(form, 'password') })
        const { sentTo, registration } = await registerAccount(locals.ctx, input)
        keepMailed(event, sentTo)
        keepRegistration(event, registration)
        keepNext(event, wantedOf(event))
        redirect(303, to('/account/mailed', { for: 'register' }))
      },
      { typed },
    )
  },
}
