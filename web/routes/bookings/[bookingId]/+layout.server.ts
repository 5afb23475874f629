import { redirect } from '@sveltejs/kit'
import { bookingIdInput, getBooking } from '@mayago/core/booking/index.ts'
import { refuse } from '@mayago/kernel/errors.ts'
import { keepLink } from '$lib/server/actor.ts'
import { loading } from '$lib/server/refusing.ts'
import type { LayoutServerLoad } from './$types'

/** A booking for whoever it belongs to. A mail's link is kept in a cookie and leaves the address: it is a key. */
export const load: LayoutServerLoad = async ({ locals, locals: { ctx }, params, url, cookies, depends }) => {
  depends('mayago:booking')
  const link = url.searchParams.get('link')
  if (link !== null) {
    const opened = ctx.services.signer.readBookingLink(link, ctx.now)
    if (opened?.bookingId === params.bookingId) {
      const root = url.pathname.slice(0, url.pathname.indexOf(params.bookingId) + params.bookingId.length)
      keepLink({ cookies, url }, link, root)
    }
    redirect(303, url.pathname)
  }
  return loading(locals, [], async () => {
    const asked = bookingIdInput.safeParse({ bookingId: params.bookingId })
    if (!asked.success) throw refuse('not_found', { what: 'booking' })
    return { booking: await getBooking(ctx, asked.data) }
  })
}
