export {
  changeCapacityInput,
  getDepartureFramesInput,
  getDepartureInput,
  listDeparturesInput,
  nextFreeInput,
  type ChangeCapacityInput,
  type GetDepartureFramesInput,
  type GetDepartureInput,
  type ListDeparturesInput,
  type NextFreeInput,
} from './availability.schema.ts'
export { departurePage, departureView, type DepartureView } from './availability.view.ts'
export { changeCapacity } from './changeCapacity.ts'
export { generateDepartures, type GeneratedDepartures } from './generateDepartures.ts'
export { getDeparture } from './getDeparture.ts'
export { getDepartureFrames } from './getDepartureFrames.ts'
export { listDepartures } from './listDepartures.ts'
export { recomputeInstants } from './recomputeInstants.ts'
export { instantsOf } from './schedule.rules.ts'
export { nextFree } from './nextFree.ts'
export { lockAndSweep, stepDeparture } from './stepDeparture.ts'
