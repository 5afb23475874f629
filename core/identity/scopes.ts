/** What an API key may be good for: a partner asks for as little as it needs. */
export const SCOPES = [
  'catalog.read',
  'holds.write',
  'bookings.read',
  'bookings.write',
  'departures.write',
  'webhooks.manage',
] as const
export type Scope = (typeof SCOPES)[number]
