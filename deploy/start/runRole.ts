import { createLog } from '../compose/createLog.ts'
import { openProduct } from '../compose/openProduct.ts'
import { createMetrics } from '../http/metrics.ts'
import { ensureBuild } from './ensureBuild.ts'
import { loadConfig } from './loadConfig.ts'
import { openDatabase } from './openDatabase.ts'
import { openWorker } from './openWorker.ts'
import { orExplain } from './orExplain.ts'
import { serveInternally } from './serveInternally.ts'
import { serveProduct, type Doors } from './serveProduct.ts'
import { createWayDown } from './stopWithGrace.ts'

export interface Role extends Doors {
  name: 'web' | 'realtime' | 'worker'
  jobs: boolean
}

/** Runs one role of several processes, which meet in PostgreSQL, NATS and Redis. */
export const runRole = async (role: Role): Promise<void> => {
  const wayDown = createWayDown()
  const say = (line: string): void => console.log(line)
  await orExplain(async () => {
    const config = loadConfig(role.name)
    const database = await openDatabase(config, say)
    wayDown.add('database', database.stop)
    if (role.pages) await ensureBuild(say)
    const metrics = createMetrics()
    const log = createLog(config.LOG_LEVEL)
    const product = await openProduct({
      config,
      log,
      databaseUrl: database.url,
      keepsJobs: role.jobs,
      onBatch: metrics.onBatch,
    })
    wayDown.add('product', product.close)
    await serveInternally(config, product, metrics, wayDown)
    await serveProduct(config, product, role, metrics, wayDown)
    if (role.jobs) await openWorker(product, log, wayDown)
    log.info({ role: role.name, port: config.PORT }, 'ready')
    process.send?.('mayago is ready')
  }, wayDown.godown)
}
