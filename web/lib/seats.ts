import type { DepartureFrame } from '@mayago/core/events/eventMap.ts'
import { m } from '@mayago/kernel/i18n/messages.js'

/** What anybody may know of a departure's seats at a moment. */
export type SeatsState = 'free' | 'low' | 'full' | 'open' | 'closed' | 'cancelled' | 'cut_off'

type Seats = Pick<DepartureFrame, 'vacancies' | 'status' | 'cutoffAt'>

/** Three or fewer is few; a departure that nobody can book any more says so instead of a number. */
export const seatsState = (frame: Seats, now: number): SeatsState => {
  if (frame.status !== 'open') return frame.status
  if (Date.parse(frame.cutoffAt) <= now) return 'cut_off'
  if (frame.vacancies === null) return 'open'
  if (frame.vacancies === 0) return 'full'
  return frame.vacancies <= 3 ? 'low' : 'free'
}

export const seatsWords = (frame: Seats, now: number): string => {
  const count = frame.vacancies ?? 0
  switch (seatsState(frame, now)) {
    case 'free':
      return m.seats_free({ count })
    case 'low':
      return m.seats_left({ count })
    case 'full':
      return m.seats_full()
    case 'open':
      return m.seats_open()
    case 'closed':
      return m.seats_closed()
    case 'cancelled':
      return m.seats_cancelled()
    case 'cut_off':
      return m.seats_cut_off()
  }
}

/** Whether a party could be held on it now, as far as this frame tells. */
export const hasRoom = (frame: Seats, seats: number, now: number): boolean => {
  const state = seatsState(frame, now)
  return state === 'open' || ((state === 'free' || state === 'low') && (frame.vacancies ?? 0) >= seats)
}
