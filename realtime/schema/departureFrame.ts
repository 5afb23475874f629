import type { DepartureFrame } from '@mayago/core/events/eventMap.ts'
import { DepartureState } from './ExperienceState.ts'

/** Writes a frame over a departure's state; only what differs is sent. */
export const showFrame = (state: DepartureState, frame: DepartureFrame): void => {
  state.optionId = frame.optionId
  state.version = frame.version
  state.capacity = frame.capacity ?? -1
  state.vacancies = frame.vacancies ?? -1
  state.status = frame.status
  state.priceMinor = frame.priceFrom.minor
  state.currency = frame.priceFrom.currency
  state.localStart = frame.localStart
  state.startsAt = Date.parse(frame.startsAt)
  state.cutoffAt = Date.parse(frame.cutoffAt)
  state.nextLapseAt = frame.nextLapseAt === null ? 0 : Date.parse(frame.nextLapseAt)
}

export const toDepartureState = (frame: DepartureFrame): DepartureState => {
  const state = new DepartureState()
  showFrame(state, frame)
  return state
}
