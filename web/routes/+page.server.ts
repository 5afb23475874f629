import { leavingSoon, listExperiences } from '@mayago/core/catalog/index.ts'
import { localDateOf } from '@mayago/kernel/time.ts'
import { toFrame } from '$lib/server/frames.ts'
import { loading } from '$lib/server/refusing.ts'
import type { PageServerLoad } from './$types'

const BOARD_ROWS = 5
const CARDS = 7

/** The board is about the place that was asked for, else the one with the most to do. */
export const load: PageServerLoad = ({ locals: { ctx }, url, parent }) =>
  loading(async () => {
    const { places } = await parent()
    const asked = url.searchParams.get('near')
    const busiest = [...places].sort((a, b) => b.experiences - a.experiences)[0] ?? null
    const near = places.find((place) => place.slug === asked) ?? busiest
    const day = url.searchParams.get('day') === 'tomorrow' ? ('tomorrow' as const) : ('today' as const)
    const [soon, list] = await Promise.all([
      near ? leavingSoon(ctx, { place: near.slug, day, limit: BOARD_ROWS }) : [],
      listExperiences(ctx, { limit: CARDS }),
    ])
    return {
      near,
      day,
      soon: soon.map(({ departure, card }) => ({ frame: toFrame(departure), card })),
      cards: list.items,
      total: list.total,
      categories: list.facets?.category ?? null,
      today: localDateOf(ctx.now, near?.timeZone ?? 'UTC'),
    }
  })
