export {
  CATEGORIES,
  getExperienceInput,
  leavingSoonInput,
  listExperiencesInput,
  listSavedInput,
  savedIdInput,
  suggestInput,
  type GetExperienceInput,
  type LeavingSoonInput,
  type ListExperiencesInput,
  type ListSavedInput,
  type SavedIdInput,
  type SuggestInput,
} from './catalog.schema.ts'
export * from './catalog.view.ts'
export { claimSaved } from './claimSaved.ts'
export { getExperience } from './getExperience.ts'
export { leavingSoon, type LeavingSoon } from './leavingSoon.ts'
export { listExperiences } from './listExperiences.ts'
export { listPlaces } from './listPlaces.ts'
export { getSaved, listSaved, listSavedIds } from './listSaved.ts'
export { GUEST_DAYS, pruneSaved } from './pruneSaved.ts'
export { savedPage, savedView, type SavedCard, type SavedView } from './saved.view.ts'
export { saveExperience, unsaveExperience } from './saveExperience.ts'
export { suggest, type Suggestion } from './suggest.ts'
export { getPicture, PICTURE_EDITION, PICTURE_WIDTHS, warmPictures, type PictureWidth } from './pictures.ts'
