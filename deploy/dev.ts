import { createServer } from 'vite'
import { devProduct } from './dev/devProduct.ts'
import { assertPortsFree } from './http/serve.ts'
import { loadConfig } from './start/loadConfig.ts'
import { takeTurn } from './start/oneAtATime.ts'
import { openDatabase } from './start/openDatabase.ts'
import { orExplain } from './start/orExplain.ts'
import { seedWhenEmpty } from './start/seedWhenEmpty.ts'
import { createWayDown } from './start/stopWithGrace.ts'
import { summary } from './start/summary.ts'

// npm run dev: the product with hot reload, live rooms included.
const wayDown = createWayDown()

await orExplain(async () => {
  const config = loadConfig()
  const turn = await takeTurn(config.DATA_DIR)
  wayDown.add('lock', turn.end)
  await assertPortsFree(config)
  const database = await openDatabase(config, (line) => console.log(line))
  wayDown.add('database', database.stop)
  if (config.embedded) await seedWhenEmpty(database.url, (line) => console.log(line))
  const vite = await createServer({
    plugins: [devProduct(config, database.url, wayDown)],
    server: { host: config.HOST, port: config.PORT, strictPort: true },
  })
  wayDown.add('vite', () => vite.close())
  await vite.listen()
  turn.tell(config.PUBLIC_ORIGIN)
  console.log(summary(config, process.uptime()))
  process.send?.('mayago is ready')
}, wayDown.godown)
