import { redirect } from '@sveltejs/kit'
import { findMailLink, mailLinkInput, verifyEmail, verifyEmailInput } from '@mayago/core/identity/index.ts'
import { isRefusal } from '@mayago/kernel/errors.ts'
import { to } from '$lib/links.ts'
import { enter } from '$lib/server/account.ts'
import { dropRegistration, readNext, readRegistration } from '$lib/server/doorCookies.ts'
import { parsed, textOf } from '$lib/server/forms.ts'
import { acting, loading } from '$lib/server/refusing.ts'
import type { Actions, PageServerLoad } from './$types'

/** What the link is for. Opening it confirms nothing: programs that look through mails open links too. */
export const load: PageServerLoad = (event) =>
  loading(event.locals, ['signIn'], async () => {
    const link = await linkOf(event.locals.ctx, event.url)
    return { link, needsPassword: link?.purpose === 'register' && readRegistration(event) === undefined }
  })

const linkOf = async (ctx: App.Locals['ctx'], url: URL) => {
  const asked = mailLinkInput.safeParse({ token: url.searchParams.get('token') ?? '' })
  if (!asked.success) return null
  try {
    const link = await findMailLink(ctx, asked.data)
    return link.purpose === 'reset' ? null : link
  } catch (thrown) {
    if (isRefusal(thrown, 'link_expired')) return null
    throw thrown
  }
}

export const actions: Actions = {
  default: async (event) => {
    const { locals, request, url } = event
    const form = await request.formData()
    const password = textOf(form, 'password')
    return acting(locals, ['signIn'], async () => {
      const token = url.searchParams.get('token') ?? ''
      const registration = readRegistration(event)
      const input = parsed(verifyEmailInput, { token, registration, password })
      const { purpose, signedIn } = await verifyEmail(locals.ctx, { ...input, channel: 'browser' })
      const next = readNext(event) ?? to('/account', { new: 1 })
      dropRegistration(event)
      if (signedIn !== null) return enter(event, signedIn, next)
      if (locals.user === null) redirect(303, to('/account/sign-in', { proven: 1 }))
      redirect(303, to('/account', { proven: purpose === 'change_email' ? 'changed' : 'verified' }))
    })
  },
}
