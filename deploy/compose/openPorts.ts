import { join } from 'node:path'
import type { Pool } from 'pg'
import { openLocalBus } from '@mayago/core/adapters/local/localBus.ts'
import { openLocalCache } from '@mayago/core/adapters/local/localCache.ts'
import { openLocalFiles } from '@mayago/core/adapters/local/localFiles.ts'
import { openLocalLimits } from '@mayago/core/adapters/local/localLimits.ts'
import { openHooks } from '@mayago/core/adapters/hooks/openHooks.ts'
import { openNatsBus } from '@mayago/core/adapters/nats/natsBus.ts'
import { openRedisCache } from '@mayago/core/adapters/redis/redisCache.ts'
import { openRedisLimits } from '@mayago/core/adapters/redis/redisLimits.ts'
import { createStripePayments } from '@mayago/core/adapters/stripe/createStripePayments.ts'
import type { FilesPort } from '@mayago/core/ports/files.ts'
import type { Ports } from '@mayago/core/ports/index.ts'
import type { LimitRules } from '@mayago/core/ports/limits.ts'
import type { LogPort } from '@mayago/core/ports/log.ts'
import type { Config } from '../config/readConfig.ts'
import { openIssuers } from './openIssuers.ts'
import { openMail } from './openMail.ts'
import { openSms } from './openSms.ts'
import { SANDBOX_PATH, sandboxKeys } from './stripeSandbox.ts'

/** Each port's adapter: the real service where the configuration names one, else the embedded one. */
export const openPorts = async (config: Config, log: LogPort, pool: Pool): Promise<Ports> => {
  const [bus, cache, marks, limits, payments, mail, sms, issuers] = await Promise.all([
    config.NATS_URL ? openNatsBus(config.NATS_URL, log) : openLocalBus(log),
    config.REDIS_URL ? openRedisCache(redisUrl(config.REDIS_URL, config.REDIS_CACHE_DB), log) : openLocalCache(),
    config.REDIS_URL ? openRedisCache(redisUrl(config.REDIS_URL, config.REDIS_LIMITS_DB), log) : openLocalCache(),
    config.REDIS_URL
      ? openRedisLimits(redisUrl(config.REDIS_URL, config.REDIS_LIMITS_DB), limitRules(config), log)
      : openLocalLimits(limitRules(config)),
    createStripePayments(stripeOptions(config)),
    openMail(config, pool),
    openSms(config, pool),
    openIssuers(config),
  ])
  const hooks = openHooks({ allowLoopback: config.WEBHOOKS_LOOPBACK })
  return { bus, cache, marks, files: openFiles(config), hooks, issuers, limits, payments, mail, sms, log }
}

/** Files in the data folder. */
export const openFiles = (config: Config): FilesPort => openLocalFiles(join(config.DATA_DIR, 'files'))

const redisUrl = (url: string, database: number): string => {
  const selected = new URL(url)
  selected.pathname = `/${database}`
  return selected.href
}

const limitRules = (config: Config): LimitRules => ({
  api: config.LIMITS_API,
  pages: config.LIMITS_PAGES,
  holds: config.LIMITS_HOLDS,
  search: config.LIMITS_SEARCH,
  checkout: config.LIMITS_CHECKOUT,
  liveTickets: config.LIMITS_LIVE_TICKETS,
  signIn: config.LIMITS_SIGN_IN,
  registration: config.LIMITS_REGISTRATION,
  reset: config.LIMITS_RESET,
  secondFactor: config.LIMITS_SECOND_FACTOR,
})

/** How the payments adapter is made: on Stripe, or on the sandbox under our own port. */
export const stripeOptions = (config: Config): Parameters<typeof createStripePayments>[0] => {
  const { STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY, STRIPE_WEBHOOK_SECRET, STRIPE_API_BASE } = config
  if (STRIPE_SECRET_KEY && STRIPE_PUBLISHABLE_KEY && STRIPE_WEBHOOK_SECRET)
    return {
      secretKey: STRIPE_SECRET_KEY,
      publishableKey: STRIPE_PUBLISHABLE_KEY,
      webhookSecret: STRIPE_WEBHOOK_SECRET,
      ...(STRIPE_API_BASE ? { apiBase: new URL(STRIPE_API_BASE) } : {}),
      sandbox: STRIPE_API_BASE !== undefined,
    }
  return { ...sandboxKeys(config), apiBase: new URL(`http://127.0.0.1:${config.PORT}${SANDBOX_PATH}`), sandbox: true }
}
