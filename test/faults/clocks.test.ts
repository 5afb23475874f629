import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { freshDatabase, type FreshDatabase } from '@mayago/db/testing/freshDatabase.ts'
import { makeDepartures, type MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'
import { startClockedProcess, type ClockedProcess } from './clockedProcess.ts'

interface World {
  database: FreshDatabase
  /** Their clocks are seven minutes slow and seven minutes fast. */
  slow: ClockedProcess
  fast: ClockedProcess
  boat: MadeDeparture
}
const MINUTES_OFF = 7

const Clocks = suite<World>('clocks minutes apart')
Clocks.before(async (w) => {
  w.database = await freshDatabase()
  ;[w.slow, w.fast] = await Promise.all([startClockedProcess(w.database.url), startClockedProcess(w.database.url)])
})
Clocks.before.each(async (w) => {
  await passTo(w, 0)
  w.boat = (await makeDepartures(w.database, { boat: { capacity: 2 } })).boat
})
Clocks.after(async (w) => {
  await Promise.all([w.slow.stop(), w.fast.stop()])
  await w.database.drop()
})

/** It is so many minutes later: by PostgreSQL's clock exactly, by the processes' as wrong as ever. */
const passTo = async (w: World, minute: number): Promise<{ slowSays: Date; fastSays: Date }> => {
  await w.database.pool.query(
    `create or replace function seat_now() returns timestamptz language sql volatile parallel safe
     as $$ select clock_timestamp() + interval '${minute} minutes' $$`,
  )
  const [slowSays, fastSays] = await Promise.all([
    w.slow.call('setClock', minute - MINUTES_OFF),
    w.fast.call('setClock', minute + MINUTES_OFF),
  ])
  return { slowSays: new Date(slowSays), fastSays: new Date(fastSays) }
}

const askForBoth = (w: World, at: ClockedProcess): Promise<{ id: string; expiresAt: string } | string> =>
  at.call('hold', w.boat.departureId, w.boat.units.adult, 2).catch((error: Error) => error.message)

const stateOf = (w: World, holdId: string): Promise<string[]> =>
  Promise.all([w.slow, w.fast].map((at) => at.call('holdState', holdId)))

const vacancies = (w: World): Promise<(number | null)[]> =>
  Promise.all([w.slow, w.fast].map((at) => at.call('vacancies', w.boat.departureId)))

Clocks('[SEAT-2] a process whose clock is fast does not give away seats that are still held', async (w) => {
  const held = await w.slow.call('hold', w.boat.departureId, w.boat.units.adult, 2)
  const { fastSays } = await passTo(w, 9)
  assert.ok(fastSays > new Date(held.expiresAt), 'by its own clock the hold is over')
  assert.is(await askForBoth(w, w.fast), 'not_enough_vacancies')
  assert.equal(await stateOf(w, held.id), ['live', 'live'])
  assert.equal(await vacancies(w), [0, 0])
  const longer = await w.fast.call('extend', held.id)
  assert.is(Date.parse(longer) - Date.parse(held.expiresAt), 10 * 60_000, 'and it can still be extended there')
})

Clocks('[SEAT-2] a process whose clock is slow does not hide seats that are free again', async (w) => {
  const held = await w.fast.call('hold', w.boat.departureId, w.boat.units.adult, 2)
  const { slowSays } = await passTo(w, 16)
  assert.ok(slowSays < new Date(held.expiresAt), 'by its own clock the hold goes on')
  assert.equal(await stateOf(w, held.id), ['lapsed', 'lapsed'])
  assert.equal(await vacancies(w), [2, 2])
  assert.is(
    await w.slow.call('extend', held.id).catch((error: Error) => error.message),
    'hold_lapsed',
    'no clock brings it back',
  )
  assert.type(await askForBoth(w, w.slow), 'object')
})

Clocks('[SEAT-2] both processes promise the same quarter of an hour', async (w) => {
  for (const at of [w.slow, w.fast]) {
    const { id } = await at.call('hold', w.boat.departureId, w.boat.units.adult, 1)
    const { rows } = await w.database.pool.query<{ minutes: number }>(
      'select round(extract(epoch from expires_at - seat_now()) / 60)::int as minutes from holds where id = $1',
      [id],
    )
    assert.is(rows[0]?.minutes, 15)
  }
})

Clocks('[SEAT-2] the control: judged by the clock of the process that sells, the seats are given twice', async (w) => {
  await w.database.pool.query(
    `create table judged_holds (seats int not null, expires_at timestamptz not null);
     create function sell_judged(asked int, says timestamptz) returns boolean language plpgsql as $$
     begin
       lock table judged_holds;
       if (select coalesce(sum(seats), 0) from judged_holds where expires_at > says) + asked > 2 then return false; end if;
       insert into judged_holds values (asked, says + interval '15 minutes');
       return true;
     end $$`,
  )
  const sell = async (says: Date): Promise<boolean> =>
    (await w.database.pool.query('select sell_judged(2, $1) as sold', [says])).rows[0].sold
  assert.is(await sell((await passTo(w, 0)).slowSays), true)
  assert.is(await sell((await passTo(w, 5)).fastSays), true, 'ten minutes early, although every sale locks the table')
  const { rows } = await w.database.pool.query<{ given: number }>(
    `select sum(seats)::int as given from judged_holds where expires_at > $1`,
    [(await passTo(w, 5)).slowSays],
  )
  assert.is(rows[0]?.given, 4, 'the first two still count on them')
})

Clocks.run()
