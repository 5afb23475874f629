import type { Clock } from '@mayago/kernel/time.ts'

/** The machine's clock; everybody else is handed one. */
export const systemClock: Clock = { now: () => new Date() }
