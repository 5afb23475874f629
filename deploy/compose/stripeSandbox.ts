import { createHmac } from 'node:crypto'
import type { Pool } from 'pg'
import type { LogPort } from '@mayago/core/ports/log.ts'
import type { Config } from '../config/readConfig.ts'
import { createStripeSandbox, type StripeSandbox } from '../embedded/stripe/createStripeSandbox.ts'
import { systemClock } from './systemClock.ts'

/** Where the payment sandbox is mounted under our own port. */
export const SANDBOX_PATH = '/_stripe'
export const WEBHOOK_PATH = '/api/v1/stripe/webhook'

interface StripeKeys {
  secretKey: string
  publishableKey: string
  webhookSecret: string
}

/** The sandbox's keys: Stripe's where they are set (a sandbox in a process of its own), else derived from our secrets. */
export const sandboxKeys = (config: Config): StripeKeys => {
  const derive = (purpose: string): string =>
    createHmac('sha256', config.LINK_SECRET).update(`stripe sandbox ${purpose}`).digest('hex').slice(0, 32)
  return {
    secretKey: config.STRIPE_SECRET_KEY ?? `sk_test_${derive('secret key')}`,
    publishableKey: config.STRIPE_PUBLISHABLE_KEY ?? `pk_test_${derive('publishable key')}`,
    webhookSecret: config.STRIPE_WEBHOOK_SECRET ?? `whsec_${derive('webhook secret')}`,
  }
}

/** Stripe's stand-in; it posts its webhooks to `webhookOrigin`. */
export const openStripeSandbox = (config: Config, log: LogPort, pool: Pool, webhookOrigin: string): StripeSandbox =>
  createStripeSandbox({
    ...sandboxKeys(config),
    pool,
    clock: systemClock,
    basePath: SANDBOX_PATH,
    publicOrigin: () => config.PUBLIC_ORIGIN,
    webhookUrl: () => `${webhookOrigin}${WEBHOOK_PATH}`,
    log,
  })
