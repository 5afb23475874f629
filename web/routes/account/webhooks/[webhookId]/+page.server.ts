import { redirect } from '@sveltejs/kit'
import {
  changeWebhook,
  changeWebhookInput,
  getWebhook,
  listDeliveries,
  listDeliveriesInput,
  removeWebhook,
  replayDeliveries,
  replayInput,
  rotateWebhookSecret,
  testWebhook,
  webhookIdInput,
} from '@mayago/core/partners/index.ts'
import { to } from '$lib/links.ts'
import { parsed, textOf } from '$lib/server/forms.ts'
import { acting, loading } from '$lib/server/refusing.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, locals: { ctx }, params, url }) =>
  loading(locals, [], async () => {
    const asked = parsed(listDeliveriesInput, { ...params, cursor: url.searchParams.get('cursor') })
    const [webhook, deliveries] = await Promise.all([getWebhook(ctx, asked), listDeliveries(ctx, asked)])
    return { webhook, deliveries, dayAgo: new Date(ctx.now.getTime() - 86_400_000).toISOString().slice(0, 16) }
  })

export const actions: Actions = {
  change: async ({ locals, locals: { ctx }, params, request }) => {
    const form = await request.formData()
    const kept = { url: textOf(form, 'url'), events: form.getAll('events').map(String) }
    const input = { ...params, ...kept }
    return acting(
      locals,
      [],
      async () => ({ changed: await changeWebhook(ctx, parsed(changeWebhookInput, input)) }),
      kept,
    )
  },
  switch: async ({ locals, locals: { ctx }, params, request }) => {
    const form = await request.formData()
    const input = { ...params, enabled: textOf(form, 'enabled') === '1' }
    return acting(locals, [], async () => ({ changed: await changeWebhook(ctx, parsed(changeWebhookInput, input)) }))
  },
  rotate: ({ locals, locals: { ctx }, params }) =>
    acting(locals, [], async () => ({ rotated: await rotateWebhookSecret(ctx, parsed(webhookIdInput, params)) })),
  test: ({ locals, locals: { ctx }, params }) =>
    acting(locals, [], async () => {
      await testWebhook(ctx, parsed(webhookIdInput, params))
      return { tested: true }
    }),
  replay: async ({ locals, locals: { ctx }, params, request }) => {
    const form = await request.formData()
    const since = textOf(form, 'since')
    const input = {
      ...params,
      deliveryId: textOf(form, 'deliveryId'),
      since: since === '' ? '' : `${since.length === 16 ? `${since}:00` : since}Z`,
    }
    return acting(locals, [], () => replayDeliveries(ctx, parsed(replayInput, input)))
  },
  remove: async ({ locals, locals: { ctx }, params }) => {
    const removed = await acting(locals, [], () => removeWebhook(ctx, parsed(webhookIdInput, params)))
    if (!('id' in removed)) return removed
    redirect(303, to('/account/webhooks'))
  },
}
