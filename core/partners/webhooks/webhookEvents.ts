/** What partners may be told of. Seats are not among it: HOOK-6. */
export const WEBHOOK_EVENTS = ['booking.confirmed', 'booking.cancelled', 'experience.changed'] as const
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]

/** Sent only when it is asked for. */
export const TEST_EVENT = 'webhook.tested'
