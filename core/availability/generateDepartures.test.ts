import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { emptyTables } from '@mayago/db/testing/emptyTables.ts'
import { makeExperience, type ExperienceSpec, type MadeExperience } from '@mayago/db/testing/makeExperience.ts'
import { makeSchedule } from '@mayago/db/testing/makeSchedule.ts'
import { readWorld, type ReadWorld } from '../../test/readWorld.ts'
import type { Ctx } from '../context.ts'
import { defaultSettings } from '../settings.ts'
import type { Services } from '../services.ts'
import { changeCapacity, generateDepartures, recomputeInstants } from './index.ts'

const NOW = new Date('2026-03-01T12:00:00Z')

const Schedules = suite<ReadWorld>('generateDepartures')
Schedules.before(async (w) => {
  Object.assign(w, await readWorld(NOW))
})
Schedules.after((w) => w.drop())
Schedules.before.each(async (w) => {
  await emptyTables(w.pool, 'outbox, schedules, departures')
})

const generate = (w: ReadWorld, { days = 30, now = NOW }: { days?: number; now?: Date } = {}) =>
  generateDepartures(ctxOf(w, days, now))

const ctxOf = (w: ReadWorld, horizonDays: number, now = NOW): Ctx =>
  w.ctx({ now, services: { settings: { ...defaultSettings, horizonDays } } as Services })

interface Found {
  id: string
  local_start: string
  starts_at: string
  ends_at: string
  cutoff_at: string
  capacity: number | null
  status: string
  version: string
}

const departuresOf = (w: ReadWorld, made: MadeExperience, day?: string): Promise<Found[]> =>
  queryRows<Found>(
    w.em,
    `select id, to_char(local_start, 'YYYY-MM-DD HH24:MI') as local_start, to_char(starts_at, 'YYYY-MM-DD HH24:MI') as starts_at,
       to_char(ends_at, 'YYYY-MM-DD HH24:MI') as ends_at, to_char(cutoff_at, 'YYYY-MM-DD HH24:MI') as cutoff_at,
       capacity, status, version
     from departures where option_id = $1 and ($2::date is null or local_date = $2) order by local_start`,
    [made.optionId, day ?? null],
  )

const one = async (w: ReadWorld, made: MadeExperience, day: string): Promise<Found> => {
  const found = await departuresOf(w, made, day)
  assert.is(found.length, 1, `one departure on ${day}`)
  return found[0] as Found
}

/** Somebody takes seats, as the seat desk would leave it. */
const take = async (w: ReadWorld, departureId: string, seats: number): Promise<void> => {
  await queryRows(w.em, 'update departures set seats_taken = $2 where id = $1', [departureId, seats])
  await queryRows(
    w.em,
    `insert into holds (id, departure_id, seats, party, total_minor, currency, holder, created_at, expires_at)
     values (gen_random_uuid(), $1, $2, '[]', 0, 'MXN', 'g:ana', seat_now(), seat_now() + interval '15 minutes')`,
    [departureId, seats],
  )
}

Schedules(
  'departures come by season, weekday and time, from now to the horizon, and a second run adds none',
  async (w) => {
    const walk = await makeExperience(w.em, { timeZone: 'America/Merida' })
    await makeSchedule(w.em, walk.optionId, {
      season: { from: '2026-03-04', to: '2026-03-12' },
      weekdays: [3, 7],
      times: ['06:30', '16:00'],
      capacity: 8,
    })
    assert.equal(await generate(w), { created: 6, changed: 0 })
    assert.equal(
      (await departuresOf(w, walk)).map((departure) => departure.local_start),
      [
        '2026-03-04 06:30',
        '2026-03-04 16:00',
        '2026-03-08 06:30',
        '2026-03-08 16:00',
        '2026-03-11 06:30',
        '2026-03-11 16:00',
      ],
    )
    assert.equal(await generate(w), { created: 0, changed: 0 })
  },
)

Schedules(
  'today is the place’s own: what has started there is not made, the horizon ends on its calendar',
  async (w) => {
    const auckland = await makeExperience(w.em, { timeZone: 'Pacific/Auckland' })
    const merida = await makeExperience(w.em, { timeZone: 'America/Merida' })
    for (const { optionId } of [auckland, merida]) await makeSchedule(w.em, optionId, { times: ['00:30', '06:30'] })
    await generate(w, { days: 1 })
    const starts = async (made: MadeExperience) =>
      (await departuresOf(w, made)).map((departure) => departure.local_start)
    // It is 2 March, 01:00 in Auckland, and 1 March, 06:00 in Mérida.
    assert.equal(await starts(auckland), ['2026-03-02 06:30', '2026-03-03 00:30', '2026-03-03 06:30'])
    assert.equal(await starts(merida), ['2026-03-01 06:30', '2026-03-02 00:30', '2026-03-02 06:30'])
  },
)

