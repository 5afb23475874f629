import type { CachePort } from '../../ports/cache.ts'
import type { LogPort } from '../../ports/log.ts'
import { closeRedis, openRedis, untilReady } from './openRedis.ts'

/**
 * A cache in Redis. While Redis is away it behaves as a cache that has forgotten everything: nothing is found, nothing
 * is kept, and no claim (`add`) is granted, because it could not be seen by the others.
 */
export const openRedisCache = async (url: string, log: LogPort): Promise<CachePort> => {
  const redis = openRedis(url, log)
  await untilReady(redis, 2_000)

  const orElse = async <Value>(command: Promise<Value>, absent: Value): Promise<Value> => {
    try {
      return await command
    } catch (error) {
      log.warn({ err: error }, 'the cache did not answer')
      return absent
    }
  }

  return {
    get: (key) => orElse(redis.get(key), null),
    set: async (key, value, ttlSeconds) => void (await orElse(redis.set(key, value, 'PX', millis(ttlSeconds)), null)),
    add: async (key, value, ttlSeconds) =>
      (await orElse(redis.set(key, value, 'PX', millis(ttlSeconds), 'NX'), null)) === 'OK',
    setUnless: async (key, value, ttlSeconds, kept) =>
      void (await orElse(redis.eval(SET_UNLESS, 1, key, value, millis(ttlSeconds), kept), null)),
    take: (key) => orElse(redis.getdel(key), null),
    delete: async (key) => void (await orElse(redis.del(key), 0)),
    close: () => closeRedis(redis),
  }
}

const SET_UNLESS =
  "if redis.call('get', KEYS[1]) ~= ARGV[3] then redis.call('set', KEYS[1], ARGV[1], 'PX', ARGV[2]) end"

const millis = (seconds: number): number => Math.max(1, Math.round(seconds * 1000))
