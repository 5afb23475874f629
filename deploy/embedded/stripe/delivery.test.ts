import pg from 'pg'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { freshDatabase, type FreshDatabase } from '@mayago/db/testing/freshDatabase.ts'
import { createTables } from './createTables.ts'
import { NO_FAULTS } from './faults.ts'
import { startSandbox, type SandboxWorld } from './testing/startSandbox.ts'

const Webhooks = suite<{ database: FreshDatabase; running: SandboxWorld[] }>('the sandbox’s webhooks')
Webhooks.before.each(async (w) => {
  w.database = await freshDatabase()
  w.running = []
})
Webhooks.after.each(async (w) => {
  for (const world of w.running) await world.stop()
  await w.database.drop()
})
const start = async (w: { database: FreshDatabase; running: SandboxWorld[] }, at?: string): Promise<SandboxWorld> => {
  const world = await startSandbox(w.database.pool, at)
  w.running.push(world)
  return world
}
const pending = async (w: {
  database: FreshDatabase
}): Promise<{ state: string; attempts: number; last_answer: string }[]> =>
  (await w.database.pool.query('SELECT state, attempts, last_answer FROM stripe_sandbox.deliveries ORDER BY id'))
    .rows as never

const create = (world: SandboxWorld) => world.stripe.paymentIntents.create({ amount: 12_500, currency: 'mxn' })

/** Until the deliveries look like this; each look is a query, so it waits for the world and not for a clock. */
const until = async <State>(look: () => Promise<State>, isSo: (state: State) => boolean): Promise<State> => {
  for (;;) {
    const state = await look()
    if (isSo(state)) return state
  }
}

Webhooks(
  '[MONEY-2] an event refused by us comes again, later each time, until it is taken, and then no more',
  async (w) => {
    const world = await start(w)
    let answers = 0
    world.answerWith(() => ((answers += 1) < 3 ? 500 : 200))
    const intent = await create(world)
    await until(
      () => pending(w),
      ([first]) => first?.last_answer === '500',
    )
    world.clock.set('2027-03-01T12:00:00.400Z')
    await world.sandbox.advance(0)
    assert.is(answers, 1)
    world.clock.set('2027-03-01T12:00:00.600Z')
    await world.sandbox.advance(0)
    await until(
      () => pending(w),
      ([first]) => first?.attempts === 2 && first.last_answer === '500' && answers === 2,
    )
    await world.sandbox.advance(2_000)
    const event = await world.hear('payment_intent.created', intent.id)
    assert.is(event.object['status'], 'requires_payment_method')
    const [delivered] = await until(
      () => pending(w),
      ([first]) => first?.state === 'delivered',
    )
    assert.is(delivered?.attempts, 3)
    await world.sandbox.advance(24 * 3_600_000)
    assert.is(world.received.length, 1)
    assert.is((await world.stripe.events.retrieve(event.id)).pending_webhooks, 0)
  },
)

Webhooks('an event that nobody takes for three days is given up', async (w) => {
  const world = await start(w)
  world.answerWith(() => 500)
  await create(world)
  await until(
    () => pending(w),
    ([first]) => first?.last_answer === '500',
  )
  await world.sandbox.advance(3 * 24 * 3_600_000)
  const [first] = await until(
    () => pending(w),
    ([one]) => one?.state === 'given_up',
  )
  assert.is(first?.state, 'given_up')
})

Webhooks('an event carries its object as it was, not as it became', async (w) => {
  const world = await start(w)
  const intent = await create(world)
  await world.stripe.paymentIntents.confirm(intent.id, {
    payment_method: 'pm_card_visa',
    return_url: 'https://mayago.test',
  })
  await world.hear('payment_intent.succeeded', intent.id)
  const { data } = await world.stripe.events.list({ type: 'payment_intent.created' })
  assert.is((data[0]?.data.object as { status: string }).status, 'requires_payment_method')
})

