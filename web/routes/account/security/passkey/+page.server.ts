import { addPasskey, addPasskeyInput, passkeyOptions } from '@mayago/core/identity/factors/index.ts'
import { jsonOf, parsed, textOf } from '$lib/server/forms.ts'
import { actingOwn, loadingOwn } from '$lib/server/ownPages.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, url }) =>
  loadingOwn(locals, url, async () => ({ options: await passkeyOptions(locals.ctx) }))

export const actions: Actions = {
  default: async ({ locals, request, url }) => {
    const form = await request.formData()
    const name = textOf(form, 'name').trim()
    return actingOwn(
      locals,
      url,
      async () => {
        const input = { response: jsonOf(form, 'response'), ...(name === '' ? {} : { name }) }
        return { added: await addPasskey(locals.ctx, parsed(addPasskeyInput, input)) }
      },
      { name },
    )
  },
}
