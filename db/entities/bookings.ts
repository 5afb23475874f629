import { defineEntity, p } from '@mikro-orm/postgresql'
import type { StoredPolicy } from './catalog.ts'

/** One line of a held party with its frozen price: unit, how many, minor units each. */
export type StoredPartyLine = [unitId: string, quantity: number, minor: number]

const HoldSchema = defineEntity({
  name: 'Hold',
  tableName: 'holds',
  properties: {
    id: p.uuid().primary(),
    departureId: p.uuid(),
    state: p.enum(['live', 'lapsed', 'released', 'confirmed'] as const).default('live'),
    seats: p.integer(),
    party: p.json<StoredPartyLine[]>(),
    totalMinor: p.bigint('number'),
    currency: p.string(),
    holder: p.string(),
    address: p.string().columnType('inet').nullable(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    extendedAt: p.datetime().nullable(),
  },
})
export class Hold extends HoldSchema.class {}
HoldSchema.setClass(Hold)

const BookingSchema = defineEntity({
  name: 'Booking',
  tableName: 'bookings',
  properties: {
    id: p.uuid().primary(),
    localDate: p.date().primary(),
    state: p.enum(['pending', 'confirmed', 'cancelled', 'expired', 'redeemed'] as const),
    outcome: p.enum(['paid_too_late_refunded', 'hold_lapsed'] as const).nullable(),
    departureId: p.uuid(),
    experienceId: p.uuid(),
    optionId: p.uuid(),
    providerId: p.uuid(),
    holdId: p.uuid(),
    userId: p.uuid().nullable(),
    guestId: p.uuid().nullable(),
    apiKeyId: p.uuid().nullable(),
    locale: p.string(),
    contactName: p.string(),
    contactEmail: p.string(),
    contactPhoneSealed: p.string().nullable(),
    totalMinor: p.bigint('number'),
    currency: p.string(),
    commissionPercent: p.smallint(),
    policy: p.json<StoredPolicy>(),
    createdAt: p.datetime().defaultRaw('clock_timestamp()'),
    confirmedAt: p.datetime().nullable(),
    cancelledAt: p.datetime().nullable(),
    fundsReleasedAt: p.datetime().nullable(),
  },
})
export class Booking extends BookingSchema.class {}
BookingSchema.setClass(Booking)

const BookingRefSchema = defineEntity({
  name: 'BookingRef',
  tableName: 'booking_refs',
  properties: {
    bookingId: p.uuid().primary(),
    localDate: p.date(),
    reference: p.string(),
    holdId: p.uuid(),
  },
})
export class BookingRef extends BookingRefSchema.class {}
BookingRefSchema.setClass(BookingRef)

const UnitItemSchema = defineEntity({
  name: 'UnitItem',
  tableName: 'unit_items',
  properties: {
    id: p.uuid().primary(),
    holdId: p.uuid(),
    bookingId: p.uuid().nullable(),
    localDate: p.date().nullable(),
    unitId: p.uuid(),
    position: p.smallint(),
    travelerName: p.string().nullable(),
    seats: p.smallint(),
    priceMinor: p.bigint('number'),
    taxMinor: p.bigint('number').default(0),
    discountMinor: p.bigint('number').default(0),
    state: p.enum(['held', 'booked', 'cancelled', 'redeemed'] as const).default('held'),
  },
})
export class UnitItem extends UnitItemSchema.class {}
UnitItemSchema.setClass(UnitItem)

const TicketSchema = defineEntity({
  name: 'Ticket',
  tableName: 'tickets',
  properties: {
    id: p.uuid().primary(),
    unitItemId: p.uuid(),
    bookingId: p.uuid(),
    localDate: p.date(),
    code: p.string(),
    token: p.text(),
    state: p.enum(['valid', 'void', 'redeemed'] as const).default('valid'),
    issuedAt: p.datetime().defaultRaw('clock_timestamp()'),
    redeemedAt: p.datetime().nullable(),
  },
})
export class Ticket extends TicketSchema.class {}
TicketSchema.setClass(Ticket)
