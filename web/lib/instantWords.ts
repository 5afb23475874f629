import { shortMoment, wallOf } from './format.ts'

/** An instant for who runs machines: day and minute in UTC. */
export const instantWords = (instant: string): string => `${shortMoment(wallOf(instant, 'UTC'))} UTC`
