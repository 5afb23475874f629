import { recomputeInstants } from '@mayago/core/availability/index.ts'
import { openOrm } from '@mayago/db/orm.ts'
import { createLog } from './compose/createLog.ts'
import { systemClock } from './compose/systemClock.ts'
import { quietly } from './seed/quietly.ts'
import { loadConfig } from './start/loadConfig.ts'
import { openDatabase } from './start/openDatabase.ts'
import { orExplain } from './start/orExplain.ts'
import { createWayDown } from './start/stopWithGrace.ts'

// npm run times:recompute: after a change of the time zone rules, derives the instants of coming departures (TIME-1).
const wayDown = createWayDown()
await orExplain(async () => {
  const config = loadConfig()
  const database = await openDatabase(config, (line) => console.log(line))
  wayDown.add('database', database.stop)
  const orm = await openOrm(database.url, { poolMax: 2 })
  wayDown.add('connections', () => orm.close())
  const { checked, moved } = await quietly(orm, createLog(config.LOG_LEVEL), systemClock.now(), recomputeInstants)
  console.log(`${checked} coming departures checked, ${moved} moved to their wall time's instant.`)
}, wayDown.godown)
await wayDown.godown()
