import { departurePage, listDepartures, listDeparturesInput } from '@mayago/core/availability/index.ts'
import {
  experiencePage,
  experienceView,
  getExperience,
  getExperienceInput,
  listExperiences,
  listExperiencesInput,
} from '@mayago/core/catalog/index.ts'
import { operation } from '../operation.ts'

export const listExperiencesOperation = operation({
  operationId: 'listExperiences',
  method: 'GET',
  path: '/experiences',
  tag: 'Catalogue',
  summary: 'Search experiences',
  description: 'By text, place, day, party, category and price. Where a day and a party are given, only what has room.',
  action: 'catalog.read',
  input: listExperiencesInput,
  output: experiencePage,
  limits: ['search'],
  shared: true,
  useCase: listExperiences,
})

export const getExperienceOperation = operation({
  operationId: 'getExperience',
  method: 'GET',
  path: '/experiences/{idOrSlug}',
  tag: 'Catalogue',
  summary: 'Read one experience',
  description: 'With its options, their units and prices, its policy and its latest reviews.',
  action: 'catalog.read',
  input: getExperienceInput,
  output: experienceView,
  shared: true,
  useCase: getExperience,
})

export const listDeparturesOperation = operation({
  operationId: 'listDepartures',
  method: 'GET',
  path: '/experiences/{experienceId}/departures',
  tag: 'Catalogue',
  summary: 'List departures with their seats',
  description:
    "On the place's days `from` to `to`, at most 62; past and closed ones included, each with its vacancies.",
  action: 'catalog.read',
  input: listDeparturesInput,
  output: departurePage,
  limits: ['search'],
  shared: true,
  ownPages: true,
  useCase: listDepartures,
})
