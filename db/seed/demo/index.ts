import { elsewhere } from './elsewhere.ts'
import { mayaWorld } from './mayaWorld.ts'
import { places } from './places.ts'
import { providers } from './providers.ts'

/** The whole hand-written demo world, as data. */
export const demo = { places, providers, experiences: [...mayaWorld, ...elsewhere] }
