export { assertBooking } from './bookingAccess.ts'
export {
  beginBookingInput,
  bookingIdInput,
  cancelBookingInput,
  cancelQuoteInput,
  contactInput,
  holdIdInput,
  listBookingsInput,
  placeHoldInput,
  type BeginBookingInput,
  type BookingIdInput,
  type CancelBookingInput,
  type CancelQuoteInput,
  type HoldIdInput,
  type ListBookingsInput,
  type PlaceHoldInput,
} from './booking.schema.ts'
export * from './booking.view.ts'
export { cancelBooking } from './cancelBooking.ts'
export { cancelQuote, type RefundShare } from './cancelQuote.ts'
export { confirmBooking } from './confirmBooking.ts'
export { extendHold } from './extendHold.ts'
export { getBooking, listBookings, listMyBookings, readBooking } from './getBooking.ts'
export { getHold, listMyHolds } from './getHold.ts'
export { assertHold } from './holdAccess.ts'
export { idempotently, idempotentlySealed, pruneIdempotencyKeys } from './idempotency.ts'
export { keepWhilePaying, openBooking } from './openBooking.ts'
export { moveBooking } from './moveBooking.ts'
export { placeHold } from './placeHold.ts'
export { planRefunds } from './planRefunds.ts'
export { releaseHold } from './releaseHold.ts'
export { createSeatDesk, type SeatDesk } from './seatDesk.ts'
export { sweepLapsed } from './sweepLapsed.ts'
export { verifySeats, type SeatMismatch } from './verifySeats.ts'