const wallTimes: { title: string; spec: ExperienceSpec; time: string; day: string; now?: string; utc: string }[] = [
  {
    title: 'a plain day',
    spec: { timeZone: 'America/Merida' },
    time: '06:30',
    day: '2026-03-10',
    utc: '2026-03-10 12:30',
  },
  {
    title: 'a gap: the first valid minute after',
    spec: { timeZone: 'Europe/Lisbon' },
    time: '01:30',
    day: '2026-03-29',
    utc: '2026-03-29 01:00',
  },
  {
    title: 'an overlap: the earlier one',
    spec: { timeZone: 'Europe/Lisbon' },
    time: '01:30',
    day: '2026-10-25',
    now: '2026-10-01',
    utc: '2026-10-25 00:30',
  },
  {
    title: 'a southern gap',
    spec: { timeZone: 'Pacific/Auckland' },
    time: '02:30',
    day: '2026-09-27',
    now: '2026-09-01',
    utc: '2026-09-26 14:00',
  },
  {
    title: 'a southern overlap',
    spec: { timeZone: 'Pacific/Auckland' },
    time: '02:30',
    day: '2026-04-05',
    now: '2026-03-20',
    utc: '2026-04-04 13:30',
  },
  {
    title: 'Morocco before Ramadan, an hour ahead',
    spec: { timeZone: 'Africa/Casablanca' },
    time: '09:00',
    day: '2026-02-14',
    now: '2026-02-01',
    utc: '2026-02-14 08:00',
  },
  {
    title: 'Morocco in Ramadan, back on UTC',
    spec: { timeZone: 'Africa/Casablanca' },
    time: '09:00',
    day: '2026-03-02',
    utc: '2026-03-02 09:00',
  },
  {
    title: 'Morocco’s gap after Ramadan',
    spec: { timeZone: 'Africa/Casablanca' },
    time: '02:15',
    day: '2026-03-22',
    utc: '2026-03-22 02:00',
  },
  {
    title: 'Lord Howe moves by half an hour',
    spec: { timeZone: 'Australia/Lord_Howe' },
    time: '02:10',
    day: '2026-10-04',
    now: '2026-10-01',
    utc: '2026-10-03 15:30',
  },
  {
    title: 'a quarter-hour zone',
    spec: { timeZone: 'Asia/Kathmandu' },
    time: '06:00',
    day: '2026-03-10',
    utc: '2026-03-10 00:15',
  },
]
for (const { title, spec, time, day, now, utc } of wallTimes)
  Schedules(`[TIME-1] ${title}`, async (w) => {
    const made = await makeExperience(w.em, { ...spec, durationMinutes: 90, cutoffMinutes: 45 })
    await makeSchedule(w.em, made.optionId, { times: [time] })
    await generate(w, now === undefined ? {} : { now: new Date(`${now}T12:00:00Z`) })
    const departure = await one(w, made, day)
    assert.is(departure.starts_at, utc)
    assert.is(departure.local_start, `${day} ${time}`, 'the wall time is kept as it was given')
    const minutesFrom = (text: string) => (Date.parse(`${text}Z`) - Date.parse(`${utc}Z`)) / 60_000
    assert.equal([minutesFrom(departure.ends_at), minutesFrom(departure.cutoff_at)], [90, -45])
  })

Schedules('[TIME-1] after a zone’s rules changed, instants are derived anew; wall time and seats stay', async (w) => {
  const made = await makeExperience(w.em, { timeZone: 'America/Merida' })
  await makeSchedule(w.em, made.optionId)
  await generate(w, { days: 3 })
  const [stale, fine] = (await departuresOf(w, made)) as [Found, Found]
  await take(w, stale.id, 4)
  await queryRows(
    w.em,
    `update departures set starts_at = starts_at + interval '1 hour', ends_at = ends_at + interval '1 hour',
       cutoff_at = cutoff_at + interval '1 hour' where id = $1`,
    [stale.id],
  )
  assert.equal(await recomputeInstants(ctxOf(w, 3)), { checked: 4, moved: 1 })
  const [after, untouched] = await departuresOf(w, made)
  assert.equal({ ...after, version: stale.version }, stale)
  assert.is(Number(after?.version), Number(stale.version) + 1, 'watchers are told')
  assert.equal(untouched, fine)
})

