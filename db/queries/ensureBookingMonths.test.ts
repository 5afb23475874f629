import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { freshDatabase, type FreshDatabase } from '../testing/freshDatabase.ts'
import { until } from '../../test/until.ts'
import { ensureBookingMonths } from './ensureBookingMonths.ts'

const Months = suite<FreshDatabase>('ensureBookingMonths')
Months.before(async (w) => {
  Object.assign(w, await freshDatabase())
})
Months.after((w) => w.drop())

const partitions = async (w: FreshDatabase): Promise<string[]> =>
  (
    await w.pool.query<{ name: string }>(
      `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'bookings'::regclass order by 1`,
    )
  ).rows.map(({ name }) => name)

const isWaiting = async (w: FreshDatabase): Promise<boolean> =>
  ((await w.pool.query(`select from pg_locks where not granted`)).rowCount ?? 0) > 0

/** A sale under way: it has changed a departure, waits until a partition is being made, and then books. */
const sellMeanwhile = async (w: FreshDatabase, making: () => Promise<unknown>) => {
  const seller = await w.pool.connect()
  try {
    await seller.query('begin')
    await seller.query('update departures set version = version + 1 where false')
    const made = making().then(
      () => 'made',
      (error: { code?: string }) => error.code,
    )
    await until('the partition waits for the sale', () => isWaiting(w))
    const sold = await seller.query('select from bookings for update').then(
      () => 'sold',
      (error: { code?: string }) => error.code,
    )
    await seller.query(sold === 'sold' ? 'commit' : 'rollback')
    return { sold, made: await made }
  } finally {
    seller.release()
  }
}

Months('the months of all days get their partitions, once', async (w) => {
  await ensureBookingMonths(w.em, ['2031-01-15', '2031-01-31', '2031-02-01'])
  await ensureBookingMonths(w.em, ['2031-01-01'])
  const made = (await partitions(w)).filter((name) => name.startsWith('bookings_2031'))
  assert.equal(made, ['bookings_2031_01', 'bookings_2031_02'])
})

Months('a sale under way is not ended by a partition that is being made: the partition gives way', async (w) => {
  const { sold, made } = await sellMeanwhile(w, () => ensureBookingMonths(w.em, ['2031-03-01']))
  assert.equal([sold, made], ['sold', 'made'])
  assert.ok((await partitions(w)).includes('bookings_2031_03'))
})

Months('the control: without giving way the two wait for each other until PostgreSQL ends one', async (w) => {
  const { sold, made } = await sellMeanwhile(w, () => w.pool.query(`select ensure_bookings_partition('2031-04-01')`))
  assert.ok([sold, made].includes('40P01'), `neither was ended: ${sold}, ${made}`)
})

Months.run()
