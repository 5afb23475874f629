import { redirect } from '@sveltejs/kit'
import { cancelBooking, cancelBookingInput, cancelQuote, cancelQuoteInput } from '@mayago/core/booking/index.ts'
import { isRefusal } from '@mayago/kernel/errors.ts'
import { to } from '$lib/links.ts'
import { parsed } from '$lib/server/forms.ts'
import { acting, loading } from '$lib/server/refusing.ts'
import type { Actions, PageServerLoad } from './$types'

/** The quote comes first and is an address: `?who=<unit item>&who=…`. */
export const load: PageServerLoad = async ({ locals, locals: { ctx }, params, parent, url }) => {
  const { booking } = await parent()
  if (booking.state !== 'confirmed') redirect(303, to(`/bookings/${booking.id}`))
  const going = booking.items.filter((item) => item.state === 'booked')
  const asked = new Set(url.searchParams.getAll('who'))
  const who = going.length === 1 ? going.map(({ id }) => id) : going.map(({ id }) => id).filter((id) => asked.has(id))
  return loading(locals, [], async () => {
    const unitItemIds = who.length === going.length ? undefined : who
    const quote = who.length === 0 ? null : await quoteOf(ctx, params.bookingId, unitItemIds)
    return { going, who, quote }
  })
}

/** Past the start there is nothing to quote: the booking page says how it stands. */
const quoteOf = async (ctx: App.Locals['ctx'], bookingId: string, unitItemIds?: string[]) => {
  try {
    return await cancelQuote(ctx, parsed(cancelQuoteInput, { bookingId, unitItemIds }))
  } catch (thrown) {
    if (isRefusal(thrown, 'booking_wrong_state')) redirect(303, to(`/bookings/${bookingId}`))
    throw thrown
  }
}

export const actions: Actions = {
  default: async ({ locals, locals: { ctx }, params, request, url }) => {
    const form = await request.formData()
    const who = form.getAll('who').map(String)
    const cancelled = await acting(locals, ['checkout'], () => {
      const unitItemIds = form.get('all') === '1' ? undefined : who
      const input = { bookingId: params.bookingId, unitItemIds, refundMinor: Number(form.get('refundMinor')) }
      return cancelBooking(ctx, parsed(cancelBookingInput, input))
    })
    if (!('reference' in cancelled)) return cancelled
    redirect(303, url.pathname.replace(/\/cancel$/, ''))
  },
}
