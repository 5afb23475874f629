import { z } from 'zod'
import { WEBHOOK_EVENTS } from './webhookEvents.ts'

const instant = z.iso.datetime()

export const webhookView = z
  .object({
    id: z.uuid(),
    url: z.string(),
    events: z.array(z.enum(WEBHOOK_EVENTS)),
    provider: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    createdAt: instant,
    disabledAt: instant.nullable(),
    disabledReason: z.enum(['by_owner', 'gone', 'failing']).nullable(),
    failingSince: instant.nullable().describe('After five days of it the endpoint is switched off.'),
    previousSecretUntil: instant.nullable().describe('Until then the former secret signs too.'),
  })
  .meta({ id: 'Webhook' })
export type WebhookView = z.infer<typeof webhookView>

export const webhookListView = z.object({ items: z.array(webhookView), nextCursor: z.null() })
export type WebhookListView = z.infer<typeof webhookListView>

export const webhookWithSecretView = webhookView.extend({
  secret: z.string().describe('`whsec_…`, as Standard Webhooks libraries take it. Shown this once.'),
})
export type WebhookWithSecretView = z.infer<typeof webhookWithSecretView>

export const attemptView = z.object({
  number: z.int(),
  at: instant,
  status: z.int().nullable(),
  error: z.string().nullable(),
  durationMs: z.int(),
})

export const deliveryView = z
  .object({
    id: z.uuid(),
    eventId: z.string().describe('The webhook-id header: the same for every attempt and replay.'),
    eventType: z.string(),
    payload: z.object({ type: z.string(), timestamp: instant, data: z.record(z.string(), z.unknown()) }),
    state: z.enum(['pending', 'delivered', 'given_up']),
    createdAt: instant,
    nextAttemptAt: instant.nullable(),
    deliveredAt: instant.nullable(),
    attempts: z.array(attemptView),
  })
  .meta({ id: 'Delivery' })
export type DeliveryView = z.infer<typeof deliveryView>

export const deliveryPageView = z.object({ items: z.array(deliveryView), nextCursor: z.string().nullable() })
export type DeliveryPageView = z.infer<typeof deliveryPageView>

export const replayedView = z.object({ replayed: z.int() })
export type ReplayedView = z.infer<typeof replayedView>

export const testedWebhookView = z.object({ deliveryId: z.uuid() })

export const removedWebhookView = z.object({ id: z.uuid() })
