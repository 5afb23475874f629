import { places } from './places.ts'
import { providers } from './providers.ts'
import type { DemoExperience } from './types.ts'

const experiences: DemoExperience[] = []

/** The whole hand-written demo world, as data. */
export const demo = { places, providers, experiences }
