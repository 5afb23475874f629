import { listMyHolds } from '@mayago/core/booking/index.ts'
import { to } from '$lib/links.ts'
import type { PageServerLoad } from './$types'

/** A booking that is not paid yet leads back to its checkout, where this browser still holds the seats. */
export const load: PageServerLoad = async ({ locals: { ctx }, parent, url }) => {
  const { booking } = await parent()
  const isNew = url.searchParams.has('new')
  if (booking.state !== 'pending') return { isNew, checkout: null }
  const hold = (await listMyHolds(ctx)).find((held) => held.bookingId === booking.id)
  return { isNew, checkout: hold ? to(`/checkout/${hold.id}`) : null }
}
