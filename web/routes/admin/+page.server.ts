import { findUsers, findUsersInput } from '@mayago/core/admin/index.ts'
import { parsed } from '$lib/server/forms.ts'
import { loadingOwn } from '$lib/server/ownPages.ts'
import type { PageServerLoad } from './$types'

/** One search box for every account; without words, the newest. */
export const load: PageServerLoad = ({ locals, url }) =>
  loadingOwn(locals, url, async () => {
    const asked = { q: url.searchParams.get('q')?.trim() ?? '', cursor: url.searchParams.get('cursor') ?? '' }
    const isBack = url.searchParams.has('back')
    return { q: asked.q, isBack, found: await findUsers(locals.ctx, parsed(findUsersInput, asked)) }
  })
