import { passkeySignInInput, signInWithPasskey } from '@mayago/core/identity/factors/index.ts'
import { toTokensView } from '@mayago/core/identity/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(
  passkeySignInInput,
  async (ctx, input) => toTokensView(await signInWithPasskey(ctx, { ...input, channel: 'api' })),
  200,
  { limits: ['signIn'] },
)
export const fallback = otherMethods('POST')
