import { toVerifiedView, verifyEmail, verifyEmailInput } from '@mayago/core/identity/index.ts'
import { endpoint, otherMethods } from '$lib/server/endpoint.ts'

export const POST = endpoint(
  verifyEmailInput,
  async (ctx, input) => toVerifiedView(await verifyEmail(ctx, { ...input, channel: 'api' })),
  200,
  { limits: ['signIn'] },
)
export const fallback = otherMethods('POST')
