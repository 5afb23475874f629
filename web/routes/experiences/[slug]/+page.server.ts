import { randomUUID } from 'node:crypto'
import { redirect } from '@sveltejs/kit'
import { listDepartures, nextFree } from '@mayago/core/availability/index.ts'
import {
  extendHold,
  holdIdInput,
  listMyHolds,
  placeHold,
  placeHoldInput,
  releaseHold,
} from '@mayago/core/booking/index.ts'
import { getExperience } from '@mayago/core/catalog/index.ts'
import { getOffer } from '@mayago/core/pricing/index.ts'
import { isId } from '@mayago/kernel/ids.ts'
import { addDays, localDateOf } from '@mayago/kernel/time.ts'
import { firstOf, isDay, isMonth, lastOf, shiftMonths } from '$lib/days.ts'
import { to } from '$lib/links.ts'
import { seatsOf, readParty } from '$lib/party.ts'
import { hasRoom } from '$lib/seats.ts'
import { partyOf, parsed } from '$lib/server/forms.ts'
import { toFrame } from '$lib/server/frames.ts'
import { acting, loading } from '$lib/server/refusing.ts'
import type { Actions, PageServerLoad } from './$types'

const FEW_DAYS = 10
/** A month that is nearly over is shown with the next: its last days alone are not much of a choice. */
const monthsFrom = (month: string, today: string, lastMonth: string): string[] =>
  month < lastMonth && lastOf(month) < addDays(today, FEW_DAYS) ? [month, shiftMonths(month, 1)] : [month]

/** Departures are on sale this far ahead; the month after the last has nothing to show. */
const lastMonthOf = (today: string, horizonDays: number): string => addDays(today, horizonDays).slice(0, 7)

export const load: PageServerLoad = ({ locals, locals: { ctx }, params, url }) =>
  loading(locals, ['search'], async () => {
    const experience = await getExperience(ctx, { idOrSlug: params.slug })
    const today = localDateOf(ctx.now, experience.timeZone)
    const lastMonth = lastMonthOf(today, ctx.services.settings.horizonDays)
    const query = readQuery(url.searchParams, today, lastMonth)
    const units = experience.options[0]?.units ?? []
    const seats = Math.max(1, seatsOf(readParty(query.party, units), units))
    const now = ctx.now.getTime()

    // Without a date in the address, the first departure with room decides what is shown.
    const first =
      query.date || query.month ? null : await nextFree(ctx, { experienceId: experience.id, seats, after: ctx.now })
    const date = query.date ?? first?.localStart.slice(0, 10) ?? null
    const month = query.month ?? date?.slice(0, 7) ?? today.slice(0, 7)
    const months = monthsFrom(month, today, lastMonth)
    const framesOf = async (from: string, to: string) =>
      (await listDepartures(ctx, { experienceId: experience.id, from, to, limit: 500 })).items.map(toFrame)
    const tomorrow = addDays(today, 1)
    const [departures, soon, holds] = await Promise.all([
      framesOf(firstOf(month), lastOf(months.at(-1) ?? month)),
      month > today.slice(0, 7) ? framesOf(today, tomorrow) : [],
      listMyHolds(ctx),
    ])
    const ofDay = date === null ? [] : departures.filter((frame) => frame.localStart.startsWith(date))
    const chosen =
      ofDay.find((frame) => frame.departureId === query.departure) ??
      ofDay.find((frame) => hasRoom(frame, seats, now)) ??
      ofDay.find((frame) => hasRoom(frame, 1, now)) ??
      ofDay[0] ??
      null
    const hold = holds.find((held) => held.experienceId === experience.id) ?? null
    const isFull = chosen === null || !hasRoom(chosen, seats, now)
    const [offer, held, free] = await Promise.all([
      chosen && getOffer(ctx, { departureId: chosen.departureId }),
      hold && getOffer(ctx, { departureId: hold.departureId }),
      date !== null && isFull
        ? nextFree(ctx, { experienceId: experience.id, seats, after: endOfChoice(chosen?.startsAt, ctx.now) })
        : null,
    ])
    return {
      experience,
      today,
      months,
      lastMonth,
      date,
      /** The address asks for a day that is past, too far away or none at all. */
      isDateRefused: query.date === null && Boolean(url.searchParams.get('date')),
      lastDay: addDays(today, ctx.services.settings.horizonDays),
      departures,
      /** Today's and tomorrow's, when the months shown begin later. */
      soon,
      chosenId: chosen?.departureId ?? null,
      offer,
      partyText: query.party,
      hold: hold && held ? { ...hold, offer: held } : null,
      free,
      freeFor: seats,
      holdMinutes: ctx.services.settings.holdMinutes,
      extensionMinutes: ctx.services.settings.extensionMinutes,
      formKey: randomUUID(),
    }
  })

const endOfChoice = (startsAt: string | undefined, now: Date): Date =>
  startsAt && Date.parse(startsAt) > now.getTime() ? new Date(startsAt) : now

const readQuery = (query: URLSearchParams, today: string, lastMonth: string) => {
  const date = query.get('date') ?? ''
  const month = query.get('month') ?? ''
  const departure = query.get('departure') ?? ''
  return {
    date: isDay(date) && date >= today && date <= lastOf(lastMonth) ? date : null,
    month: isMonth(month) && month >= today.slice(0, 7) && month <= shiftMonths(lastMonth, 0) ? month : null,
    departure: isId(departure) ? departure : null,
    party: /^[\d-]{1,40}$/.test(query.get('party') ?? '') ? query.get('party') : null,
  }
}

export const actions: Actions = {
  /** Seats first, names and cards later: a hold leads on to its checkout. */
  hold: async ({ locals, locals: { ctx }, request }) => {
    const form = await request.formData()
    const party = partyOf(form)
    const held = await acting(
      locals,
      ['holds'],
      () => {
        const asked = parsed(placeHoldInput, { departureId: form.get('departureId'), units: party })
        return placeHold({ ...ctx, idempotencyKey: keyOf(form) }, asked)
      },
      { party },
    )
    if ('id' in held) redirect(303, to(`/checkout/${held.id}`))
    return held
  },
  extend: async ({ locals, locals: { ctx }, request }) => {
    const form = await request.formData()
    return acting(locals, [], async () => {
      await extendHold(ctx, parsed(holdIdInput, { holdId: form.get('holdId') }))
    })
  },
  release: async ({ locals, locals: { ctx }, request }) => {
    const form = await request.formData()
    return acting(locals, [], async () => {
      await releaseHold(ctx, parsed(holdIdInput, { holdId: form.get('holdId') }))
    })
  },
}

const keyOf = (form: FormData): string | null => {
  const key = String(form.get('key') ?? '')
  return isId(key) ? key : null
}
