import { redirect } from '@sveltejs/kit'
import {
  confirmByFactor,
  confirmPasskeyOptions,
  getConfirmStep,
  sendConfirmCode,
} from '@mayago/core/identity/factors/index.ts'
import { confirmIdentity, confirmIdentityInput, getMe } from '@mayago/core/identity/index.ts'
import { to } from '$lib/links.ts'
import { shownMethod } from '$lib/secondStep.ts'
import { parsed, textOf } from '$lib/server/forms.ts'
import { nextPath } from '$lib/server/nextPath.ts'
import { actingOwn, loadingOwn } from '$lib/server/ownPages.ts'
import { proofOf } from '$lib/server/proofOf.ts'
import type { Actions, PageServerLoad } from './$types'

/** Who has a second step shows it again; who has none shows their password. */
export const load: PageServerLoad = ({ locals: { ctx }, locals, url }) =>
  loadingOwn(locals, url, async () => {
    const step = await getConfirmStep(ctx)
    const shown = shownMethod(step.methods, url)
    return {
      ...step,
      shown,
      options: shown === 'passkey' ? await confirmPasskeyOptions(ctx) : null,
      hasPassword: (await getMe(ctx)).hasPassword,
    }
  })

const onwards = (url: URL): never => redirect(303, nextPath(url, to('/account/security')))

export const actions: Actions = {
  show: async ({ locals, request, url }) => {
    const form = await request.formData()
    return actingOwn(
      locals,
      url,
      async () => {
        await confirmByFactor(locals.ctx, { proof: proofOf(form) })
        onwards(url)
      },
      { wasSent: form.get('method') === 'sms' },
      ['signIn'],
    )
  },
  send: ({ locals, url }) =>
    actingOwn(locals, url, async () => ({ sentTo: (await sendConfirmCode(locals.ctx)).phoneEnd }), {}, ['signIn']),
  password: async ({ locals, request, url }) => {
    const password = textOf(await request.formData(), 'password')
    return actingOwn(
      locals,
      url,
      async () => {
        await confirmIdentity(locals.ctx, parsed(confirmIdentityInput, { password }))
        onwards(url)
      },
      {},
      ['signIn'],
    )
  },
}
