import { redirect } from '@sveltejs/kit'
import { findMailLink, mailLinkInput, resetPassword, resetPasswordInput } from '@mayago/core/identity/index.ts'
import { isRefusal } from '@mayago/kernel/errors.ts'
import { to } from '$lib/links.ts'
import { parsed, textOf } from '$lib/server/forms.ts'
import { acting, loading } from '$lib/server/refusing.ts'
import { dropSession } from '$lib/server/sessionCookies.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, locals: { ctx }, url }) =>
  loading(locals, ['signIn'], async () => {
    const asked = mailLinkInput.safeParse({ token: url.searchParams.get('token') ?? '' })
    try {
      const link = asked.success ? await findMailLink(ctx, asked.data) : null
      return { email: link?.purpose === 'reset' ? link.email : null }
    } catch (thrown) {
      if (isRefusal(thrown, 'link_expired')) return { email: null }
      throw thrown
    }
  })

export const actions: Actions = {
  default: async (event) => {
    const { locals, request, url } = event
    const form = await request.formData()
    return acting(locals, ['signIn'], async () => {
      const token = url.searchParams.get('token') ?? ''
      await resetPassword(locals.ctx, parsed(resetPasswordInput, { token, password: textOf(form, 'password') }))
      // Every session has ended, this browser's too.
      dropSession(event)
      redirect(303, to('/account/sign-in', { reset: 1 }))
    })
  },
}
