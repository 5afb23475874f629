import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { openLocalFiles } from '../adapters/local/localFiles.ts'
import { coreWorld, type CoreWorld } from '../../test/coreWorld.ts'
import { until } from '../../test/until.ts'
import { inTransaction } from '../context.ts'
import { newId } from '../kernel/ids.ts'
import { appendActs } from './appendActs.ts'
import { createHeadSigner } from './headSigner.ts'
import { recordAct } from './recordAct.ts'
import { signHead } from './signHead.ts'
import { verifyAudit, type AuditFault } from './verifyAudit.ts'

const VerifyAudit = suite('verifyAudit', {} as CoreWorld & { folder: string })

const write = async (w: CoreWorld, acts: number): Promise<void> => {
  for (let n = 0; n < acts; n++)
    await inTransaction(w.as(), (tx) => recordAct(tx, 'user.roleChanged', `user:${n}`, { to: 'support', n }))
  await until('all are chained', async () => {
    await appendActs(w.as())
    return (await verify(w)).waiting === 0
  })
}

/** Ten acts under a signed head, and two after it. */
VerifyAudit.before(async (w) => void Object.assign(w, await coreWorld()))
VerifyAudit.before.each(async (w) => {
  w.folder = mkdtempSync(join(tmpdir(), 'mayago-heads-'))
  w.ports.files = openLocalFiles(w.folder)
  await tamper(w, 'truncate audit_chain, audit_acts')
  await write(w, 10)
  await signHead(w.as())
  await write(w, 2)
})
VerifyAudit.after.each((w) => rmSync(w.folder, { recursive: true }))
VerifyAudit.after((w) => w.drop())

const verify = (w: CoreWorld) => {
  const { em, ports, services } = w.as()
  return verifyAudit({ em, files: ports.files, headSigner: services.headSigner })
}
const faultsOf = async (w: CoreWorld): Promise<AuditFault[]> => (await verify(w)).faults

/** What a superuser can do: triggers and foreign keys are off. */
const tamper = async (w: CoreWorld, ...statements: string[]): Promise<void> => {
  const client = await w.pool.connect()
  try {
    await client.query('set session_replication_role = replica')
    for (const statement of statements) await client.query(statement)
  } finally {
    client.release(true)
  }
}

const ACT = (seq: number): string => `(select act_id from audit_chain where seq = ${seq})`

VerifyAudit('[AUDIT-5] a log that nobody touched is whole', async (w) => {
  assert.equal(await verify(w), { faults: [], chained: 12, waiting: 0, signedUntil: 10 })
})

VerifyAudit('[AUDIT-5] heads of a former key stay good while its public half is told', async (w) => {
  const { em, ports, services } = w.as()
  const successor = new Uint8Array(32).fill(77)
  const verifyWith = (...former: Uint8Array[]) =>
    verifyAudit({ em, files: ports.files, headSigner: createHeadSigner(successor, former) })
  assert.equal(
    (await verifyWith()).faults.map(({ fault }) => fault),
    ['head_forged'],
  )
  const former = Buffer.from(services.headSigner.publicKey, 'base64url')
  assert.equal(await verifyWith(former), { faults: [], chained: 12, waiting: 0, signedUntil: 10 })
})

VerifyAudit('[AUDIT-3] the product itself can change and remove nothing', async (w) => {
  for (const statement of [
    `update audit_acts set action = 'user.suspended'`,
    'delete from audit_acts',
    'update audit_chain set seq = seq + 100',
    'delete from audit_chain where seq = 12',
    'truncate audit_chain, audit_acts',
  ])
    try {
      await w.pool.query(statement)
      assert.unreachable(statement)
    } catch (error) {
      assert.match((error as Error).message, 'append-only', statement)
    }
})

const COLUMNS: [column: string, other: string][] = [
  ['at', `at + interval '1 microsecond'`],
  ['actor', `'{"kind":"system","job":"other"}'`],
  ['action', `'user.suspended'`],
  ['subject', `'user:other'`],
  ['data', `jsonb_set(data, '{to}', '"admin"')`],
  ['request_id', `'other'`],
  ['tx', `((tx::text::bigint - 1)::text)::xid8`],
]
for (const [column, other] of COLUMNS)
  VerifyAudit(`[AUDIT-5] a changed ${column} is found`, async (w) => {
    await tamper(w, `update audit_acts set ${column} = ${other} where id = ${ACT(4)}`)
    assert.equal(await faultsOf(w), [{ fault: 'changed', seq: 4 }])
  })

