import type { IncomingMessage, ServerResponse } from 'node:http'
import type pg from 'pg'
import type { LogPort } from '@mayago/core/ports/log.ts'
import type { Clock } from '@mayago/kernel/time.ts'
import { handleApi } from './api.ts'
import { createTables } from './createTables.ts'
import { createDelivery } from './delivery.ts'
import { setFaults, type WebhookFaults } from './faults.ts'
import { endWhatIsOver, nextEndMs } from './housekeeping.ts'
import { handlePages } from './pages/handlePages.ts'
import type { Sandbox } from './sandbox.ts'
import { createSandboxClock } from './sandboxClock.ts'

export interface StripeSandboxOptions {
  pool: pg.Pool
  clock: Clock
  /** Where it is mounted, e.g. `/_stripe`. */
  basePath: string
  /** Scheme, host and port as browsers see them; asked late, because the port may be known late. */
  publicOrigin: () => string
  webhookUrl: () => string
  webhookSecret: string
  secretKey: string
  publishableKey: string
  log: LogPort
}

export interface StripeSandbox {
  /** Answers a request under `basePath`; false, and nothing done, for any other. */
  handle(req: IncomingMessage, res: ServerResponse): Promise<boolean>
  /** Makes its tables and sends what was left undelivered. */
  start(): Promise<void>
  stop(): Promise<void>
  /** Sets the sandbox's clock forward, and does what thereby falls due. */
  advance(milliseconds: number): Promise<void>
  /** Has webhooks from now on doubled, lost, late and out of order, or with `NO_FAULTS` no more. */
  setFaults(faults: WebhookFaults): Promise<void>
}

/**
 * Stripe on our own machine: what the payments adapter and the checkout page talk to when no keys are configured. All of
 * its state is in PostgreSQL, each call in one transaction, so that `kill -9` loses nothing and halves nothing.
 */
export const createStripeSandbox = (options: StripeSandboxOptions): StripeSandbox => {
  const clock = createSandboxClock(options.pool, options.clock)
  const sandbox: Sandbox = {
    pool: options.pool,
    clock,
    basePath: options.basePath,
    home: () => `${options.publicOrigin()}${options.basePath}`,
    secretKey: options.secretKey,
    publishableKey: options.publishableKey,
    log: options.log,
    wake: () => delivery.wake(),
  }
  const delivery = createDelivery({
    pool: options.pool,
    clock,
    baseClock: options.clock,
    webhookUrl: options.webhookUrl,
    webhookSecret: options.webhookSecret,
    log: options.log,
    housekeeping: () => endWhatIsOver(sandbox),
    nextHousekeepingMs: () => nextEndMs(options.pool),
  })

  return {
    handle: async (req, res) => {
      const [path = '/', query = ''] = (req.url ?? '/').split('?', 2)
      if (path !== options.basePath && !path.startsWith(`${options.basePath}/`)) return false
      const url = new URL(`http://sandbox/${path.slice(options.basePath.length + 1)}?${query}`)
      if (url.pathname.startsWith('/v1/')) await handleApi(sandbox, req, res, url)
      else await handlePages(sandbox, req, res, url)
      return true
    },
    start: async () => {
      await createTables(options.pool)
      await clock.load()
      delivery.start()
    },
    stop: () => delivery.stop(),
    setFaults: (faults) => setFaults(options.pool, faults),
    advance: async (milliseconds) => {
      await clock.advance(milliseconds)
      await endWhatIsOver(sandbox)
      delivery.wake()
    },
  }
}
