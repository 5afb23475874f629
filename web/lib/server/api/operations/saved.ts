import {
  getSaved,
  listSaved,
  listSavedInput,
  savedIdInput,
  savedPage,
  savedView,
  saveExperience,
  unsaveExperience,
} from '@mayago/core/catalog/index.ts'
import { doneView } from '@mayago/core/viewParts.ts'
import { operation, SIGNED_IN } from '../operation.ts'

export const listSavedOperation = operation({
  operationId: 'listSaved',
  method: 'GET',
  path: '/me/saved',
  tag: 'Account',
  summary: 'List saved experiences',
  description: 'Only what is still published.',
  action: 'experience.save',
  credentials: ['none', ...SIGNED_IN],
  input: listSavedInput,
  output: savedPage,
  useCase: listSaved,
})

export const getSavedOperation = operation({
  operationId: 'getSaved',
  method: 'GET',
  path: '/me/saved/{experienceId}',
  tag: 'Account',
  summary: 'Ask whether an experience is saved',
  action: 'experience.save',
  credentials: SIGNED_IN,
  input: savedIdInput,
  output: savedView,
  useCase: getSaved,
})

export const saveExperienceOperation = operation({
  operationId: 'saveExperience',
  method: 'PUT',
  path: '/me/saved/{experienceId}',
  tag: 'Account',
  summary: 'Save an experience',
  description: 'Past two hundred the oldest makes room.',
  action: 'experience.save',
  credentials: SIGNED_IN,
  input: savedIdInput,
  output: savedView,
  useCase: saveExperience,
})

export const unsaveExperienceOperation = operation({
  operationId: 'unsaveExperience',
  method: 'DELETE',
  path: '/me/saved/{experienceId}',
  tag: 'Account',
  summary: 'Forget a saved experience',
  action: 'experience.save',
  credentials: SIGNED_IN,
  input: savedIdInput,
  output: doneView,
  useCase: unsaveExperience,
})
