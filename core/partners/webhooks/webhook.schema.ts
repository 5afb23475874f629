import { z } from 'zod'
import { instant, optional, plainText, uuid, whole } from '../../inputParts.ts'
import { listOrder } from '../../listOrder.ts'
import { WEBHOOK_EVENTS } from './webhookEvents.ts'

const url = plainText(2000).trim().min(1)
const events = z
  .array(z.enum(WEBHOOK_EVENTS))
  .min(1)
  .transform((names) => [...new Set(names)].sort())

export const createWebhookInput = z.strictObject({
  url,
  events,
  /** Tells of this provider's bookings and experiences, in place of what one's own keys booked. */
  providerId: optional(uuid),
})
export type CreateWebhookInput = z.infer<typeof createWebhookInput>

export const webhookIdInput = z.strictObject({ webhookId: uuid })
export type WebhookIdInput = z.infer<typeof webhookIdInput>

export const changeWebhookInput = webhookIdInput.extend({
  url: optional(url),
  events: events.optional(),
  enabled: z.boolean().optional(),
})
export type ChangeWebhookInput = z.infer<typeof changeWebhookInput>

export const webhookOrder = listOrder({ '-createdAt': 'the newest first', createdAt: 'the oldest first' })

export const listWebhooksInput = z.strictObject({ sort: webhookOrder.input })
export type ListWebhooksInput = z.infer<typeof listWebhooksInput>

export const deliveryOrder = listOrder({ '-createdAt': 'the newest first', createdAt: 'the oldest first' })

export const listDeliveriesInput = webhookIdInput.extend({
  state: optional(z.enum(['pending', 'delivered', 'given_up'])),
  sort: deliveryOrder.input,
  cursor: optional(z.string().max(200)),
  limit: optional(whole(1, 100)),
})
export type ListDeliveriesInput = z.infer<typeof listDeliveriesInput>

/** One delivery, or all that were created since a time and have not arrived. */
export const replayInput = webhookIdInput
  .extend({ deliveryId: optional(uuid), since: optional(instant) })
  .refine(({ deliveryId, since }) => (deliveryId === undefined) !== (since === undefined), {
    path: ['since'],
    message: 'name one delivery, or a time',
  })
export type ReplayInput = z.infer<typeof replayInput>
