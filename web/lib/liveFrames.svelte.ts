export type { LiveFrames } from './live/frameShelf.svelte.ts'
/** A list's departures. */
export { liveBoard as boardOf } from './live/liveBoard.svelte.ts'
/** One experience's departures. */
export { liveExperience as experienceOf } from './live/liveExperience.svelte.ts'
