import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { rotateFields } from '@mayago/core/identity/rotateFields.ts'
import { createSealer } from '@mayago/core/identity/sealer.ts'
import { openOrm } from '@mayago/db/orm.ts'
import { loadConfig } from './start/loadConfig.ts'
import { openDatabase } from './start/openDatabase.ts'
import { orExplain } from './start/orExplain.ts'
import { createWayDown } from './start/stopWithGrace.ts'

// npm run fields:rotate: seals every sealed field with FIELD_KEY; afterwards FIELD_KEYS_OLD may be emptied.
const wayDown = createWayDown()
await orExplain(async () => {
  const config = loadConfig()
  const database = await openDatabase(config, (line) => console.log(line))
  wayDown.add('database', database.stop)
  const orm = await openOrm(database.url, { poolMax: 2 })
  wayDown.add('connections', () => orm.close())
  const sealer = createSealer([config.FIELD_KEY, ...(config.FIELD_KEYS_OLD ?? [])])
  const { sealedAnew, current, lost } = await rotateFields({ em: orm.em.fork() as SqlEntityManager }, sealer)
  for (const place of lost) console.log(`${place}: no key opens it`)
  console.log(`${sealedAnew} fields were sealed anew, ${current} already were by the newest key.`)
  console.log(lost.length === 0 ? 'The old keys may go.' : `${lost.length} fields need a key that is not here.`)
  if (lost.length > 0) process.exitCode = 1
}, wayDown.godown)
await wayDown.godown()
