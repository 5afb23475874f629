import { parseArgs } from 'node:util'
import { openOrm } from '@mayago/db/orm.ts'
import { createLog } from './compose/createLog.ts'
import { systemClock } from './compose/systemClock.ts'
import { runDemoSeed } from './seed/runDemoSeed.ts'
import { loadConfig } from './start/loadConfig.ts'
import { openDatabase } from './start/openDatabase.ts'
import { orExplain } from './start/orExplain.ts'

// npm run seed: the demo world, or brings it up to date.
await orExplain(async () => {
  parseArgs({ options: {} })
  const config = loadConfig()
  const database = await openDatabase(config, (line) => console.log(line))
  const orm = await openOrm(database.url, { poolMax: 4 })
  try {
    const began = performance.now()
    await runDemoSeed(orm, config, createLog(config.LOG_LEVEL), systemClock.now())
    console.log(`The demo world is in place (${((performance.now() - began) / 1000).toFixed(1)} s).`)
  } finally {
    await orm.close()
    await database.stop()
  }
})
