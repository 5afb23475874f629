import { changePassword, changePasswordInput, getMe } from '@mayago/core/identity/index.ts'
import { leadToProof } from '$lib/server/account.ts'
import { parsed, textOf } from '$lib/server/forms.ts'
import { acting, loading } from '$lib/server/refusing.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) =>
  loading(event.locals, [], () =>
    leadToProof(event, async () => {
      const { hasPassword, email } = await getMe(event.locals.ctx)
      return { hasPassword, email }
    }),
  )

export const actions: Actions = {
  default: async (event) => {
    const { locals, request } = event
    const form = await request.formData()
    return acting(locals, ['signIn'], () =>
      leadToProof(event, async () => {
        const passwords = { currentPassword: textOf(form, 'currentPassword'), newPassword: textOf(form, 'newPassword') }
        await changePassword(locals.ctx, parsed(changePasswordInput, passwords))
        return { isDone: true }
      }),
    )
  },
}
