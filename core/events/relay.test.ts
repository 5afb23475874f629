import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type FreshDatabase, freshDatabase } from '@mayago/db/testing/freshDatabase.ts'
import { quietLog } from '../../test/quietLog.ts'
import { queryRows } from '@mayago/db/sql.ts'
import { until } from '../../test/until.ts'
import { openLocalBus } from '../adapters/local/localBus.ts'
import { type Ctx, inTransaction } from '../context.ts'
import type { BusPort } from '../ports/bus.ts'
import { record } from './record.ts'
import { publishNews, sweepOutbox } from './relay.ts'

interface World {
  database: FreshDatabase
  heard: string[]
  bus: BusPort
}
const News = suite<World>('news')
News.before(async (w) => void (w.database = await freshDatabase()))
News.before.each(async (w) => {
  await w.database.pool.query('truncate outbox')
  w.bus = openLocalBus(quietLog())
  w.heard = []
  w.bus.subscribe('mayago.v1.>', (payload) => void w.heard.push(payload))
})
News.after(({ database }) => database.drop())

const ctxOf = ({ database, bus }: World): Ctx =>
  ({ em: database.orm.em.fork(), ports: { bus, log: quietLog() }, news: null }) as unknown as Ctx

const tell = (ctx: Ctx, experienceId: string): void => record(ctx, 'experience.changed', experienceId, { experienceId })

const rows = async ({ database }: World): Promise<{ subject: string; published: boolean }[]> =>
  (await database.pool.query('select subject, published_at is not null as published from outbox order by id')).rows

const allPublished = async (w: World): Promise<boolean> => (await rows(w)).every((row) => row.published)

const age = (w: World): Promise<unknown> =>
  w.database.pool.query(`update outbox set created_at = created_at - interval '2 seconds'`)

/** Messages are handed over in a later turn; a turn after that they are there. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))

News('is published after the commit, in order, and marked; not before', async (w) => {
  await inTransaction(ctxOf(w), async (ctx) => {
    tell(ctx, 'first')
    tell(ctx, 'second')
    await turn()
    assert.equal(w.heard, [])
  })
  await turn()
  assert.equal(w.heard, ['{"experienceId":"first"}', '{"experienceId":"second"}'])
  await until('both are marked', () => allPublished(w))
  assert.equal(
    (await rows(w)).map((row) => row.subject),
    ['mayago.v1.experience.first.changed', 'mayago.v1.experience.second.changed'],
  )
})

News('of a transaction that is rolled back leaves no row and no word', async (w) => {
  await inTransaction(ctxOf(w), async (ctx) => {
    tell(ctx, 'never')
    throw new Error('changed my mind')
  }).catch(() => undefined)
  await turn()
  assert.equal([w.heard, await rows(w)], [[], []])
})

News('of an inner part goes out with the outermost commit', async (w) => {
  await inTransaction(ctxOf(w), async (ctx) => {
    tell(ctx, 'outer')
    await inTransaction(ctx, async (inner) => tell(inner, 'inner'))
    await turn()
    assert.equal(w.heard, [])
  })
  await turn()
  assert.equal(w.heard, ['{"experienceId":"outer"}', '{"experienceId":"inner"}'])
})

News('recorded outside a transaction is a bug that shows at once', async (w) => {
  try {
    tell(ctxOf(w), 'loose')
    assert.unreachable()
  } catch (error) {
    assert.match((error as Error).message, 'inside inTransaction')
  }
})

News('while the bus is away stays unpublished, and the sweeper sends it when the bus is back', async (w) => {
  const live = w.bus
  const away: BusPort = { ...live, connected: false, publish: () => assert.unreachable() }
  await inTransaction(ctxOf({ ...w, bus: away }), async (ctx) => tell(ctx, 'late'))
  await age(w)
  assert.is(await sweepOutbox(ctxOf({ ...w, bus: away })), 0)
  assert.not(await allPublished(w))

  assert.is(await sweepOutbox(ctxOf(w)), 1)
  await turn()
  assert.equal(
    w.heard.map((text) => JSON.parse(text)),
    [{ experienceId: 'late' }],
  )
  assert.ok(await allPublished(w))
})

News('left by a process that died after its commit is swept once it is a second old, and only once', async (w) => {
  const insert = `insert into outbox (subject, payload) select 'mayago.v1.x.' || n || '.done', to_jsonb(n) from generate_series(1, 1200) n`
  await w.database.pool.query(insert)
  assert.is(await sweepOutbox(ctxOf(w)), 0, 'a second of patience for who is just about to publish')
  await age(w)
  const sent = await Promise.all([sweepOutbox(ctxOf(w)), sweepOutbox(ctxOf(w))])
  assert.is(sent[0] + sent[1], 1200, 'two sweepers share the work')
  assert.is(await sweepOutbox(ctxOf(w)), 0)
  await turn()
  assert.equal(
    w.heard.map(Number).sort((a, b) => a - b),
    Array.from({ length: 1200 }, (_, i) => i + 1),
  )
})

News('published more than an hour ago is removed, unpublished news never', async (w) => {
  await w.database.pool.query(`
    insert into outbox (subject, payload, created_at, published_at) values
      ('old', '1', now() - interval '2 hours', now() - interval '2 hours'),
      ('stuck', '2', now() - interval '2 hours', null),
      ('fresh', '3', now(), now())`)
  await sweepOutbox(ctxOf({ ...w, bus: { ...w.bus, connected: false } }))
  assert.equal(
    (await rows(w)).map((row) => row.subject),
    ['stuck', 'fresh'],
  )
})

News('is marked without waiting for the disk', async (w) => {
  const { rows: committed } = await w.database.pool.query(
    `insert into outbox (subject, payload) values ('mayago.v1.x.1.done', '1') returning id::text, subject, payload::text`,
  )
  await w.database.orm.em.fork().transactional(async (fork) => {
    const em = fork as SqlEntityManager
    const patience = (): Promise<unknown> => queryRows(em, 'show synchronous_commit')
    await queryRows(em, 'set local synchronous_commit = on')
    publishNews(
      { ...ctxOf(w), em: { getDriver: () => ({}), fork: () => em } as unknown as SqlEntityManager },
      committed,
    )
    assert.equal(await patience(), [{ synchronous_commit: 'off' }])
  })
  assert.ok(await allPublished(w))
})

News('published by hundreds of commits at once is marked in few statements', async (w) => {
  const insert = `insert into outbox (subject, payload) select 'mayago.v1.x.1.done', to_jsonb(n) from generate_series(1, 300) n returning id::text, subject, payload::text`
  const { rows: committed } = await w.database.pool.query(insert)
  const em = w.database.orm.em.fork()
  let updates = 0
  const counted = new Proxy(em, {
    get: (target, key) => (key === 'fork' ? (updates++, target.fork.bind(target)) : Reflect.get(target, key, target)),
  })
  const newsroom = { ...ctxOf(w), em: counted } as unknown as Ctx
  for (const row of committed) publishNews(newsroom, [row])
  await until('all are marked', () => allPublished(w))
  assert.is(w.heard.length, 300)
  assert.ok(updates <= 3, `${updates} statements`)
})

News.run()
