const [SECOND, MINUTE, HOUR] = [1000, 60_000, 3_600_000]

/**
 * How long to wait after each failed attempt: the schedule that Standard Webhooks recommends
 * (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md). Three days in all.
 */
const PAUSES_MS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
] as const

/** At most a tenth more or less, so that many failures at one moment don't come back at one moment. */
const JITTER = 0.1

/** How long to wait after the `number`th attempt (from 1); null when it was the last. `chance` is from 0 to 1. */
export const pauseAfter = (number: number, chance: number): number | null => {
  const pause = PAUSES_MS[number - 1]
  return pause === undefined ? null : Math.round(pause * (1 + JITTER * (2 * chance - 1)))
}

export const ATTEMPTS_MAX = PAUSES_MS.length + 1

/** An endpoint that has failed this long, without one success, is switched off. */
export const FAILING_DAYS_MAX = 5
