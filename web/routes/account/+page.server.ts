import { redirect } from '@sveltejs/kit'
import { listMyBookings } from '@mayago/core/booking/index.ts'
import { changeProfile, changeProfileInput, getMe, resendVerification } from '@mayago/core/identity/index.ts'
import { inLocale } from '$lib/links.ts'
import { leadToProof } from '$lib/server/account.ts'
import { parsed, textOf } from '$lib/server/forms.ts'
import { acting, loading } from '$lib/server/refusing.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { ctx } = event.locals
  return loading(event.locals, [], () =>
    leadToProof(event, async () => {
      const [account, bookings] = await Promise.all([getMe(ctx), listMyBookings(ctx)])
      const now = ctx.now.getTime()
      const upcoming = bookings.filter(
        ({ state, departure }) => state === 'confirmed' && Date.parse(departure.endsAt) >= now,
      )
      return {
        account,
        next: upcoming[0] ?? null,
        upcoming: upcoming.length,
        isNew: event.url.searchParams.has('new'),
        isSaved: event.url.searchParams.has('saved'),
        proven: event.url.searchParams.get('proven'),
      }
    }),
  )
}

export const actions: Actions = {
  profile: async (event) => {
    const { locals, request } = event
    const form = await request.formData()
    const typed = { name: textOf(form, 'name'), phone: textOf(form, 'phone'), locale: textOf(form, 'locale') }
    return acting(
      locals,
      [],
      () =>
        leadToProof(event, async () => {
          const before = await getMe(locals.ctx)
          const { locale } = await changeProfile(locals.ctx, parsed(changeProfileInput, typed))
          // Whoever chooses another language reads on in it.
          if (locale !== before.locale) redirect(303, inLocale(locale, '/account', { saved: 1 }))
          return { isSaved: true }
        }),
      { typed },
    )
  },
  resend: (event) =>
    acting(event.locals, ['reset'], () =>
      leadToProof(event, async () => {
        await resendVerification(event.locals.ctx)
        return { isMailed: true }
      }),
    ),
}
