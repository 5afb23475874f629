import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type pg from 'pg'
import { freshDatabase } from '@mayago/db/testing/freshDatabase.ts'
import { coreWorld, type CoreWorld } from '../../test/coreWorld.ts'
import { chanceSeed } from '../../test/seed.ts'
import { until } from '../../test/until.ts'
import { inTransaction } from '../context.ts'
import { newId } from '../kernel/ids.ts'
import { appendActs } from './appendActs.ts'
import { queryRows } from '../../db/sql.ts'
import { seededRandom } from '../kernel/random.ts'
import { recordAct } from './recordAct.ts'
import { verifyAudit } from './verifyAudit.ts'

const AppendActs = suite('appendActs', {} as CoreWorld)
AppendActs.before.each(async (w) => void Object.assign(w, await coreWorld()))
AppendActs.after.each((w) => w.drop())

const verify = (w: CoreWorld) => {
  const { em, ports, services } = w.as()
  return verifyAudit({ em, files: ports.files, headSigner: services.headSigner })
}

/** PostgreSQL's own work in this database (autovacuum) may hold the appender up: it is asked until it has all. */
const appendAll = (w: CoreWorld, chained: number): Promise<void> =>
  until(`${chained} acts are chained`, async () => {
    await appendActs(w.as())
    return (await verify(w)).chained === chained
  }).then(() => undefined)

const act = (subject: string): [string, unknown[]] => [
  `insert into audit_acts (id, actor, action, subject, request_id) values ($1, '{"kind":"system"}', 'user.suspended', $2, 'test')`,
  [newId<'act'>(Date.now()), subject],
]

const order = async (w: CoreWorld): Promise<string[]> =>
  (await w.pool.query('select subject from audit_chain join audit_acts on id = act_id order by seq')).rows.map(
    (row) => row.subject as string,
  )

/** Two transactions of which the one that began first commits last. */
const crossing = async (w: CoreWorld, between: () => Promise<void>): Promise<void> => {
  const [early, late] = [await w.pool.connect(), await w.pool.connect()]
  await early.query('begin')
  await early.query(...act('began first'))
  await late.query('begin')
  await late.query(...act('began second'))
  await late.query('commit')
  await between()
  await early.query('commit')
  for (const client of [early, late]) client.release()
}

AppendActs('[AUDIT-2] an act that commits late is still chained at its place', async (w) => {
  await crossing(w, async () => assert.is(await appendActs(w.as()), 0))
  await appendAll(w, 2)
  assert.equal(await order(w), ['began first', 'began second'])
})

AppendActs('[AUDIT-2] a transaction that stays open in another database holds nothing up', async (w) => {
  const other = await freshDatabase()
  const client = await other.pool.connect()
  try {
    await client.query('begin')
    await client.query('select pg_current_xact_id()')
    await w.pool.query(...act('meanwhile'))
    await appendAll(w, 1)
  } finally {
    await client.query('commit')
    client.release()
    await other.drop()
  }
})

/** What the appender would be without its rule: it takes whatever is there after the last one. */
const appendRashly = (pool: pg.Pool): Promise<unknown> =>
  pool.query(`
    insert into audit_chain (seq, act_id, hash)
    select coalesce(last.seq, 0) + row_number() over (order by a.tx, a.id), a.id, decode(repeat('00', 32), 'hex')
    from audit_acts a left join (
        select c.seq, l.tx, l.id from audit_chain c join audit_acts l on l.id = c.act_id order by c.seq desc limit 1) last on true
    where last.seq is null or (a.tx, a.id) > (last.tx, last.id)`)

AppendActs('[AUDIT-2] without the rule it is left out for ever: the test above can fail', async (w) => {
  await crossing(w, async () => void (await appendRashly(w.pool)))
  await appendRashly(w.pool)
  assert.equal(await order(w), ['began second'])
  assert.ok((await verify(w)).faults.some(({ fault }) => fault === 'slipped_in'))
})

AppendActs('[AUDIT-2] writers and appenders at once: every act once, in an order that verifies', async (w) => {
  const random = seededRandom(chanceSeed('audit writers'))
  const [writers, each] = [8, 15]
  let writing = true
  const append = async (): Promise<void> => {
    while (writing) await appendActs(w.as())
  }
  const write = async (writer: number): Promise<void> => {
    for (let n = 0; n < each; n++)
      await inTransaction(w.as(), async (tx) => {
        await recordAct(tx, 'user.suspended', `user:${writer}`, { n })
        // Some hold their transaction open over several round trips, so that commits cross.
        for (let i = random.int(0, 4); i > 0; i--) await queryRows(tx.em, 'select 1')
      })
  }
  const appenders = [append(), append()]
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
  writing = false
  await Promise.all(appenders)
  await appendAll(w, writers * each)
  assert.equal((await verify(w)).faults, [])
})

AppendActs('[AUDIT-2] a log restored into a server that counts from below goes on where it was', async (w) => {
  const future = `insert into audit_acts (id, actor, action, subject, request_id, tx)
    values ($1, '{}', 'user.suspended', $2, 'test', ((pg_current_xact_id()::text)::bigint + 1000000)::text::xid8)`
  await w.pool.query(future, [newId<'act'>(Date.now()), 'before the move'])
  await appendAll(w, 1)
  await w.pool.query(future, [newId<'act'>(Date.now()), 'before the move, not chained then'])
  await appendAll(w, 2)
  await w.pool.query(...act('after it'))
  await appendAll(w, 3)
  await w.pool.query(...act('and after that'))
  await appendAll(w, 4)
  const subjects = await order(w)
  assert.equal(subjects.slice(2), ['after it', 'and after that'])
  assert.equal((await verify(w)).faults, [])
})

AppendActs.run()
