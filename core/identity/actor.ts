import type { GuestId, UserId } from '@mayago/kernel/ids.ts'

/** Who asks. A provider is an organisation with members, never an actor. */
export type Actor =
  /** A signed HttpOnly guest cookie; over REST a hold token or nothing yet. */
  | { kind: 'anonymous'; guestId: GuestId | null; holdToken: string | null }
  /** A signed link in a mail, good for one booking. */
  | { kind: 'link'; bookingId: string; localDate: string; guestId: GuestId | null }
  | { kind: 'user'; userId: UserId; guestId: GuestId | null }
  | { kind: 'system'; job: string }
