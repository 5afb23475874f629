import type { Ctx } from '../context.ts'
import { placeOf } from '../identity/sealedFields.ts'

/** A traveler's phone as the database keeps it. */
export const sealPhone = (ctx: Ctx, bookingId: string, phone: string | null): string | null =>
  phone === null ? null : ctx.services.sealer.seal(placeOf('bookings', 'contact_phone_sealed', bookingId), phone)

export const openPhone = (ctx: Ctx, bookingId: string, sealed: string | null): string | null =>
  sealed === null ? null : ctx.services.sealer.open(placeOf('bookings', 'contact_phone_sealed', bookingId), sealed)
