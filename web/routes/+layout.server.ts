import { listPlaces } from '@mayago/core/catalog/index.ts'
import { listIssuers } from '@mayago/core/identity/index.ts'
import type { LayoutServerLoad } from './$types'

/** The places stand on every page that may have to help somebody on. Without a database the page still answers. */
export const load: LayoutServerLoad = async ({ locals }) => ({
  locale: locals.locale,
  theme: locals.theme,
  now: locals.ctx.now.toISOString(),
  issuers: listIssuers(locals.ctx),
  places: await listPlaces(locals.ctx).catch((error: unknown) => {
    locals.ctx.ports.log.error({ err: error, requestId: locals.requestId }, 'places are missing from the page')
    return []
  }),
})
