import { openOrm } from '@mayago/db/orm.ts'
import { createLog } from './compose/createLog.ts'
import { systemClock } from './compose/systemClock.ts'
import { runDemoSeed } from './seed/runDemoSeed.ts'
import { loadConfig } from './start/loadConfig.ts'
import { openDatabase } from './start/openDatabase.ts'
import { orExplain } from './start/orExplain.ts'
import { createWayDown } from './start/stopWithGrace.ts'

// npm run seed: writes the demo world, or brings it up to date.
const wayDown = createWayDown()
await orExplain(async () => {
  const config = loadConfig()
  const database = await openDatabase(config, (line) => console.log(line))
  wayDown.add('database', database.stop)
  const orm = await openOrm(database.url, { poolMax: 4 })
  wayDown.add('connections', () => orm.close())
  const began = performance.now()
  await runDemoSeed(orm, config, createLog(config.LOG_LEVEL), systemClock.now())
  console.log(`The demo world is in place (${((performance.now() - began) / 1000).toFixed(1)} s).`)
}, wayDown.godown)
await wayDown.godown()
