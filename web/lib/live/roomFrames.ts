import type { DepartureFrame } from '@mayago/core/events/eventMap.ts'

/** A departure in the room's state (realtime/schema), as the SDK decodes it. */
export interface DepartureInState {
  optionId: string
  version: number
  capacity: number
  vacancies: number
  status: string
  priceMinor: number
  currency: string
  localStart: string
  startsAt: number
  cutoffAt: number
  nextLapseAt: number
}

export interface ExperienceInState {
  live: boolean
  asOf: number
  /** "2027-01,2027-02" */
  months: string
  departures: Map<string, DepartureInState>
}

/** The frames of an experience room's state. */
export const framesOf = (experienceId: string, state: ExperienceInState): DepartureFrame[] =>
  [...state.departures].map(([departureId, shown]) => ({
    departureId,
    experienceId,
    optionId: shown.optionId,
    version: shown.version,
    capacity: orFreeSale(shown.capacity),
    vacancies: orFreeSale(shown.vacancies),
    status: shown.status as DepartureFrame['status'],
    priceFrom: { minor: shown.priceMinor, currency: shown.currency as DepartureFrame['priceFrom']['currency'] },
    localStart: shown.localStart,
    startsAt: new Date(shown.startsAt).toISOString(),
    cutoffAt: new Date(shown.cutoffAt).toISOString(),
    nextLapseAt: shown.nextLapseAt === 0 ? null : new Date(shown.nextLapseAt).toISOString(),
  }))

const orFreeSale = (seats: number): number | null => (seats < 0 ? null : seats)
