import { redirect } from '@sveltejs/kit'
import {
  actAs,
  changeRole,
  changeRoleInput,
  getUser,
  suspendUser,
  suspendUserInput,
  unsuspendUser,
  userIdInput,
} from '@mayago/core/admin/index.ts'
import { refuse } from '@mayago/kernel/errors.ts'
import { to } from '$lib/links.ts'
import { parsed, textOf } from '$lib/server/forms.ts'
import { actingOwn, loadingOwn } from '$lib/server/ownPages.ts'
import { keepActing } from '$lib/server/sessionCookies.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, params, url }) =>
  loadingOwn(locals, url, async () => ({ user: await getUser(locals.ctx, idOf(params)) }))

export const actions: Actions = {
  suspend: async ({ locals, params, request, url }) => {
    const reason = textOf(await request.formData(), 'reason')
    return actingOwn(
      locals,
      url,
      () => suspendUser(locals.ctx, parsed(suspendUserInput, { ...idOf(params), reason })),
      { reason },
    )
  },
  unsuspend: ({ locals, params, url }) => actingOwn(locals, url, () => unsuspendUser(locals.ctx, idOf(params))),
  role: async ({ locals, params, request, url }) => {
    const role = textOf(await request.formData(), 'role')
    return actingOwn(locals, url, () => changeRole(locals.ctx, parsed(changeRoleInput, { ...idOf(params), role })))
  },
  actAs: async (event) => {
    const { locals, params, url } = event
    const opened = await actingOwn(locals, url, () => actAs(locals.ctx, { ...idOf(params), channel: 'browser' }))
    if (!('accessToken' in opened)) return opened
    keepActing(event, opened)
    redirect(303, to('/account'))
  },
}

const idOf = ({ userId }: { userId: string }): { userId: string } => {
  const asked = userIdInput.safeParse({ userId })
  if (!asked.success) throw refuse('not_found', { what: 'user' })
  return asked.data
}
