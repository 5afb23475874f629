import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible'
import type { LimitName, LimitRule, LimitRules, LimitState } from '../ports/limits.ts'

/** What a limit that is switched off always answers. */
export const switchedOff: LimitState = {
  allowed: true,
  limit: 0,
  windowSeconds: 0,
  remaining: 0,
  resetSeconds: 0,
}

/** One limiter for each limit that is switched on. */
export const makeLimiters = <Limiter>(
  rules: LimitRules,
  make: (name: LimitName, rule: LimitRule) => Limiter,
): Map<LimitName, Limiter> => {
  const limiters = new Map<LimitName, Limiter>()
  for (const name of Object.keys(rules) as LimitName[]) {
    const rule = rules[name]
    if (rule !== null && rule.points > 0) limiters.set(name, make(name, rule))
  }
  return limiters
}

/** Takes one point. The library throws its answer when there is none left; anything else it throws is an error. */
export const takePoint = async (limiter: RateLimiterAbstract, key: string): Promise<LimitState> => {
  try {
    return toState(limiter, await limiter.consume(key), true)
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return toState(limiter, refused, false)
    throw refused
  }
}

const toState = (limiter: RateLimiterAbstract, answer: RateLimiterRes, allowed: boolean): LimitState => ({
  allowed,
  limit: limiter.points,
  windowSeconds: limiter.duration,
  remaining: Math.max(0, answer.remainingPoints),
  resetSeconds: Math.max(1, Math.ceil(answer.msBeforeNext / 1000)),
})
