export {
  CATEGORIES,
  getExperienceInput,
  leavingSoonInput,
  listExperiencesInput,
  suggestInput,
  type GetExperienceInput,
  type LeavingSoonInput,
  type ListExperiencesInput,
  type SuggestInput,
} from './catalog.schema.ts'
export type * from './catalog.view.ts'
export { getExperience } from './getExperience.ts'
export { leavingSoon, type LeavingSoon } from './leavingSoon.ts'
export { listExperiences, type ExperiencePage } from './listExperiences.ts'
export { listPlaces } from './listPlaces.ts'
export { suggest, type Suggestion } from './suggest.ts'
export { getPicture, PICTURE_EDITION, PICTURE_WIDTHS, warmPictures, type PictureWidth } from './pictures.ts'
