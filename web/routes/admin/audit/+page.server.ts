import { listActs, listActsInput } from '@mayago/core/admin/index.ts'
import { AUDIT_ACTIONS } from '@mayago/core/audit/index.ts'
import { parsed } from '$lib/server/forms.ts'
import { loadingOwn } from '$lib/server/ownPages.ts'
import type { PageServerLoad } from './$types'

const FILTERS = ['subject', 'actor', 'action', 'cursor'] as const

export const load: PageServerLoad = ({ locals, url }) =>
  loadingOwn(locals, url, async () => {
    const asked = Object.fromEntries(FILTERS.map((name) => [name, url.searchParams.get(name)?.trim() ?? '']))
    const { subject = '', actor = '', action = '' } = asked
    return {
      subject,
      actor,
      action,
      actions: AUDIT_ACTIONS,
      acts: await listActs(locals.ctx, parsed(listActsInput, asked)),
    }
  })
