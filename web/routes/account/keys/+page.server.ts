import {
  apiKeyIdInput,
  createApiKey,
  createApiKeyInput,
  listApiKeys,
  listManagedProviders,
  revokeApiKey,
} from '@mayago/core/partners/index.ts'
import { parsed, textOf } from '$lib/server/forms.ts'
import { actingOwn, loadingOwn } from '$lib/server/ownPages.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, locals: { ctx }, url }) =>
  loadingOwn(locals, url, async () => {
    const [keys, providers] = await Promise.all([listApiKeys(ctx), listManagedProviders(ctx)])
    const isOver = ({ revokedAt, expiresAt }: (typeof keys.items)[number]): boolean =>
      revokedAt !== null || (expiresAt !== null && expiresAt <= ctx.now.toISOString())
    return {
      live: keys.items.filter((key) => !isOver(key)),
      over: keys.items.filter(isOver),
      providers,
      today: ctx.now.toISOString().slice(0, 10),
    }
  })

export const actions: Actions = {
  create: async ({ locals, locals: { ctx }, request, url }) => {
    const form = await request.formData()
    const kept = {
      name: textOf(form, 'name'),
      scopes: form.getAll('scopes').map(String),
      providerId: textOf(form, 'providerId'),
      endsOn: textOf(form, 'endsOn'),
    }
    const { name, scopes, providerId, endsOn } = kept
    const input = { name, scopes, providerId, expiresAt: endsOn === '' ? '' : `${endsOn}T23:59:59Z` }
    return actingOwn(
      locals,
      url,
      async () => ({ made: await createApiKey(ctx, parsed(createApiKeyInput, input)) }),
      kept,
    )
  },
  revoke: async ({ locals, locals: { ctx }, request, url }) => {
    const form = await request.formData()
    return actingOwn(locals, url, async () => ({
      revoked: await revokeApiKey(ctx, parsed(apiKeyIdInput, { keyId: textOf(form, 'keyId') })),
    }))
  },
}