VerifyAudit('[AUDIT-5] a changed hash is found, and does not hide what follows', async (w) => {
  await tamper(w, `update audit_chain set hash = decode(repeat('ab', 32), 'hex') where seq = 4`)
  assert.equal(await faultsOf(w), [
    { fault: 'changed', seq: 4 },
    { fault: 'changed', seq: 5 },
  ])
})

VerifyAudit('[AUDIT-5] a removed act is found', async (w) => {
  await tamper(w, `delete from audit_acts where id = ${ACT(4)}`)
  assert.equal(await faultsOf(w), [{ fault: 'act_missing', seq: 4 }])
})

VerifyAudit('[AUDIT-5] an act removed with its place is found', async (w) => {
  await tamper(w, `delete from audit_acts where id = ${ACT(4)}`, 'delete from audit_chain where seq = 4')
  assert.equal(await faultsOf(w), [{ fault: 'missing', seq: 4 }])
})

VerifyAudit('[AUDIT-5] an act taken out of the chain, the rest moved up, is found', async (w) => {
  await tamper(
    w,
    'delete from audit_chain where seq = 4',
    'update audit_chain set seq = seq + 1000 where seq > 4',
    'update audit_chain set seq = seq - 1001 where seq > 1000',
  )
  const faults = await faultsOf(w)
  assert.ok(
    faults.some(({ fault }) => fault === 'slipped_in'),
    'the act is left over',
  )
  assert.ok(
    faults.some((one) => one.fault === 'changed' && one.seq === 4),
    'its place is another act’s',
  )
})

VerifyAudit('[AUDIT-5] two acts that changed places are found', async (w) => {
  await tamper(
    w,
    'update audit_chain set seq = 1004 where seq = 4',
    'update audit_chain set seq = 4 where seq = 5',
    'update audit_chain set seq = 5 where seq = 1004',
  )
  assert.equal(await faultsOf(w), [
    { fault: 'changed', seq: 4 },
    { fault: 'changed', seq: 5 },
    { fault: 'changed', seq: 6 },
  ])
})

VerifyAudit('[AUDIT-5] a log cut off below its signed head is found', async (w) => {
  await tamper(
    w,
    'delete from audit_acts where id in (select act_id from audit_chain where seq > 8)',
    'delete from audit_chain where seq > 8',
  )
  assert.equal(await faultsOf(w), [{ fault: 'cut_off', seq: 8, until: 10 }])
})

VerifyAudit('[AUDIT-5] an emptied log is found', async (w) => {
  await tamper(w, 'delete from audit_chain', 'delete from audit_acts')
  assert.equal(await faultsOf(w), [{ fault: 'cut_off', seq: 0, until: 10 }])
})

VerifyAudit('[AUDIT-5] an act slipped in behind the chain’s back is found', async (w) => {
  const id = newId<'act'>(Date.now())
  await w.pool.query(
    `insert into audit_acts (id, actor, action, subject, request_id, tx)
     select $1, '{}', 'user.suspended', 'user:x', 'r', tx from audit_acts where id = ${ACT(4)}`,
    [id],
  )
  const faults = await faultsOf(w)
  assert.equal(faults, [{ fault: 'slipped_in', actId: id }])
})

VerifyAudit('[AUDIT-5] a log written anew from a changed act is found by its signed head', async (w) => {
  await tamper(w, `update audit_acts set subject = 'user:other' where id = ${ACT(4)}`, 'delete from audit_chain')
  await until('it is chained again', async () => (await appendActs(w.as()), (await verify(w)).waiting === 0))
  assert.equal(await faultsOf(w), [{ fault: 'rewritten', seq: 10 }])
})

VerifyAudit('[AUDIT-5] a head that another key signed is found', async (w) => {
  const head = JSON.stringify({ seq: 12, hash: 'ab', signedAt: '2026-01-01T00:00:00.000Z' })
  const signature = createHeadSigner(new Uint8Array(32).fill(99)).sign(head)
  const file = Buffer.from(JSON.stringify({ head, signature }))
  await w.ports.files.put('audit/heads/0000000000000012.json', file, 'application/json')
  assert.equal(await faultsOf(w), [{ fault: 'head_forged', key: 'audit/heads/0000000000000012.json' }])
})

VerifyAudit('[AUDIT-4] a head is signed once for what it covers, and again when the log has grown', async (w) => {
  await signHead(w.as())
  await signHead(w.as())
  assert.is((await w.ports.files.list('audit/heads/')).length, 2)
  assert.is((await verify(w)).signedUntil, 12)
})

VerifyAudit.run()
