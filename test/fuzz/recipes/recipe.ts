import type { FuzzWorld } from '../fuzzWorld.ts'
import type { Asked } from '../sent.ts'

/** Makes a request that its operation answers with success. */
export type Recipe = (w: FuzzWorld) => Asked | Promise<Asked>

/** By "METHOD /path", as the document writes it. */
export type Recipes = Record<string, Recipe>
