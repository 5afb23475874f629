import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { newId } from '@mayago/kernel/ids.ts'
import { money } from '@mayago/kernel/money.ts'
import { makeDepartures } from '@mayago/db/testing/makeDepartures.ts'
import { coreWorld, type CoreWorld } from '../../test/coreWorld.ts'
import { begin } from '../../test/paying.ts'
import { inTransaction } from '../context.ts'
import { paymentCaptured, postEntry } from './index.ts'
import type { Entry } from './entries.ts'

interface World extends CoreWorld {
  booking: { bookingId: string; localDate: string }
}

const Ledger = suite<World>('ledger')
Ledger.before(async (w) => {
  Object.assign(w, await coreWorld())
  const { kayak } = await makeDepartures(w, { kayak: {} })
  const { id } = await begin(w.guest(), kayak)
  w.booking = { bookingId: id, localDate: kayak.localStart.slice(0, 10) }
})
Ledger.after((w) => w.drop())

const captured = (w: World, minor = 1000): Entry =>
  paymentCaptured({ ...w.booking, source: `pi_${newId(Date.now())}` }, money(minor, 'MXN'))

const post = (w: World, entry: Entry): Promise<boolean> => inTransaction(w.as(), (tx) => postEntry(tx, entry))

const count = async (w: World): Promise<number> =>
  Number((await w.pool.query('select count(*) from ledger_entries')).rows[0].count)

/** What the database answered: the constraint that was broken, or its message. */
const answerOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'kept',
    (error: unknown) => {
      const { constraint, message } = ((error as Error).cause ?? error) as { constraint?: string; message: string }
      return constraint ?? message
    },
  )

Ledger('[MONEY-1] an entry that does not sum to zero in each currency is impossible at commit', async (w) => {
  const before = await count(w)
  const good = captured(w)
  const [first, second] = good.lines as [Entry['lines'][number], Entry['lines'][number]]
  const unbalanced: Entry['lines'][] = [
    [first],
    [first, { ...second, amount: money(-999, 'MXN') }],
    [first, { ...second, amount: money(-1000, 'EUR') }],
    [],
  ]
  for (const lines of unbalanced)
    assert.is(await answerOf(post(w, { ...good, lines })), 'a_ledger_entry_balances', JSON.stringify(lines))
  assert.is(await count(w), before, 'nothing of them is left')
  assert.is(await post(w, good), true)
  assert.is(await count(w), before + 1)
})

Ledger('[MONEY-1] it is judged at the end: a transaction may add the lines one by one', async (w) => {
  const client = await w.pool.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query(
      `insert into ledger_entries (id, kind, source, booking_id, local_date)
       values (uuidv7(), 'payment_captured', 'pi_by_hand', $1, $2) returning id`,
      [w.booking.bookingId, w.booking.localDate],
    )
    for (const [account, minor] of [
      ['receivable', 5],
      ['held_funds', -5],
    ])
      await client.query(`insert into ledger_lines values ($1, ledger_account($2, 'MXN', null), $3)`, [
        rows[0].id,
        account,
        minor,
      ])
    await client.query('commit')
    await client.query('begin')
    const late = [
      ['refunds', 7],
      ['commission', -7],
    ]
    for (const [account, minor] of late)
      await client.query(`insert into ledger_lines values ($1, ledger_account($2, 'MXN', null), $3)`, [
        rows[0].id,
        account,
        minor,
      ])
    assert.is(await answerOf(client.query('commit')), 'a_ledger_entry_is_closed', 'lines that come later never count')
  } finally {
    client.release()
  }
})

Ledger('[MONEY-1] nothing in the books is changed or taken away', async (w) => {
  await post(w, captured(w))
  for (const table of ['ledger_accounts', 'ledger_entries', 'ledger_lines']) {
    const column = table === 'ledger_lines' ? 'amount_minor' : 'kind'
    for (const statement of [
      `update ${table} set ${column} = ${column}`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
    ])
      assert.match(await answerOf(w.pool.query(statement)), /is append-only/, statement)
  }
})

Ledger('[MONEY-2] a fact is posted once, however often and at once it is told', async (w) => {
  const entry = captured(w)
  const before = await count(w)
  const answers = await Promise.all([1, 2, 3, 4].map(() => post(w, entry)))
  assert.is(answers.filter(Boolean).length, 1)
  assert.is(await post(w, { ...entry, lines: captured(w, 5000).lines }), false, 'another amount is no other fact')
  assert.is(await count(w), before + 1)
})

Ledger('each provider has a payable account of their own, and every other is one a currency', async (w) => {
  const open = (kind: string, currency: string, provider: string | null) =>
    w.pool.query(`select ledger_account($1, $2, $3) as id`, [kind, currency, provider]).then(({ rows }) => rows[0].id)
  const provider = (await w.pool.query('select id from providers limit 1')).rows[0].id
  assert.is(await open('provider_payable', 'MXN', provider), await open('provider_payable', 'MXN', provider))
  assert.is.not(await open('commission', 'MXN', null), await open('commission', 'EUR', null))
  assert.is(await answerOf(open('provider_payable', 'MXN', null)), 'a_payable_has_its_provider')
  assert.is(await answerOf(open('commission', 'MXN', provider)), 'a_payable_has_its_provider')
})

Ledger.run()
