/** What partners may be told of. Those of departures are many and live already: rooms carry them. */
export const WEBHOOK_EVENTS = ['booking.confirmed', 'booking.cancelled', 'experience.changed'] as const
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]

/** Sent only when it is asked for. */
export const TEST_EVENT = 'webhook.tested'
