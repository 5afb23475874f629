import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { createHeadSigner, verifyAudit, type AuditFault } from '@mayago/core/audit/index.ts'
import { openOrm } from '@mayago/db/orm.ts'
import { openFiles } from './compose/openPorts.ts'
import { loadConfig } from './start/loadConfig.ts'
import { openDatabase } from './start/openDatabase.ts'
import { orExplain } from './start/orExplain.ts'
import { createWayDown } from './start/stopWithGrace.ts'

const told = (fault: AuditFault): string => {
  switch (fault.fault) {
    case 'changed':
      return `${fault.seq}: the act, its place or its hash is not what was chained`
    case 'missing':
      return `${fault.seq}: nothing is at this place`
    case 'act_missing':
      return `${fault.seq}: the act of this place is gone`
    case 'slipped_in':
      return `act ${fault.actId}: it is not in the chain, which has gone past it`
    case 'cut_off':
      return `the log ends at ${fault.seq}; a signed head knows ${fault.until} acts`
    case 'rewritten':
      return `${fault.seq}: a signed head knows another hash of this place`
    case 'head_forged':
      return `${fault.key}: this head was not signed by a key of ours`
  }
}

// npm run audit:verify: follows the audit log's chain and its signed heads (AUDIT-5).
const wayDown = createWayDown()
await orExplain(async () => {
  const config = loadConfig()
  const database = await openDatabase(config, (line) => console.log(line))
  wayDown.add('database', database.stop)
  const orm = await openOrm(database.url, { poolMax: 2 })
  wayDown.add('connections', () => orm.close())
  const headSigner = createHeadSigner(config.AUDIT_SIGNING_KEY, config.AUDIT_PUBLIC_KEYS_OLD)
  const { faults, chained, waiting, signedUntil } = await verifyAudit({
    em: orm.em.fork() as SqlEntityManager,
    files: openFiles(config),
    headSigner,
  })
  for (const fault of faults) console.log(told(fault))
  console.log(`${chained} acts are chained, ${waiting} are waiting to be; a signed head vouches for ${signedUntil}.`)
  console.log(`Heads are signed by the key whose public half is ${headSigner.publicKey}.`)
  console.log(faults.length === 0 ? 'Every act follows from the one before.' : `${faults.length} faults were found.`)
  if (faults.length > 0) process.exitCode = 1
}, wayDown.godown)
await wayDown.godown()
