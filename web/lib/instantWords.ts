import { datedDay, shortMoment, wallOf } from './format.ts'

/** An instant for who runs machines: day and minute in UTC. */
export const instantWords = (instant: string): string => `${shortMoment(wallOf(instant, 'UTC'))} UTC`

/** The same with the year and the second, for a log. */
export const exactWords = (instant: string): string => {
  const wall = wallOf(instant, 'UTC')
  return `${datedDay(wall)}, ${wall.slice(11, 19)} UTC`
}

/** The day of an instant in UTC: "15 May 2027". */
export const dayWords = (instant: string): string => datedDay(wallOf(instant, 'UTC'))
