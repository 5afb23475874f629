import { refreshInput, refreshSession, toTokensView } from '@mayago/core/identity/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(refreshInput, async (ctx, input) =>
  toTokensView(await refreshSession(ctx, { ...input, channel: 'api' })),
)
export const fallback = otherMethods('POST')
