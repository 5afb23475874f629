import { z } from 'zod'
import { AUDIT_ACTIONS, type AuditActor } from '../audit/index.ts'
import { bookingView } from '../booking/index.ts'
import { count, idView, instantView, pageOf } from '../viewParts.ts'

export const userRowView = z
  .object({
    id: idView,
    email: z.string(),
    name: z.string(),
    role: z.enum(['traveler', 'support', 'admin']),
    createdAt: instantView,
    suspendedAt: instantView.nullable(),
    erasedAt: instantView.nullable(),
  })
  .meta({ id: 'UserRow' })
export type UserRowView = z.infer<typeof userRowView>

const foundBookingView = z.object({
  id: idView,
  reference: z.string(),
  state: bookingView.shape.state,
  userId: idView.nullable(),
})
/** A booking that was searched for, and whose it is. */
export type FoundBookingView = z.infer<typeof foundBookingView>

export const foundUsersView = pageOf(userRowView).extend({
  booking: foundBookingView.nullable().meta({ description: 'Where a booking’s id or reference was asked for.' }),
})
export type FoundUsers = z.infer<typeof foundUsersView>

const auditActorView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('anonymous'), guestId: z.string().nullable() }),
  z.object({ kind: z.literal('link'), bookingId: z.string() }),
  z.object({ kind: z.literal('user'), userId: z.string(), sessionId: z.string(), actedBy: z.string().nullable() }),
  z.object({ kind: z.literal('apiKey'), keyId: z.string(), userId: z.string() }),
  z.object({ kind: z.literal('system'), job: z.string() }),
]) satisfies z.ZodType<AuditActor>

export const actView = z
  .object({
    id: idView,
    at: instantView,
    actor: auditActorView,
    action: z.enum(AUDIT_ACTIONS),
    subject: z.string().meta({ description: '`<kind>:<id>`, such as `user:…` or `booking:…`.' }),
    data: z.record(z.string(), z.unknown()).meta({ description: 'Ids, states and amounts; no contact data.' }),
    requestId: z.string(),
  })
  .meta({ id: 'Act' })
export type ActView = z.infer<typeof actView>

export const actPage = pageOf(actView)
export type ActPage = z.infer<typeof actPage>

export const userView = userRowView.extend({
  locale: z.string(),
  emailVerified: z.boolean(),
  suspendedReason: z.string().nullable(),
  sessions: count.meta({ description: 'That are open now.' }),
  bookings: z.array(foundBookingView.extend({ localDate: z.iso.date() })).meta({ description: 'The latest twenty.' }),
  providers: z.array(z.object({ id: idView, name: z.string(), role: z.enum(['owner', 'manager', 'guide']) })),
  timeline: z.array(actView).meta({ description: 'What it did and what was done to it, the latest fifty.' }),
})
export type UserView = z.infer<typeof userView>