Webhooks(
  '[MONEY-2] after a restart everything is there: objects, remembered answers, the clock, events not yet sent',
  async (w) => {
    const before = await start(w)
    before.answerWith(() => 503)
    const intent = await before.stripe.paymentIntents.create(
      {
        amount: 12_500,
        currency: 'mxn',
        payment_method: 'pm_card_visa',
        confirm: true,
        return_url: 'https://mayago.test',
      },
      { idempotencyKey: 'once' },
    )
    await before.sandbox.advance(3_600_000)
    await until(
      () => pending(w),
      (all) => all.length === 3 && all.every((one) => one.last_answer === '503'),
    )
    assert.is(before.received.length, 0)
    await before.stop()
    w.running = []

    const after = await start(w, '2027-03-01T12:30:00Z')
    await after.hear('payment_intent.succeeded', intent.id)
    await after.hear('payment_intent.created', intent.id)
    assert.is((await after.stripe.paymentIntents.retrieve(intent.id)).status, 'succeeded')
    const again = await after.stripe.paymentIntents.create(
      {
        amount: 12_500,
        currency: 'mxn',
        payment_method: 'pm_card_visa',
        confirm: true,
        return_url: 'https://mayago.test',
      },
      { idempotencyKey: 'once' },
    )
    assert.is(again.id, intent.id)
    const later = await create(after)
    assert.is(later.created, Date.parse('2027-03-01T13:30:00Z') / 1000)
  },
)

Webhooks(
  '[MONEY-2] with the switch on, events are doubled, lost and out of order, the same way for a seed',
  async (w) => {
    const world = await start(w)
    const seen = async (): Promise<string[]> => {
      await w.database.pool.query('TRUNCATE stripe_sandbox.objects, stripe_sandbox.deliveries')
      await world.sandbox.setFaults({ duplicatePercent: 30, dropPercent: 30, delayMsMax: 60_000, seed: 7 })
      for (let i = 0; i < 40; i++) await create(world)
      const { rows } = await w.database.pool.query<{ delays: string }>(
        `SELECT coalesce(string_agg((d.due_ms - e.created * 1000)::text, ' ' ORDER BY d.id), 'lost') AS delays
         FROM stripe_sandbox.objects e LEFT JOIN stripe_sandbox.deliveries d ON d.event_id = e.id
        WHERE e.kind = 'event' GROUP BY e.id, e.seq ORDER BY e.seq`,
      )
      return rows.map((row) => row.delays)
    }
    const plan = await seen()
    assert.ok(plan.includes('lost'), 'some are lost')
    assert.ok(
      plan.some((delays) => delays.includes(' ')),
      'some are doubled',
    )
    const first = plan.filter((delays) => delays !== 'lost').map((delays) => Number(delays.split(' ')[0]))
    assert.not.equal(
      first,
      [...first].sort((a, b) => a - b),
    )
    assert.equal(await seen(), plan)
    await world.sandbox.setFaults(NO_FAULTS)
    const intent = await create(world)
    await world.hear('payment_intent.created', intent.id)
  },
)

Webhooks('two sandboxes that start on one database at once make its tables once', async (w) => {
  const worlds = await Promise.all([start(w), start(w), start(w)])
  const intent = await create(worlds[0])
  assert.is((await worlds[2].stripe.paymentIntents.retrieve(intent.id)).id, intent.id)
})

Webhooks('a sandbox that starts waits for nobody who is at work in its tables', async (w) => {
  await start(w)
  const working = await w.database.pool.connect()
  const impatient = new pg.Pool({ connectionString: w.database.url, options: '-c lock_timeout=2000' })
  try {
    await working.query('BEGIN')
    await working.query('SELECT 1 FROM stripe_sandbox.deliveries, stripe_sandbox.objects')
    await createTables(impatient)
  } finally {
    await working.query('COMMIT')
    working.release()
    await impatient.end()
  }
})

Webhooks.run()
