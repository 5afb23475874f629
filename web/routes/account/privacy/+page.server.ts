import { redirect } from '@sveltejs/kit'
import { eraseAccount, eraseAccountInput, getMe } from '@mayago/core/identity/index.ts'
import { refuse } from '@mayago/kernel/errors.ts'
import { to } from '$lib/links.ts'
import { leave } from '$lib/server/account.ts'
import { parsed, textOf } from '$lib/server/forms.ts'
import { actingOwn, loadingOwn } from '$lib/server/ownPages.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, url }) =>
  loadingOwn(locals, url, async () => {
    const { email, hasPassword } = await getMe(locals.ctx)
    return { email, hasPassword }
  })

export const actions: Actions = {
  erase: async (event) => {
    const { locals, request, url } = event
    const form = await request.formData()
    const erase = async () => {
      if (form.get('sure') !== '1') throw refuse('invalid_input', { issues: [{ path: 'sure', message: 'is needed' }] })
      await eraseAccount(locals.ctx, parsed(eraseAccountInput, { password: textOf(form, 'password') }))
      leave(event)
      redirect(303, to('/account/gone'))
    }
    return actingOwn(locals, url, erase, {}, ['signIn'])
  },
}
