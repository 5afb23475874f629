import type { DepartureFrame } from '../events/eventMap.ts'

/** A departure as REST and pages show it. `id` equals the frame's `departureId`. */
export interface DepartureView extends Omit<DepartureFrame, 'departureId' | 'nextLapseAt'> {
  id: string
  timeZone: string
  endsAt: string
  /** Whether it can be held now: open, before its cut-off, with a vacancy. */
  bookable: boolean
}
