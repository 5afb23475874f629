import { createWebhook, createWebhookInput, listManagedProviders, listWebhooks } from '@mayago/core/partners/index.ts'
import { parsed, textOf } from '$lib/server/forms.ts'
import { actingOwn, loadingOwn } from '$lib/server/ownPages.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, locals: { ctx }, url }) =>
  loadingOwn(locals, url, async () => {
    const [{ items: webhooks }, providers] = await Promise.all([listWebhooks(ctx), listManagedProviders(ctx)])
    return { webhooks, providers }
  })

export const actions: Actions = {
  create: async ({ locals, locals: { ctx }, request, url }) => {
    const form = await request.formData()
    const kept = {
      url: textOf(form, 'url'),
      events: form.getAll('events').map(String),
      providerId: textOf(form, 'providerId'),
    }
    return actingOwn(
      locals,
      url,
      async () => ({ made: await createWebhook(ctx, parsed(createWebhookInput, kept)) }),
      kept,
    )
  },
}
