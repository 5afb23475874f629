import { z } from 'zod'
import { PAGE_SIZE_MAX } from '@mayago/kernel/page.ts'
import { optional, personName, whole } from '../inputParts.ts'
import { listOrder } from '../listOrder.ts'
import { partyLines, uuid } from '../pricing/index.ts'

export const placeHoldInput = z.strictObject({ departureId: uuid, units: partyLines })
export type PlaceHoldInput = z.infer<typeof placeHoldInput>

export const holdIdInput = z.strictObject({ holdId: uuid })
export type HoldIdInput = z.infer<typeof holdIdInput>

export const contactInput = z.strictObject({
  name: personName,
  email: z.email().max(254),
  /** E.164, or as people write it: spaces, dots, dashes and brackets are dropped. */
  phone: z
    .string()
    .trim()
    .transform((phone) => phone.replace(/[\s().-]/g, ''))
    .pipe(z.string().regex(/^(\+?[0-9]{6,15})?$/))
    .transform((phone) => (phone === '' ? null : phone))
    .nullish()
    .transform((phone) => phone ?? null),
})

export const beginBookingInput = z.strictObject({
  holdId: uuid,
  contact: contactInput,
  travelers: z
    .array(z.strictObject({ unitId: uuid, name: personName }))
    .max(100)
    .default([]),
})
export type BeginBookingInput = z.infer<typeof beginBookingInput>

export const bookingIdInput = z.strictObject({ bookingId: uuid })
export type BookingIdInput = z.infer<typeof bookingIdInput>

export const bookingOrder = listOrder({
  '-startsAt': 'the latest departure first',
  startsAt: 'the earliest departure first',
  '-createdAt': 'the latest booking first',
  createdAt: 'the earliest booking first',
})

export const listBookingsInput = z.strictObject({
  sort: bookingOrder.input,
  limit: optional(whole(1, PAGE_SIZE_MAX)),
  cursor: optional(z.string().max(200)),
})
export type ListBookingsInput = z.infer<typeof listBookingsInput>

export const cancelQuoteInput = z.strictObject({
  bookingId: uuid,
  /** Whose places; left out, everybody's. */
  unitItemIds: z.array(uuid).min(1).max(100).optional(),
})
export type CancelQuoteInput = z.infer<typeof cancelQuoteInput>

export const cancelBookingInput = cancelQuoteInput.extend({
  /** What the quote said, in minor units: a cancellation never surprises. */
  refundMinor: z.int().min(0),
})
export type CancelBookingInput = z.infer<typeof cancelBookingInput>
