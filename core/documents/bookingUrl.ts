import { addMinutes } from '@mayago/kernel/time.ts'
import type { BookingView } from '../booking/booking.view.ts'
import type { Ctx, Locale } from '../context.ts'

/** How long a mail's link opens its booking after the day: receipts are looked for later. */
const DAYS_AFTER = 60

/** The booking's page with a signed link, for a mail: it opens on any device, and for this booking only. */
export const bookingUrl = (ctx: Ctx, booking: BookingView, locale: Locale): string => {
  const { signer, settings } = ctx.services
  const until = addMinutes(new Date(booking.departure.endsAt), DAYS_AFTER * 1440)
  const link = signer.bookingLink(booking.id, booking.departure.localStart.slice(0, 10), until)
  return `${settings.publicOrigin}${localePath(locale)}/bookings/${booking.id}?link=${encodeURIComponent(link)}`
}

export const experienceUrl = (ctx: Ctx, booking: BookingView, locale: Locale): string =>
  `${ctx.services.settings.publicOrigin}${localePath(locale)}/experiences/${booking.experience.slug}`

/** English pages stand at the root, the others under their language. */
export const localePath = (locale: Locale): string => (locale === 'en' ? '' : `/${locale}`)
