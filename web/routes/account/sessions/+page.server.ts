import { endOtherSessions, endSession, listSessions, sessionIdInput } from '@mayago/core/identity/index.ts'
import { leadToProof } from '$lib/server/account.ts'
import { parsed, textOf } from '$lib/server/forms.ts'
import { acting, loading } from '$lib/server/refusing.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) =>
  loading(event.locals, [], () =>
    leadToProof(event, async () => ({ sessions: (await listSessions(event.locals.ctx)).items })),
  )

export const actions: Actions = {
  end: async (event) => {
    const { locals, request } = event
    const form = await request.formData()
    return acting(locals, [], () =>
      leadToProof(event, async () => {
        await endSession(locals.ctx, parsed(sessionIdInput, { sessionId: textOf(form, 'sessionId') }))
        return { ended: 1 }
      }),
    )
  },
  endOthers: (event) => acting(event.locals, [], () => leadToProof(event, () => endOtherSessions(event.locals.ctx))),
}
