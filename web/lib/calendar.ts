import type { DepartureFrame } from '@mayago/core/events/eventMap.ts'
import { firstOf, lastOf, shiftDays, weekdayIndex } from './days.ts'
import { seatsState, type SeatsState } from './seats.ts'

/** One day of the month as the calendar shows it. */
export interface CalendarDay {
  date: string
  /** `none`: nothing leaves. */
  state: SeatsState | 'past' | 'none'
  /** The most seats any one departure of the day still has; null for free sale. */
  seats: number | null
  priceMinor: number | null
  isLowest: boolean
}

/** Better states first: the day is as free as its freest departure. */
const RANK: Record<SeatsState, number> = { open: 0, free: 1, low: 2, full: 3, cut_off: 4, closed: 5, cancelled: 6 }

/** A month's weeks, Monday first; null pads the ends. In the present month the weeks that are over are left out. */
export const monthWeeks = (
  month: string,
  frames: readonly DepartureFrame[],
  today: string,
  now: number,
): (CalendarDay | null)[][] => {
  const byDate = new Map<string, DepartureFrame[]>()
  for (const frame of frames) {
    const date = frame.localStart.slice(0, 10)
    byDate.set(date, [...(byDate.get(date) ?? []), frame])
  }
  const days: CalendarDay[] = []
  for (let date = firstOf(month); date <= lastOf(month); date = shiftDays(date, 1))
    days.push(toDay(date, byDate.get(date) ?? [], today, now))
  const prices = days.filter(isBookable).map((day) => day.priceMinor ?? Infinity)
  const [lowest, highest] = [Math.min(...prices), Math.max(...prices)]
  for (const day of days) day.isLowest = isBookable(day) && day.priceMinor === lowest && lowest < highest

  const padded: (CalendarDay | null)[] = [...Array<null>(weekdayIndex(firstOf(month))).fill(null), ...days]
  while (padded.length % 7 !== 0) padded.push(null)
  const weeks = Array.from({ length: padded.length / 7 }, (_, week) => padded.slice(week * 7, week * 7 + 7))
  return weeks.filter((week) => week.some((day) => day !== null && day.date >= today))
}

export const isBookable = (day: CalendarDay): boolean =>
  day.state === 'open' || day.state === 'free' || day.state === 'low'

const toDay = (date: string, frames: DepartureFrame[], today: string, now: number): CalendarDay => {
  const blank = { date, seats: null, priceMinor: null, isLowest: false }
  if (date < today) return { ...blank, state: 'past' }
  if (frames.length === 0) return { ...blank, state: 'none' }
  const states = frames.map((frame) => ({ frame, state: seatsState(frame, now) }))
  states.sort((a, b) => RANK[a.state] - RANK[b.state])
  const best = states[0]?.state ?? 'closed'
  const bookable = states.filter(({ state }) => RANK[state] <= RANK.low).map(({ frame }) => frame)
  if (bookable.length === 0) return { ...blank, state: best }
  const priceMinor = Math.min(...bookable.map((frame) => frame.priceFrom.minor))
  if (best === 'open') return { ...blank, state: 'open', priceMinor }
  const seats = Math.max(...bookable.map((frame) => frame.vacancies ?? 0))
  return { ...blank, state: seats <= 3 ? 'low' : 'free', seats, priceMinor }
}
