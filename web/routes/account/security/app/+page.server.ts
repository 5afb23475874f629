import { encode } from 'uqr'
import { confirmTotp, confirmTotpInput, startTotp } from '@mayago/core/identity/factors/index.ts'
import { parsed, textOf } from '$lib/server/forms.ts'
import { drawQr } from '$lib/server/drawQr.ts'
import { actingOwn, loadingOwn } from '$lib/server/ownPages.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, url }) =>
  loadingOwn(locals, url, async () => {
    const { key, uri } = await startTotp(locals.ctx)
    return { key, uri, qr: drawQr(encode(uri, { ecc: 'M', border: 4 })) }
  })

export const actions: Actions = {
  default: async ({ locals, request, url }) => {
    const form = await request.formData()
    return actingOwn(locals, url, async () => ({
      added: await confirmTotp(locals.ctx, parsed(confirmTotpInput, { code: textOf(form, 'code') })),
    }))
  },
}
