import { createApiKey, createWebhook, testWebhook } from '../../../core/partners/index.ts'
import type { FuzzWorld } from '../fuzzWorld.ts'
import type { Recipes } from './recipe.ts'

/** Nobody listens there; what is sent waits for its next attempt. */
const url = 'http://127.0.0.1:9/hook'

/** An endpoint of somebody's own, with a delivery that waits. */
const webhook = async (w: FuzzWorld) => {
  const { bearer, ctx } = await w.newMember()
  const { id: webhookId } = await createWebhook(ctx(), { url, events: ['booking.confirmed'] })
  const { deliveryId } = await testWebhook(ctx(), { webhookId })
  w.known.learn({ webhookId, deliveryId })
  return { bearer, path: { webhookId }, deliveryId }
}

const ofWebhook = async (w: FuzzWorld) => {
  const { bearer, path } = await webhook(w)
  return { bearer, path }
}

export const partners: Recipes = {
  'GET /api-keys': async (w) => ({ bearer: (await w.member()).bearer }),
  'POST /api-keys': async (w) => ({
    bearer: (await w.newMember()).bearer,
    body: {
      name: 'Shop',
      scopes: w.chance.pick([['catalog.read'], ['holds.write', 'bookings.write', 'holds.write']]),
      ...w.chance.pick<object>([{}, { expiresAt: '2030-01-01T00:00:00+02:00' }]),
    },
  }),
  'DELETE /api-keys/{keyId}': async (w) => {
    const { bearer, ctx } = await w.newMember()
    const { id: keyId } = await createApiKey(ctx(), { name: 'Old', scopes: ['catalog.read'] })
    return { bearer, path: { keyId } }
  },
  'GET /webhooks': async (w) => ({
    bearer: await w.chance.pick([w.partnerKey, async () => (await webhook(w)).bearer])(),
  }),
  'POST /webhooks': async (w) => ({
    bearer: await w.chance.pick([w.partnerKey, async () => (await w.newMember()).bearer])(),
    body: { url, events: w.chance.pick([['booking.confirmed'], ['experience.changed', 'booking.confirmed']]) },
  }),
  'GET /webhooks/{webhookId}': ofWebhook,
  'PATCH /webhooks/{webhookId}': async (w) => ({
    ...(await ofWebhook(w)),
    body: w.chance.pick<object>([{ enabled: false }, { events: ['experience.changed'] }, { url: `${url}2` }, {}]),
  }),
  'DELETE /webhooks/{webhookId}': ofWebhook,
  'GET /webhooks/{webhookId}/deliveries': async (w) => ({
    ...(await ofWebhook(w)),
    query: w.chance.pick<Record<string, string>>([{}, { state: 'pending', limit: '1' }]),
  }),
  'POST /webhooks/{webhookId}/replay': async (w) => {
    const { bearer, path, deliveryId } = await webhook(w)
    return { bearer, path, body: w.chance.pick<object>([{ deliveryId }, { since: '2026-01-01T00:00:00Z' }]) }
  },
  'POST /webhooks/{webhookId}/rotate-secret': ofWebhook,
  'POST /webhooks/{webhookId}/test': ofWebhook,
}
