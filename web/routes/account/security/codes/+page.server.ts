import { getFactors, regenerateRecoveryCodes } from '@mayago/core/identity/factors/index.ts'
import { actingOwn, loadingOwn } from '$lib/server/ownPages.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, url }) =>
  loadingOwn(locals, url, async () => ({ factors: await getFactors(locals.ctx) }))

export const actions: Actions = {
  default: ({ locals, url }) => actingOwn(locals, url, () => regenerateRecoveryCodes(locals.ctx)),
}
