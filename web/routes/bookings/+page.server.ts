import { listMyBookings, listMyHolds } from '@mayago/core/booking/index.ts'
import { getExperience } from '@mayago/core/catalog/index.ts'
import { getOffer } from '@mayago/core/pricing/index.ts'
import { loading } from '$lib/server/refusing.ts'
import type { PageServerLoad } from './$types'

/** What this browser's guest has booked and is holding. */
export const load: PageServerLoad = ({ locals, locals: { ctx } }) =>
  loading(locals, [], async () => {
    const [bookings, holds] = await Promise.all([listMyBookings(ctx), listMyHolds(ctx)])
    const open = await Promise.all(
      holds.map(async (hold) => {
        const [experience, offer] = await Promise.all([
          getExperience(ctx, { idOrSlug: hold.experienceId }),
          getOffer(ctx, { departureId: hold.departureId }),
        ])
        return { hold, title: experience.title, offer }
      }),
    )
    const now = ctx.now.getTime()
    const settled = bookings.filter((booking) => booking.state !== 'pending')
    return {
      open,
      upcoming: settled.filter(
        (booking) => Date.parse(booking.departure.endsAt) >= now && booking.state === 'confirmed',
      ),
      past: settled.filter((booking) => Date.parse(booking.departure.endsAt) < now || booking.state !== 'confirmed'),
    }
  })
