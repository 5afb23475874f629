import { completeSignIn, completeSignInInput, toTokensView } from '@mayago/core/identity/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(
  completeSignInInput,
  async (ctx, input) => toTokensView(await completeSignIn(ctx, { ...input, channel: 'api' })),
  200,
  { limits: ['signIn'] },
)
export const fallback = otherMethods('POST')
