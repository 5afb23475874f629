import { getDevMail } from '@mayago/core/documents/index.ts'
import { refuse } from '@mayago/kernel/errors.ts'
import { isId } from '@mayago/kernel/ids.ts'
import { loading } from '$lib/server/refusing.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, locals: { ctx }, params, parent }) => {
  await parent()
  return loading(locals, [], async () => {
    if (!isId(params.mailId)) throw refuse('not_found', { what: 'mail' })
    const { subject, text } = await getDevMail(ctx, { mailId: params.mailId })
    return { mailId: params.mailId, subject, text }
  })
}
