import { createLog } from './compose/createLog.ts'
import { createMetrics } from './http/metrics.ts'
import { assertPortsFree } from './http/serve.ts'
import { ensureBuild } from './start/ensureBuild.ts'
import { loadConfig } from './start/loadConfig.ts'
import { takeTurn } from './start/oneAtATime.ts'
import { openDatabase } from './start/openDatabase.ts'
import { orExplain } from './start/orExplain.ts'
import { seedWhenEmpty } from './start/seedWhenEmpty.ts'
import { createWayDown } from './start/stopWithGrace.ts'
import { summary } from './start/summary.ts'

// npm start: the whole product in one process on one port.
const say = (line: string): void => console.log(line)
const wayDown = createWayDown()

await orExplain(async () => {
  const config = loadConfig()
  const turn = await takeTurn(config.DATA_DIR)
  wayDown.add('lock', turn.end)
  await assertPortsFree(config)
  const [database] = await Promise.all([
    openDatabase(config, say).then((opened) => {
      wayDown.add('database', opened.stop)
      return opened
    }),
    ensureBuild(say),
  ])
  if (config.embedded) await seedWhenEmpty(database.url, say)
  // Loaded late, because the build compiles the messages that these use.
  const [{ openProduct }, { openWorker }, { serveInternally }, { serveProduct }] = await Promise.all([
    import('./compose/openProduct.ts'),
    import('./start/openWorker.ts'),
    import('./start/serveInternally.ts'),
    import('./start/serveProduct.ts'),
  ])
  const metrics = createMetrics()
  const log = createLog(config.LOG_LEVEL)
  const product = await openProduct({
    config,
    log,
    databaseUrl: database.url,
    keepsJobs: true,
    onBatch: metrics.onBatch,
  })
  wayDown.add('product', product.close)
  await serveInternally(config, product, metrics, wayDown)
  await serveProduct(config, product, { pages: true, rooms: true, sandbox: config.embedded }, metrics, wayDown)
  await openWorker(product, log, wayDown)
  turn.tell(config.PUBLIC_ORIGIN)
  console.log(summary(config, process.uptime()))
  process.send?.('mayago is ready')
}, wayDown.godown)
