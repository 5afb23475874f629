import type { BookingView, TicketView, UnitItemView } from '../booking/booking.view.ts'

/** A person whose ticket opens the gate. */
export type TicketedItem = UnitItemView & { ticket: TicketView }

export const ticketedItems = (booking: BookingView): TicketedItem[] =>
  booking.items.filter((item): item is TicketedItem => item.ticket !== null && item.ticket.state !== 'void')
