import { matchMaker } from '@colyseus/core'
import { publishNews } from '@mayago/core/events/relay.ts'
import { createLog } from '../../deploy/compose/createLog.ts'
import { openProduct } from '../../deploy/compose/openProduct.ts'
import { createMetrics } from '../../deploy/http/metrics.ts'
import { loadConfig } from '../../deploy/start/loadConfig.ts'
import { openDatabase } from '../../deploy/start/openDatabase.ts'
import { serveProduct } from '../../deploy/start/serveProduct.ts'
import { createWayDown } from '../../deploy/start/stopWithGrace.ts'
import { createForUpdateDesk } from './forUpdateDesk.ts'

// The built product with pages, endpoints and rooms, composed as `npm start` does. BENCH_DESK=forUpdate puts the rival
// in the seat desk's place, behind the same doors.
const config = loadConfig()
const wayDown = createWayDown()
const database = await openDatabase(config, (line) => console.error(line))
wayDown.add('database', database.stop)
const metrics = createMetrics()
const product = await openProduct({
  config,
  log: createLog(config.LOG_LEVEL),
  databaseUrl: database.url,
  keepsJobs: false,
  onBatch: metrics.onBatch,
})
wayDown.add('product', product.close)
const { app, orm, pool } = product
if (process.env['BENCH_DESK'] === 'forUpdate')
  app.services.seatDesk = createForUpdateDesk(pool, app.services.settings, (news) =>
    publishNews({ em: orm.em.fork(), ports: app.ports }, news),
  )
await serveProduct(config, product, { pages: true, rooms: true, sandbox: false }, metrics, wayDown)
// How much one client may say in a second is a limit like the others, and off like them.
matchMaker.getHandler('experience').on('create', (room) => void (room.maxMessagesPerSecond = Infinity))
process.send?.('mayago is ready')
