import { z } from 'zod'
import { AUDIT_ACTIONS } from '../audit/index.ts'
import { PAGE_SIZE_MAX } from '@mayago/kernel/page.ts'
import { optional, plainText, uuid, whole } from '../inputParts.ts'
import { listOrder } from '../listOrder.ts'

const page = { limit: optional(whole(1, PAGE_SIZE_MAX)), cursor: optional(z.string().max(500)) }

export const userOrder = listOrder({ '-createdAt': 'the newest first', createdAt: 'the oldest first' })

/** One search box: an id, a part of an e-mail or name, a booking's reference; nothing for the newest. */
export const findUsersInput = z.strictObject({
  q: optional(plainText(254).pipe(z.string().trim().min(2))),
  sort: userOrder.input,
  ...page,
})
export type FindUsersInput = z.infer<typeof findUsersInput>

export const userIdInput = z.strictObject({ userId: uuid })
export type UserIdInput = z.infer<typeof userIdInput>

/** A reason is asked for because others will have to understand it later; the person never sees it. */
export const suspendUserInput = userIdInput.extend({ reason: plainText(500).pipe(z.string().trim().min(3)) })
export type SuspendUserInput = z.infer<typeof suspendUserInput>

export const changeRoleInput = userIdInput.extend({ role: z.enum(['traveler', 'support', 'admin']) })
export type ChangeRoleInput = z.infer<typeof changeRoleInput>

export const actOrder = listOrder({ '-at': 'the latest first', at: 'the earliest first' })

export const listActsInput = z.strictObject({
  /** `<kind>:<id>`, such as `user:…` or `booking:…`. */
  subject: optional(
    z
      .string()
      .trim()
      .regex(/^[a-zA-Z]+:[\w.-]{1,100}$/),
  ),
  /** Who did it, the admin behind somebody included. */
  actor: optional(uuid),
  action: optional(z.enum(AUDIT_ACTIONS)),
  sort: actOrder.input,
  ...page,
})
export type ListActsInput = z.infer<typeof listActsInput>
