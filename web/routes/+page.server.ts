import { leavingSoon, listExperiences, type LeavingSoon, type PlaceView } from '@mayago/core/catalog/index.ts'
import { localDateOf } from '@mayago/kernel/time.ts'
import { toFrame } from '$lib/server/frames.ts'
import { loading } from '$lib/server/refusing.ts'
import type { PageServerLoad } from './$types'

const BOARD_ROWS = 6
const BOARD_WIDE = 24
const CARDS = 7

/** A board of departures around one place: the one asked for, else wherever most leaves soon. */
export const load: PageServerLoad = ({ locals: { ctx }, url, parent }) =>
  loading(async () => {
    const asked = url.searchParams.get('day')
    const [{ places }, today, tomorrow, list, ruins] = await Promise.all([
      parent(),
      leavingSoon(ctx, { day: 'today', limit: BOARD_WIDE }),
      leavingSoon(ctx, { day: 'tomorrow', limit: BOARD_WIDE }),
      listExperiences(ctx, { limit: CARDS }),
      listExperiences(ctx, { category: 'ruins', limit: 1 }),
    ])
    const near =
      places.find(({ slug }) => slug === url.searchParams.get('near')) ?? busiest(places, [...today, ...tomorrow])
    const soon = { today: around(near, today), tomorrow: around(near, tomorrow) }
    // Late in the evening nothing is left of today: then the board opens on tomorrow.
    const day =
      asked === 'tomorrow' || (asked !== 'today' && soon.today.length === 0)
        ? ('tomorrow' as const)
        : ('today' as const)
    return {
      near,
      day,
      counts: { today: soon.today.length, tomorrow: soon.tomorrow.length },
      soon: soon[day].slice(0, BOARD_ROWS).map(({ departure, card }) => ({ frame: toFrame(departure), card })),
      hero: ruins.items[0] ?? list.items[0] ?? null,
      cards: list.items,
      total: list.total,
      categories: list.facets?.category ?? null,
      today: localDateOf(ctx.now, near?.timeZone ?? 'UTC'),
    }
  })

/** Departures in the place's own region. */
const around = (near: PlaceView | null, leaving: LeavingSoon[]): LeavingSoon[] =>
  leaving.filter(
    ({ card }) => near !== null && card.place.region === near.region && card.place.country === near.country,
  )

/** The best-known place of the region from which most leaves; without departures, of all. */
const busiest = (places: PlaceView[], leaving: LeavingSoon[]): PlaceView | null => {
  const counts = new Map<string, number>()
  for (const { card } of leaving) counts.set(card.place.region, (counts.get(card.place.region) ?? 0) + 1)
  const [region] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? []
  const there = places.filter((place) => region === undefined || place.region === region)
  return there.sort((a, b) => b.experiences - a.experiences)[0] ?? null
}
