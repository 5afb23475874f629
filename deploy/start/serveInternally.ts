import { VERSION, type Product } from '../compose/openProduct.ts'
import type { Config } from '../config/readConfig.ts'
import { createListener } from '../http/createListener.ts'
import { createHealth } from '../http/health.ts'
import type { Metrics } from '../http/metrics.ts'
import { createHttp, listen } from '../http/serve.ts'
import type { WayDown } from './stopWithGrace.ts'

/** Metrics and health on the internal port, when there is one. */
export const serveInternally = async (
  config: Config,
  product: Product,
  metrics: Metrics,
  wayDown: WayDown,
): Promise<void> => {
  if (config.INTERNAL_PORT === 0) return
  const health = createHealth(VERSION, () => product.pool.query('select 1'))
  const http = createHttp(createListener([metrics.handle, health.handle], 0))
  await listen(http.server, config.INTERNAL_PORT, config.HOST, 'INTERNAL_PORT')
  wayDown.add('internal port', () => http.stop(1000))
}
