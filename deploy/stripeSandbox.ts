import { createLog } from './compose/createLog.ts'
import { openStripeSandbox } from './compose/stripeSandbox.ts'
import { createListener } from './http/createListener.ts'
import { createHttp, listen } from './http/serve.ts'
import { loadConfig } from './start/loadConfig.ts'
import { openDatabase } from './start/openDatabase.ts'
import { orExplain } from './start/orExplain.ts'
import { createWayDown } from './start/stopWithGrace.ts'
import pg from 'pg'

// npm run start:stripe-sandbox: Stripe's stand-in as a process of its own, for trying several processes without an account.
// The others find it by STRIPE_API_BASE=http://<here>/_stripe and share its STRIPE_* keys.
const wayDown = createWayDown()

await orExplain(async () => {
  const config = loadConfig()
  const database = await openDatabase(config, (line) => console.log(line))
  wayDown.add('database', database.stop)
  const pool = new pg.Pool({ connectionString: database.url, max: 10 })
  wayDown.add('pool', () => pool.end())
  const log = createLog(config.LOG_LEVEL)
  const sandbox = openStripeSandbox(config, log, pool, config.STRIPE_WEBHOOK_ORIGIN ?? config.PUBLIC_ORIGIN)
  await sandbox.start()
  wayDown.add('payment sandbox', () => sandbox.stop())
  const http = createHttp(
    createListener(
      [(request, response, next) => void sandbox.handle(request, response).then((answered) => answered || next())],
      config.TRUST_PROXY,
    ),
  )
  await listen(http.server, config.PORT, config.HOST)
  wayDown.add('web server', () => http.stop(1000))
  log.info({ role: 'stripe sandbox', port: config.PORT }, 'ready')
  process.send?.('mayago is ready')
}, wayDown.godown)
