import type { Server } from 'node:http'
import { createLog } from '../compose/createLog.ts'
import { openProduct, VERSION } from '../compose/openProduct.ts'
import type { Config } from '../config/readConfig.ts'
import type { Handler } from '../http/createListener.ts'
import { createHealth } from '../http/health.ts'
import { openRooms } from '../start/openRooms.ts'
import { openSandbox } from '../start/openSandbox.ts'
import { openWorker } from '../start/openWorker.ts'
import type { WayDown } from '../start/stopWithGrace.ts'

/** Everything but the pages, on Vite's http server. */
export const openDevDoors = async (
  http: Server,
  config: Config,
  databaseUrl: string,
  wayDown: WayDown,
): Promise<Handler[]> => {
  const log = createLog(config.LOG_LEVEL)
  const product = await openProduct({ config, log, databaseUrl, keepsJobs: true })
  wayDown.add('product', product.close)
  await openWorker(product, log, wayDown)
  const health = createHealth(VERSION, () => product.pool.query('select 1'))
  return [
    health.handle,
    await openRooms(http, config, product, wayDown),
    ...(config.embedded ? [await openSandbox(config, product, config.PORT, wayDown)] : []),
  ]
}
