import type { ApiKeyId, GuestId, ProviderId, SessionId, UserId } from '@mayago/kernel/ids.ts'
import type { Scope } from './scopes.ts'

/** Who asks. A provider is an organisation with members, never an actor. */
export type Actor =
  /** A signed HttpOnly guest cookie; over REST a hold token or nothing yet. */
  | { kind: 'anonymous'; guestId: GuestId | null; holdToken: string | null }
  /** A signed link in a mail, good for one booking. */
  | { kind: 'link'; bookingId: string; localDate: string; guestId: GuestId | null }
  | { kind: 'user'; userId: UserId; guestId: GuestId | null; session: SessionFacts }
  /** A partner's program, for the user who made the key, and for one provider when it was made for one. */
  | { kind: 'apiKey'; keyId: ApiKeyId; userId: UserId; providerId: ProviderId | null; scopes: readonly Scope[] }
  | { kind: 'system'; job: string }

/** What the house lets a person do beyond their own things. */
export type PlatformRole = 'traveler' | 'support' | 'admin'

/** What is known of a sign-in, as fresh as its last check against revocations. */
export interface SessionFacts {
  sessionId: SessionId
  role: PlatformRole
  emailVerified: boolean
  /** When a password, passkey or issuer was last shown, as an ISO instant: sensitive things ask for a recent one. */
  signedInAt: string
  /** Whether this sign-in passed a second factor. */
  secondFactor: boolean
  /** The admin who acts as this user; null when it is the user. Written into every audit entry. */
  actedBy: UserId | null
}
