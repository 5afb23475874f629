import { parseArgs } from 'node:util'
import cliProgress from 'cli-progress'
import { openOrm } from '@mayago/db/orm.ts'
import { seedLarge } from '@mayago/db/seed/large/seedLarge.ts'
import { createLog } from './compose/createLog.ts'
import { systemClock } from './compose/systemClock.ts'
import { runDemoSeed } from './seed/runDemoSeed.ts'
import { loadConfig } from './start/loadConfig.ts'
import { openDatabase } from './start/openDatabase.ts'
import { orExplain } from './start/orExplain.ts'
import { createWayDown } from './start/stopWithGrace.ts'

// npm run seed: writes the demo world, or brings it up to date.
// npm run seed -- --experiences 100000: adds a large world for benchmarks.
const wayDown = createWayDown()
const secondsSince = (began: number): string => `${((performance.now() - began) / 1000).toFixed(1)} s`

const seedBenchmarkWorld = async (databaseUrl: string, experiences: number): Promise<void> => {
  const began = performance.now()
  const bar = new cliProgress.SingleBar({
    format: ' {bar} {percentage} % | {value} of {total} rows | {eta} s left',
    clearOnComplete: true,
  })
  await seedLarge(databaseUrl, {
    experiences,
    now: systemClock.now(),
    progress: { start: (rows) => bar.start(rows, 0), tell: (rows) => bar.increment(rows) },
  })
  bar.stop()
  console.log(`${experiences} more experiences with two weeks of departures (${secondsSince(began)}).`)
}

await orExplain(async () => {
  const { values } = parseArgs({ options: { experiences: { type: 'string' } } })
  const experiences = values.experiences === undefined ? 0 : Number(values.experiences)
  if (!Number.isInteger(experiences) || experiences < 0 || experiences > 1_000_000)
    throw new RangeError('--experiences is a whole number up to 1000000')
  const config = loadConfig()
  const database = await openDatabase(config, (line) => console.log(line))
  wayDown.add('database', database.stop)
  const orm = await openOrm(database.url, { poolMax: 4 })
  wayDown.add('connections', () => orm.close())
  const began = performance.now()
  await runDemoSeed(orm, config, createLog(config.LOG_LEVEL), systemClock.now())
  console.log(`The demo world is in place (${secondsSince(began)}).`)
  if (experiences > 0) await seedBenchmarkWorld(database.url, experiences)
}, wayDown.godown)
await wayDown.godown()
