import { leavingSoon, listExperiences, type LeavingSoon, type PlaceView } from '@mayago/core/catalog/index.ts'
import { localDateOf } from '@mayago/kernel/time.ts'
import { toFrame } from '$lib/server/frames.ts'
import { loading } from '$lib/server/refusing.ts'
import type { PageServerLoad } from './$types'

const BOARD_ROWS = 6
const BOARD_WIDE = 24
const BOARD_FEW = 3
const CARDS = 7

/** A board of departures around one place: the one asked for, else wherever most leaves soon. */
export const load: PageServerLoad = ({ locals, locals: { ctx }, url, parent }) =>
  loading(locals, ['search'], async () => {
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
    const soon = {
      today: await around(ctx, near, places, 'today'),
      tomorrow: await around(ctx, near, places, 'tomorrow'),
    }
    const day = asked === 'today' || asked === 'tomorrow' ? asked : fullerDay(soon)
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

type Soon = Record<'today' | 'tomorrow', LeavingSoon[]>

/** Today, unless little is left of it: late in the day the board opens on tomorrow. */
const fullerDay = ({ today, tomorrow }: Soon): keyof Soon =>
  today.length >= BOARD_FEW || today.length >= tomorrow.length ? 'today' : 'tomorrow'

/** Departures of a day in the place's own region, the soonest first. */
const around = async (
  ctx: App.Locals['ctx'],
  near: PlaceView | null,
  places: PlaceView[],
  day: keyof Soon,
): Promise<LeavingSoon[]> => {
  const region = places.filter((place) => place.region === near?.region && place.country === near.country)
  const leaving = await Promise.all(region.map(({ slug }) => leavingSoon(ctx, { place: slug, day, limit: BOARD_WIDE })))
  return leaving.flat().sort((a, b) => a.departure.startsAt.localeCompare(b.departure.startsAt))
}

/** The best-known place of the region from which most leaves; without departures, of all. */
const busiest = (places: PlaceView[], leaving: LeavingSoon[]): PlaceView | null => {
  const counts = new Map<string, number>()
  for (const { card } of leaving) counts.set(card.place.region, (counts.get(card.place.region) ?? 0) + 1)
  const [region] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? []
  const there = places.filter((place) => region === undefined || place.region === region)
  return there.sort((a, b) => b.experiences - a.experiences)[0] ?? null
}
