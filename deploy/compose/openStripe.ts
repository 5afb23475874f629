import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { createStripePayments } from '@mayago/core/adapters/stripe/createStripePayments.ts'
import type { PaymentsPort } from '@mayago/core/ports/payments.ts'
import type { Config } from '../config/readConfig.ts'
import { createTables } from '../embedded/stripe/createTables.ts'
import { createListener } from '../http/createListener.ts'
import { createHttp, listen } from '../http/serve.ts'
import type { WayDown } from '../start/stopWithGrace.ts'
import { createLog } from './createLog.ts'
import { stripeOptions } from './openPorts.ts'
import { openStripeSandbox, SANDBOX_PATH } from './stripeSandbox.ts'

/**
 * Stripe for a command that only asks. In embedded mode it is the sandbox on a port of its own over the same tables, so
 * that the product may run or not; this one sends no webhooks.
 */
export const openStripe = async (config: Config, databaseUrl: string, wayDown: WayDown): Promise<PaymentsPort> => {
  if (config.STRIPE_SECRET_KEY !== undefined) return createStripePayments(stripeOptions(config))
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 })
  wayDown.add('pool', () => pool.end())
  await createTables(pool)
  const sandbox = openStripeSandbox(config, createLog(config.LOG_LEVEL), pool, config.PUBLIC_ORIGIN)
  const http = createHttp(
    createListener(
      [(request, response, next) => void sandbox.handle(request, response).then((answered) => answered || next())],
      config.TRUST_PROXY,
    ),
  )
  await listen(http.server, 0, '127.0.0.1')
  wayDown.add('payment sandbox', () => http.stop(1000))
  const { port } = http.server.address() as AddressInfo
  return createStripePayments({
    ...stripeOptions(config),
    apiBase: new URL(`http://127.0.0.1:${port}${SANDBOX_PATH}`),
  })
}
