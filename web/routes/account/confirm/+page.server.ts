import { redirect } from '@sveltejs/kit'
import { confirmIdentity, confirmIdentityInput, getMe } from '@mayago/core/identity/index.ts'
import { to } from '$lib/links.ts'
import { leadToProof, nextOf } from '$lib/server/account.ts'
import { parsed, textOf } from '$lib/server/forms.ts'
import { acting, loading } from '$lib/server/refusing.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) =>
  loading(event.locals, [], () =>
    leadToProof(event, async () => {
      const { email, hasPassword } = await getMe(event.locals.ctx)
      return { email, hasPassword, next: nextOf(event.url) ?? to('/account') }
    }),
  )

export const actions: Actions = {
  /** Shows the password again, then goes on with what asked for it. */
  default: async (event) => {
    const { locals, request, url } = event
    const form = await request.formData()
    return acting(locals, ['signIn'], () =>
      leadToProof(event, async () => {
        await confirmIdentity(locals.ctx, parsed(confirmIdentityInput, { password: textOf(form, 'password') }))
        redirect(303, nextOf(url) ?? to('/account'))
      }),
    )
  },
}
