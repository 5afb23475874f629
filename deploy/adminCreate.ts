import { parseArgs } from 'node:util'
import { makeAdmin, normalizeEmail } from '@mayago/core/identity/index.ts'
import { openOrm } from '@mayago/db/orm.ts'
import { createLog } from './compose/createLog.ts'
import { systemClock } from './compose/systemClock.ts'
import { quietly } from './seed/quietly.ts'
import { loadConfig } from './start/loadConfig.ts'
import { openDatabase } from './start/openDatabase.ts'
import { orExplain } from './start/orExplain.ts'
import { createWayDown } from './start/stopWithGrace.ts'

// npm run admin:create -- --email ana@example.org [--name "Ana Peña"]: makes an admin and prints the link, good once for
// an hour, that sets their password. Before they act as one they add a second factor.
const wayDown = createWayDown()
await orExplain(async () => {
  const { values } = parseArgs({ options: { email: { type: 'string' }, name: { type: 'string' } } })
  const email = normalizeEmail(values.email ?? '')
  if (email === null) {
    console.log('Say for whom: npm run admin:create -- --email ana@example.org')
    process.exitCode = 1
    return
  }
  const config = loadConfig()
  const database = await openDatabase(config, (line) => console.log(line))
  wayDown.add('database', database.stop)
  const orm = await openOrm(database.url, { poolMax: 2 })
  wayDown.add('connections', () => orm.close())
  const token = await quietly(orm, createLog(config.LOG_LEVEL), systemClock.now(), (ctx) =>
    makeAdmin(ctx, { email, name: values.name ?? email.split('@')[0] ?? email }),
  )
  console.log(`${email} is an admin. Open this within an hour to set the password:`)
  console.log(`${config.PUBLIC_ORIGIN}/account/reset?token=${token}`)
}, wayDown.godown)
await wayDown.godown()
