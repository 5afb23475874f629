import { redirect } from '@sveltejs/kit'
import { listConnections, unlinkInput, unlinkIssuer } from '@mayago/core/identity/index.ts'
import { to } from '$lib/links.ts'
import { parsed, textOf } from '$lib/server/forms.ts'
import { actingOwn, loadingOwn } from '$lib/server/ownPages.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, url }) =>
  loadingOwn(locals, url, async () => ({
    connections: await listConnections(locals.ctx),
    said: url.searchParams.get('said'),
  }))

export const actions: Actions = {
  remove: async ({ locals, request, url }) => {
    const form = await request.formData()
    return actingOwn(locals, url, async () => {
      await unlinkIssuer(locals.ctx, parsed(unlinkInput, { issuer: textOf(form, 'issuer') }))
      redirect(303, to('/account/connections', { said: 'removed' }))
    })
  },
}
