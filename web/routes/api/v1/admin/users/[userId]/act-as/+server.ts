import { actAs, userIdInput } from '@mayago/core/admin/index.ts'
import { toTokensView } from '@mayago/core/identity/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(
  userIdInput,
  async (ctx, input) => toTokensView(await actAs(ctx, { ...input, channel: 'api' })),
  201,
)
export const fallback = otherMethods('POST')
