import { m } from '@mayago/kernel/i18n/messages.js'
import type { Scope } from '@mayago/core/identity/scopes.ts'

/** What each scope lets a key do, in a few words. The order is that of a form. */
export const SCOPE_WORDS = {
  'catalog.read': m.scope_catalog_read,
  'holds.write': m.scope_holds_write,
  'bookings.read': m.scope_bookings_read,
  'bookings.write': m.scope_bookings_write,
  'departures.write': m.scope_departures_write,
  'webhooks.manage': m.scope_webhooks_manage,
} satisfies Record<Scope, () => string>
