import { exportMyData } from '@mayago/core/identity/index.ts'
import { loadingOwn } from '$lib/server/ownPages.ts'
import { assertWithinLimits } from '@mayago/core/takeLimits.ts'
import type { RequestHandler } from './$types'

/** All that we know of a person, as a file of theirs alone. Whoever signed in a while ago confirms that first. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const page = new URL(url.pathname.replace(/\/my-data\.json$/, ''), url)
  const data = await loadingOwn(locals, page, async () => {
    await assertWithinLimits(locals.ctx, ['reset'])
    return exportMyData(locals.ctx)
  })
  return new Response(JSON.stringify(data, null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="mayago-my-data.json"',
      'cache-control': 'private, no-store',
    },
  })
}
