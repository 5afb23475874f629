import {
  getFactors,
  passkeyIdInput,
  removePasskey,
  removeSms,
  removeTotp,
  renamePasskey,
  renamePasskeyInput,
} from '@mayago/core/identity/factors/index.ts'
import { nextOf } from '$lib/server/account.ts'
import { parsed, textOf } from '$lib/server/forms.ts'
import { actingOwn, loadingOwn } from '$lib/server/ownPages.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, url }) =>
  loadingOwn(locals, url, async () => ({ factors: await getFactors(locals.ctx), next: nextOf(url) }))

export const actions: Actions = {
  removeTotp: ({ locals, url }) => actingOwn(locals, url, () => removeTotp(locals.ctx)),
  removeSms: ({ locals, url }) => actingOwn(locals, url, () => removeSms(locals.ctx)),
  removePasskey: async ({ locals, request, url }) => {
    const form = await request.formData()
    return actingOwn(locals, url, () =>
      removePasskey(locals.ctx, parsed(passkeyIdInput, { passkeyId: textOf(form, 'passkeyId') })),
    )
  },
  renamePasskey: async ({ locals, request, url }) => {
    const form = await request.formData()
    const input = { passkeyId: textOf(form, 'passkeyId'), name: textOf(form, 'name') }
    return actingOwn(locals, url, () => renamePasskey(locals.ctx, parsed(renamePasskeyInput, input)))
  },
}
