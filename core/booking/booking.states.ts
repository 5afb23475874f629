import type { BookingState } from './booking.view.ts'

/** A booking's states and the moves between them: all there are. */
export const BOOKING_MOVES = {
  pending: ['confirmed', 'expired', 'cancelled'],
  confirmed: ['redeemed', 'cancelled'],
  // Money that came after its hold had lapsed takes free seats again.
  expired: ['confirmed'],
  redeemed: [],
  cancelled: [],
} as const satisfies Record<BookingState, readonly BookingState[]>

/** The states from which a booking may come to `to`. */
export const sourcesOf = (to: BookingState): BookingState[] =>
  (Object.keys(BOOKING_MOVES) as BookingState[]).filter((from) => canMove(from, to))

export const canMove = (from: BookingState, to: BookingState): boolean =>
  (BOOKING_MOVES[from] as readonly BookingState[]).includes(to)
