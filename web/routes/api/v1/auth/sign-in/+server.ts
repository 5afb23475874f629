import { signIn, signInInput, toTokensView } from '@mayago/core/identity/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(
  signInInput,
  async (ctx, input) => toTokensView(await signIn(ctx, { ...input, channel: 'api' })),
  200,
  { limits: ['signIn'] },
)
export const fallback = otherMethods('POST')
