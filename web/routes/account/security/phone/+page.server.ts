import { confirmSms, confirmSmsInput, startSms, startSmsInput } from '@mayago/core/identity/factors/index.ts'
import { parsed, textOf } from '$lib/server/forms.ts'
import { actingOwn, loadingOwn } from '$lib/server/ownPages.ts'
import { getFactors } from '@mayago/core/identity/factors/index.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, url }) =>
  loadingOwn(locals, url, async () => ({ factors: await getFactors(locals.ctx) }))

export const actions: Actions = {
  send: async ({ locals, request, url }) => {
    const phone = textOf(await request.formData(), 'phone')
    return actingOwn(
      locals,
      url,
      async () => ({ sent: await startSms(locals.ctx, parsed(startSmsInput, { phone })), phone }),
      { phone },
    )
  },
  confirm: async ({ locals, request, url }) => {
    const form = await request.formData()
    const [phone, code] = [textOf(form, 'phone'), textOf(form, 'code')]
    return actingOwn(
      locals,
      url,
      async () => ({ added: await confirmSms(locals.ctx, parsed(confirmSmsInput, { code })) }),
      { phone, confirming: true as const },
    )
  },
}
