import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { LimitName, LimitRules, LimitsPort } from '../../ports/limits.ts'
import { makeLimiters, switchedOff, takePoint } from '../takePoint.ts'

/** Counts in this process's memory. */
export const openLocalLimits = (rules: LimitRules): LimitsPort => {
  const limiters = makeLimiters(
    rules,
    (name, rule) => new RateLimiterMemory({ keyPrefix: name, points: rule.points, duration: rule.seconds }),
  )
  return {
    take: async (name: LimitName, key) => {
      const limiter = limiters.get(name)
      return limiter === undefined ? switchedOff : takePoint(limiter, key)
    },
    close: () => Promise.resolve(),
  }
}
