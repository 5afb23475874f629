import { redirect } from '@sveltejs/kit'
import {
  beginBookingInput,
  extendHold,
  getBooking,
  getHold,
  holdIdInput,
  releaseHold,
  type BookingView,
} from '@mayago/core/booking/index.ts'
import { getExperience } from '@mayago/core/catalog/index.ts'
import { getMe } from '@mayago/core/identity/index.ts'
import { beginBooking, hostedCheckout } from '@mayago/core/payments/index.ts'
import { getOffer } from '@mayago/core/pricing/index.ts'
import { refuse } from '@mayago/kernel/errors.ts'
import { to } from '$lib/links.ts'
import { parsed, textOf } from '$lib/server/forms.ts'
import { acting, loading } from '$lib/server/refusing.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, locals: { ctx }, params, url, depends }) =>
  loading(locals, [], async () => {
    depends('mayago:hold')
    const hold = await getHold(ctx, holdIdOf(params.holdId))
    const booking = hold.bookingId === null ? null : await getBooking(ctx, { bookingId: hold.bookingId })
    if (booking && booking.state !== 'pending') redirect(303, to(`/bookings/${booking.id}`))
    const [experience, offer, account] = await Promise.all([
      getExperience(ctx, { idOrSlug: hold.experienceId }),
      getOffer(ctx, { departureId: hold.departureId }),
      locals.user === null ? null : getMe(ctx),
    ])
    const { publishable } = ctx.ports.payments
    const isEditing = booking === null || url.searchParams.has('edit')
    return {
      hold,
      booking,
      /** What a person who is signed in need not type. */
      known: account && { name: account.name, email: account.email, phone: account.phone },
      step: isEditing ? ('contact' as const) : ('pay' as const),
      experience: {
        slug: experience.slug,
        title: experience.title,
        picture: experience.pictures[0] ?? null,
        meetingPoint: experience.meetingPoint.name,
      },
      option: experience.options.find(({ id }) => id === hold.optionId)?.title ?? '',
      offer,
      extensionMinutes: ctx.services.settings.extensionMinutes,
      /** Why the last try to pay failed, when Stripe said so on the way back. */
      declined: booking?.payment.declineCode ?? null,
      returned: url.searchParams.get('payment'),
      stripe: { key: publishable.key, isSandbox: publishable.sandbox },
    }
  })

const holdIdOf = (holdId: string) => parsedOrUnknown(holdId)
const parsedOrUnknown = (holdId: string): { holdId: string } => {
  const result = holdIdInput.safeParse({ holdId })
  if (!result.success) throw refuse('not_found', { what: 'hold' })
  return result.data
}

export const actions: Actions = {
  begin: async ({ locals, locals: { ctx }, request, params, url }) => {
    const form = await request.formData()
    const typed = typedOf(form)
    const begun = await acting(
      locals,
      ['checkout'],
      async () => {
        const { name, email, phone, travelers } = typed
        const named = travelers.filter((traveler) => traveler.name.trim() !== '')
        const input = parsed(beginBookingInput, {
          holdId: params.holdId,
          contact: { name, email, phone },
          travelers: named,
        })
        return beginBooking(ctx, input)
      },
      { typed },
    )
    if (!('reference' in begun)) return begun
    redirect(303, begun.state === 'pending' ? pathOf(url) : to(`/bookings/${begun.id}`))
  },
  extend: ({ locals, locals: { ctx }, params }) =>
    acting(locals, [], async () => {
      await extendHold(ctx, holdIdOf(params.holdId))
    }),
  release: async ({ locals, locals: { ctx }, params }) => {
    const released = await acting(locals, [], async () => {
      const hold = await releaseHold(ctx, holdIdOf(params.holdId))
      return { slug: (await getExperience(ctx, { idOrSlug: hold.experienceId })).slug }
    })
    if (!('slug' in released)) return released
    redirect(303, to(`/experiences/${released.slug}`))
  },
  /** Without JavaScript the card is entered on Stripe's own page. */
  hosted: async ({ locals, locals: { ctx }, params, url }) => {
    const opened = await acting(locals, ['checkout'], async () => {
      const booking = await bookingOf(ctx, params.holdId)
      const back = `${url.origin}${pathOf(url)}`
      return hostedCheckout(ctx, { bookingId: booking.id, successUrl: `${back}/return`, cancelUrl: `${back}/return` })
    })
    if (!('url' in opened)) return opened
    redirect(303, opened.url)
  },
  /** Back from Stripe's page to a card form here: one way of paying is open at a time. */
  card: async ({ locals, locals: { ctx }, params, url }) => {
    const reopened = await acting(locals, ['checkout'], async () => {
      const { contact } = await bookingOf(ctx, params.holdId)
      return beginBooking(ctx, parsed(beginBookingInput, { holdId: params.holdId, contact }))
    })
    if (!('reference' in reopened)) return reopened
    redirect(303, pathOf(url))
  },
}

const pathOf = (url: URL): string => url.pathname

const bookingOf = async (ctx: App.Locals['ctx'], holdId: string): Promise<BookingView> => {
  const { bookingId } = await getHold(ctx, holdIdOf(holdId))
  if (bookingId === null) throw refuse('not_found', { what: 'booking' })
  return getBooking(ctx, { bookingId })
}

/** What was typed, kept for a form that has to be looked at again. */
const typedOf = (form: FormData) => ({
  name: textOf(form, 'name'),
  email: textOf(form, 'email'),
  phone: textOf(form, 'phone'),
  travelers: [...form.entries()]
    .filter(([name]) => name.startsWith('traveler.'))
    .map(([name, value]) => ({ unitId: name.split('.')[1] ?? '', name: String(value) })),
})