Schedules('[SEAT-7] a day that closes shuts what nobody is on, and leaves whom it holds in peace', async (w) => {
  const made = await makeExperience(w.em)
  const scheduleId = await makeSchedule(w.em, made.optionId, { times: ['08:00', '12:00'] })
  await generate(w)
  const [morning, noon] = (await departuresOf(w, made, '2026-03-10')) as [Found, Found]
  await take(w, noon.id, 2)
  await queryRows(w.em, `insert into schedule_exceptions values ($1, '2026-03-10', 'closed')`, [scheduleId])
  assert.equal(await generate(w), { created: 0, changed: 1 })
  const after = await departuresOf(w, made, '2026-03-10')
  assert.equal(
    after.map(({ id, status, local_start }) => [id, status, local_start]),
    [
      [morning.id, 'closed', '2026-03-10 08:00'],
      [noon.id, 'open', '2026-03-10 12:00'],
    ],
  )
  const news = await queryRows<{ subject: string; payload: { status: string } }>(
    w.em,
    'select subject, payload from outbox',
  )
  assert.equal(
    news.map(({ subject, payload }) => [subject, payload.status]),
    [[`mayago.v1.departure.${morning.id}.changed`, 'closed']],
  )
})

Schedules(
  '[SEAT-7] without asking for empty seats the same statement would close on people: the guard is what holds',
  async (w) => {
    const made = await makeExperience(w.em)
    await makeSchedule(w.em, made.optionId)
    await generate(w, { days: 2 })
    const [departure] = (await departuresOf(w, made)) as [Found]
    await take(w, departure.id, 2)
    await queryRows(w.em, `update departures set status = 'closed' where id = $1 and status = 'open'`, [departure.id])
    assert.is((await departuresOf(w, made))[0]?.status, 'closed')
  },
)

Schedules(
  '[SEAT-7] an edited schedule deletes and moves nothing: old starts with people stay, empty ones close',
  async (w) => {
    const made = await makeExperience(w.em)
    const scheduleId = await makeSchedule(w.em, made.optionId, { times: ['08:00'] })
    await generate(w, { days: 2 })
    const [held, empty] = (await departuresOf(w, made)) as [Found, Found]
    await take(w, held.id, 3)
    await queryRows(w.em, `update schedules set local_times = '{10:00}' where id = $1`, [scheduleId])
    await generate(w, { days: 2 })
    const after = await departuresOf(w, made)
    assert.equal(
      after.find(({ id }) => id === held.id),
      held,
    )
    assert.is(after.find(({ id }) => id === empty.id)?.status, 'closed')
    assert.is(after.filter(({ local_start }) => local_start.endsWith('10:00')).length, 3)
  },
)

Schedules('[SEAT-7] a schedule’s new capacity reaches its dates, but no lower than the people on them', async (w) => {
  const made = await makeExperience(w.em)
  const scheduleId = await makeSchedule(w.em, made.optionId, { capacity: 10 })
  await generate(w, { days: 3 })
  const [full, half, own] = (await departuresOf(w, made)) as [Found, Found, Found]
  await take(w, full.id, 7)
  await take(w, half.id, 5)
  await changeCapacity(ctxOf(w, 3), { departureId: own.id, capacity: 4 })
  await queryRows(w.em, 'update schedules set capacity = 6 where id = $1', [scheduleId])
  assert.equal(await generate(w, { days: 3 }), { created: 0, changed: 2 })
  assert.equal(
    (await departuresOf(w, made)).map((departure) => departure.capacity),
    [10, 6, 4, 6],
  )
})

Schedules('a capacity for one date, free sale and a closed date are made as the exceptions say', async (w) => {
  const made = await makeExperience(w.em)
  const scheduleId = await makeSchedule(w.em, made.optionId, { capacity: null })
  await queryRows(
    w.em,
    `insert into schedule_exceptions values ($1, '2026-03-03', 'capacity', 5), ($1, '2026-03-04', 'closed', null)`,
    [scheduleId],
  )
  await generate(w, { days: 4 })
  assert.equal(
    (await departuresOf(w, made)).map(({ local_start, capacity }) => [local_start.slice(0, 10), capacity]),
    [
      ['2026-03-01', null],
      ['2026-03-02', null],
      ['2026-03-03', 5],
      ['2026-03-05', null],
    ],
  )
})

Schedules('two runs at once make each departure once', async (w) => {
  const made = await makeExperience(w.em)
  await makeSchedule(w.em, made.optionId, { times: ['08:00', '12:00'] })
  await Promise.all([generate(w), generate(w), generate(w)])
  const row = await queryRow<{ count: number }>(w.em, 'select count(*)::int as count from departures')
  assert.is(row?.count, 62)
})

Schedules.run()
