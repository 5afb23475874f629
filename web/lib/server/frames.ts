import type { DepartureView } from '@mayago/core/availability/availability.view.ts'
import type { DepartureFrame } from '@mayago/core/events/eventMap.ts'

/** A departure as the live rooms speak of it, so that a page's first numbers and the room's are one kind of thing. */
export const toFrame = (departure: DepartureView): DepartureFrame => ({
  departureId: departure.id,
  experienceId: departure.experienceId,
  optionId: departure.optionId,
  version: departure.version,
  capacity: departure.capacity,
  vacancies: departure.vacancies,
  status: departure.status,
  priceFrom: departure.priceFrom,
  localStart: departure.localStart,
  startsAt: departure.startsAt,
  cutoffAt: departure.cutoffAt,
  nextLapseAt: null,
})
