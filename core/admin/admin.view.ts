import type { JsonValue } from '@mayago/kernel/json.ts'
import type { AuditActor } from '../audit/index.ts'
import type { PlatformRole } from '../identity/actor.ts'

export interface UserRowView {
  id: string
  email: string
  name: string
  role: PlatformRole
  createdAt: string
  suspendedAt: string | null
  erasedAt: string | null
}

/** A booking that was searched for, and whose it is. */
export interface FoundBookingView {
  id: string
  reference: string
  state: string
  userId: string | null
}

export interface UserView extends UserRowView {
  locale: string
  emailVerified: boolean
  suspendedReason: string | null
  /** Sessions that are open now. */
  sessions: number
  /** The latest twenty. */
  bookings: (FoundBookingView & { localDate: string })[]
  providers: { id: string; name: string; role: string }[]
}

export interface ActView {
  id: string
  at: string
  actor: AuditActor
  action: string
  subject: string
  data: Record<string, JsonValue>
  requestId: string
}
