/** What ties a booking's charges to the transfers made of them at Stripe. */
export const transferGroupOf = (bookingId: string): string => `booking-${bookingId}`
