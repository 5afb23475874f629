import { changeEmail, changeEmailInput, getMe } from '@mayago/core/identity/index.ts'
import { leadToProof } from '$lib/server/account.ts'
import { parsed, textOf } from '$lib/server/forms.ts'
import { acting, loading } from '$lib/server/refusing.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) =>
  loading(event.locals, [], () =>
    leadToProof(event, async () => {
      const { email, hasPassword } = await getMe(event.locals.ctx)
      return { email, hasPassword }
    }),
  )

export const actions: Actions = {
  default: async (event) => {
    const { locals, request } = event
    const form = await request.formData()
    const typed = { email: textOf(form, 'email') }
    return acting(
      locals,
      ['reset'],
      () =>
        leadToProof(event, async () => {
          const input = parsed(changeEmailInput, { ...typed, password: textOf(form, 'password') })
          return changeEmail(locals.ctx, input)
        }),
      { typed },
    )
  },
}
