import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible'
import { refuse } from '@mayago/kernel/errors.ts'
import { type LimitRules, type LimitsPort, WITHOUT_COUNTER } from '../../ports/limits.ts'
import type { LogPort } from '../../ports/log.ts'
import { makeLimiters, switchedOff, takePoint } from '../takePoint.ts'
import { closeRedis, openRedis, untilReady } from './openRedis.ts'

/**
 * Counts in Redis, shared by all processes. While Redis is away, each limit does what `WITHOUT_COUNTER` says of it.
 */
export const openRedisLimits = async (url: string, rules: LimitRules, log: LogPort): Promise<LimitsPort> => {
  const redis = openRedis(url, log)
  await untilReady(redis, 2_000)
  const limiters = makeLimiters(rules, (name, rule) => {
    const settings = { points: rule.points, duration: rule.seconds }
    return new RateLimiterRedis({
      ...settings,
      keyPrefix: `limit:${name}`,
      storeClient: redis,
      rejectIfRedisNotReady: true,
      insuranceLimiter:
        WITHOUT_COUNTER[name] === 'counted' ? new RateLimiterMemory({ ...settings, keyPrefix: name }) : undefined,
    })
  })
  return {
    take: async (name, key) => {
      const limiter = limiters.get(name)
      if (limiter === undefined) return switchedOff
      try {
        return await takePoint(limiter, key)
      } catch (error) {
        log.warn({ err: error, limit: name }, 'the shared rate limits did not answer')
        if (WITHOUT_COUNTER[name] === 'closed') throw refuse('temporarily_unavailable', { retryAfterSeconds: 5 })
        return switchedOff
      }
    },
    close: () => closeRedis(redis),
  }
}
