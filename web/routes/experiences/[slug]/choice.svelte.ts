import { untrack } from 'svelte'
import type { DepartureFrame } from '@mayago/core/events/eventMap.ts'
import { m } from '@mayago/kernel/i18n/messages.js'
import { announcer } from '$lib/announce.svelte.ts'
import { shortMoment } from '$lib/format.ts'
import { to } from '$lib/links.ts'
import type { LiveFrames } from '$lib/liveFrames.svelte.ts'
import { peopleIn, readParty, seatsOf, totalOf, writeParty, type Party } from '$lib/party.ts'
import type { PageData } from './$types'

/** A party as a refused form sent it. */
type SentParty = readonly { unitId: string; quantity: number }[]

/** What is chosen on the page: a day, one of its departures as it is now, and a party for it. */
export const choiceOf = (data: () => PageData, live: LiveFrames, sent: SentParty | null) => {
  const xp = $derived(data().experience)
  const date = $derived(data().date)
  const frames = $derived(data().departures.map((frame) => live.freshest(frame)))
  const ofDay = $derived(frames.filter((frame) => date !== null && frame.localStart.startsWith(date)))
  const chosen = $derived(frames.find((frame) => frame.departureId === data().chosenId) ?? null)
  const option = $derived(xp.options.find(({ id }) => id === chosen?.optionId) ?? xp.options[0] ?? null)
  /** Each unit with its price on the chosen departure. */
  const units = $derived(
    (option?.units ?? []).map((unit) => ({
      ...unit,
      price: data().offer?.units.find(({ unitId }) => unitId === unit.id)?.price ?? unit.price,
    })),
  )
  /** What was chosen of each option, by its id. */
  let parties = $state.raw<Record<string, Party>>(
    untrack(() =>
      option && sent ? { [option.id]: Object.fromEntries(sent.map(({ unitId, quantity }) => [unitId, quantity])) } : {},
    ),
  )
  const kept = $derived(parties[option?.id ?? ''])
  const party = $derived(kept ?? readParty(data().partyText, units))
  const partyText = $derived(kept ? writeParty(kept, units) : data().partyText)
  const path = $derived(`/experiences/${xp.slug}`)
  return {
    get frames() {
      return frames
    },
    get ofDay() {
      return ofDay
    },
    get chosen() {
      return chosen
    },
    get option() {
      return option
    },
    get units() {
      return units
    },
    get party() {
      return party
    },
    set party(next: Party) {
      parties = { ...parties, [option?.id ?? '']: next }
    },
    get people() {
      return peopleIn(party, units)
    },
    get seats() {
      return seatsOf(party, units)
    },
    get total() {
      return totalOf(party, units, chosen?.priceFrom.currency ?? xp.priceFrom.currency)
    },
    dayHref: (day: string): string => to(path, { date: day, party: partyText }),
    monthHref: (month: string): string =>
      to(path, { month, date: date?.startsWith(month) ? date : null, party: partyText }),
    departureHref: (departureId: string, localStart: string): string =>
      to(path, { date: localStart.slice(0, 10), departure: departureId, party: partyText }),
  }
}

export type Choice = ReturnType<typeof choiceOf>

/** Seat changes of the chosen departure are said, politely. */
export const saySeats = (chosen: () => DepartureFrame | null): void => {
  let before = untrack(chosen)
  $effect(() => {
    const now = chosen()
    if (now === null) return
    if (now.departureId === before?.departureId && now.vacancies !== before.vacancies)
      announcer.say(now.departureId, m.announce_seats({ when: shortMoment(now.localStart), count: now.vacancies ?? 0 }))
    before = now
  })
}
