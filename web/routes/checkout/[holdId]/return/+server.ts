import { error, redirect } from '@sveltejs/kit'
import { getHold, holdIdInput } from '@mayago/core/booking/index.ts'
import { settlePayment } from '@mayago/core/payments/index.ts'
import { to } from '$lib/links.ts'
import { loading } from '$lib/server/refusing.ts'
import type { RequestHandler } from './$types'

/** Where Stripe sends the traveler back to: asks how the payment stands and goes on to the tickets, or back to pay. */
export const GET: RequestHandler = async ({ locals, locals: { ctx }, params }) => {
  const asked = holdIdInput.safeParse({ holdId: params.holdId })
  if (!asked.success) error(404)
  const goal = await loading(locals, ['checkout'], async () => {
    const { bookingId } = await getHold(ctx, asked.data)
    if (bookingId === null) return to(`/checkout/${params.holdId}`)
    const booking = await settlePayment(ctx, { bookingId })
    if (booking.state !== 'pending')
      return to(`/bookings/${booking.id}`, { new: booking.state === 'confirmed' ? 1 : null })
    const isDeciding = booking.payment.state === 'processing'
    return to(`/checkout/${params.holdId}`, { payment: isDeciding ? 'processing' : 'failed' })
  })
  redirect(303, goal)
}
