import { Redis } from 'ioredis'
import type { LogPort } from '../../ports/log.ts'

/**
 * A connection that never holds anybody up: it reconnects for ever, refuses commands at once while it is away instead of
 * queueing them, and gives up on a silent server after a second. It starts without waiting for the server.
 */
export const openRedis = (url: string, log: LogPort): Redis => {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 1_000,
    connectTimeout: 2_000,
    retryStrategy: (attempt) => Math.min(50 * 2 ** Math.min(attempt, 6), 2_000) * (0.75 + Math.random() / 2),
    autoResendUnfulfilledCommands: false,
  })
  let away = false
  redis.on('error', (error: Error) => {
    if (!away) log.warn({ err: error }, 'Redis is away')
    away = true
  })
  redis.on('ready', () => {
    if (away) log.info({}, 'Redis is back')
    away = false
  })
  return redis
}

/** Resolves once the connection can be used, or after `withinMs` if the server does not answer. */
export const untilReady = (redis: Redis, withinMs: number): Promise<void> =>
  new Promise((resolve) => {
    if (redis.status === 'ready') return resolve()
    const done = (): void => {
      clearTimeout(timer)
      redis.off('ready', done)
      resolve()
    }
    const timer = setTimeout(done, withinMs)
    redis.on('ready', done)
  })

/** Says goodbye when there is somebody to say it to. */
export const closeRedis = async (redis: Redis): Promise<void> => {
  if (redis.status === 'ready') await redis.quit().catch(() => redis.disconnect())
  else redis.disconnect()
}
