import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isRefusal, type RefusalCode } from '@mayago/kernel/errors.ts'
import { newId, type ApiKeyId, type ProviderId, type UserId } from '@mayago/kernel/ids.ts'
import { insertRows } from '@mayago/db/queries/insertRows.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { makeDepartures, type MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'
import { signedIn } from '../../test/signedIn.ts'
import { readWorld, type ReadWorld } from '../../test/readWorld.ts'
import { changeCapacity } from './index.ts'

interface World extends ReadWorld {
  kayak: MadeDeparture
  other: MadeDeparture
}

const Capacity = suite<World>('changeCapacity')
Capacity.before(async (w) => {
  Object.assign(w, await readWorld(new Date('2026-06-01T12:00:00Z')))
})
Capacity.before.each(async (w) => {
  Object.assign(w, await makeDepartures(w, { kayak: { capacity: 10 }, other: { capacity: 10 } }))
})
Capacity.after((w) => w.drop())

const refusalOf = async (work: Promise<unknown>): Promise<[RefusalCode, unknown] | null> => {
  try {
    await work
    return null
  } catch (error) {
    if (!isRefusal(error)) throw error
    return [error.code, error.data]
  }
}

const hold = async (w: World, departureId: string, seats: number, minutes: number): Promise<void> => {
  await queryRows(w.em, 'update departures set seats_taken = seats_taken + $2 where id = $1', [departureId, seats])
  await queryRows(
    w.em,
    `insert into holds (id, departure_id, seats, party, total_minor, currency, holder, created_at, expires_at)
     values (gen_random_uuid(), $1, $2, '[]', 0, 'MXN', 'g:ana', $3::timestamptz - interval '10 minutes',
       $3::timestamptz + make_interval(mins => $4))`,
    [departureId, seats, w.now, minutes],
  )
}

Capacity('[SEAT-7] a capacity below the seats taken is refused and changes nothing', async (w) => {
  await hold(w, w.kayak.departureId, 4, 5)
  assert.equal(await refusalOf(changeCapacity(w.ctx(), { departureId: w.kayak.departureId, capacity: 3 })), [
    'capacity_below_taken',
    { capacity: 3, taken: 4 },
  ])
  const row = await queryRow<{ capacity: number; version: string }>(
    w.em,
    'select capacity, version from departures where id = $1',
    [w.kayak.departureId],
  )
  assert.equal(row, { capacity: 10, version: '1' })
})

Capacity(
  '[SEAT-7] exactly the seats taken is allowed, steps the version by one and is told to who watches',
  async (w) => {
    await hold(w, w.kayak.departureId, 4, 5)
    const changed = await changeCapacity(w.ctx(), { departureId: w.kayak.departureId, capacity: 4 })
    assert.equal([changed.capacity, changed.vacancies, changed.version, changed.bookable], [4, 0, 2, false])
    const news = await queryRow<{ payload: { version: number; vacancies: number } }>(
      w.em,
      'select payload from outbox where subject = $1',
      [`mayago.v1.departure.${w.kayak.departureId}.changed`],
    )
    assert.equal([news?.payload.version, news?.payload.vacancies], [2, 0])
    const other = await queryRow<{ version: string }>(w.em, 'select version from departures where id = $1', [
      w.other.departureId,
    ])
    assert.is(other?.version, '1')
  },
)

Capacity('[SEAT-2] seats of a lapsed hold do not stand in the way', async (w) => {
  await hold(w, w.kayak.departureId, 4, 0)
  const changed = await changeCapacity(w.ctx(), { departureId: w.kayak.departureId, capacity: 1 })
  assert.equal([changed.capacity, changed.vacancies], [1, 1])
})

Capacity(
  '[SEAT-7] of a hold and a cut racing for the last seats one wins; without the lock both would try',
  async (w) => {
    const { departureId } = w.kayak
    const locked = await w.pool.connect()
    await locked.query('begin')
    await locked.query('select from departures where id = $1 for update', [departureId])
    const cut = refusalOf(changeCapacity(w.ctx(), { departureId, capacity: 5 }))
    await waitingForLock(w)
    await locked.query('update departures set seats_taken = 8, version = version + 1 where id = $1', [departureId])
    await locked.query('commit')
    locked.release()
    assert.equal(await cut, ['capacity_below_taken', { capacity: 5, taken: 8 }])
  },
)

Capacity('[SEAT-7] control: a count read before the lock would have cut below the people on it', async (w) => {
  const { departureId } = w.kayak
  const before = await queryRow<{ seats_taken: number }>(w.em, 'select seats_taken from departures where id = $1', [
    departureId,
  ])
  await hold(w, departureId, 8, 5)
  assert.ok((before?.seats_taken ?? 0) <= 5, 'the stale count says that five are enough')
  try {
    await queryRows(w.em, 'update departures set capacity = 5 where id = $1', [departureId])
    assert.unreachable()
  } catch (error) {
    assert.match(String(error), 'seats_never_exceed_capacity')
  }
})

/** Until another session waits for a lock: what is raced against has reached its statement. */
const waitingForLock = async (w: World): Promise<void> => {
  for (;;) {
    const { rows } = await w.pool.query<{ waiting: boolean }>(
      `select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as waiting`,
    )
    if (rows[0]?.waiting) return
  }
}

Capacity('null is free sale: never full, and the counter goes on', async (w) => {
  await hold(w, w.kayak.departureId, 4, 5)
  const changed = await changeCapacity(w.ctx(), { departureId: w.kayak.departureId, capacity: null })
  assert.equal([changed.capacity, changed.vacancies, changed.bookable], [null, null, true])
})

Capacity('[ACCESS-1] owners and managers of the provider may, its guides and everybody else may not', async (w) => {
  const departureId = w.kayak.departureId
  const user = async (role: string | null): Promise<UserId> => {
    const id = newId<'user'>(w.now.getTime())
    await insertRows(w.em, 'users', [{ id, email: `${id}@canoas.example`, name: 'Ixchel', locale: 'es' }])
    if (role) await insertRows(w.em, 'provider_members', [{ provider_id: w.kayak.providerId, user_id: id, role }])
    return id as UserId
  }
  const asUser = async (role: string | null) =>
    refusalOf(
      changeCapacity(w.ctx({ actor: signedIn(await user(role)) }), {
        departureId,
        capacity: 9,
      }),
    )
  const denied = ['not_allowed', { action: 'departure.change' }]
  assert.equal([await asUser('owner'), await asUser('manager')], [null, null])
  assert.equal([await asUser('guide'), await asUser(null)], [denied, denied])
  const anonymous = w.ctx({ actor: { kind: 'anonymous', guestId: null, holdToken: null } })
  assert.equal(await refusalOf(changeCapacity(anonymous, { departureId, capacity: 9 })), ['sign_in_required', {}])
  const key = {
    kind: 'apiKey',
    keyId: newId<'apiKey'>(1) as ApiKeyId,
    userId: await user('owner'),
    scopes: ['departures.write'],
  } as const
  const withKey = (providerId: ProviderId | null) =>
    refusalOf(changeCapacity(w.ctx({ actor: { ...key, providerId } }), { departureId, capacity: 9 }))
  assert.equal([await withKey(w.kayak.providerId as ProviderId), await withKey(null)], [null, denied])
  assert.equal(await refusalOf(changeCapacity(w.ctx(), { departureId: newId(w.now.getTime()), capacity: 9 })), [
    'not_found',
    { what: 'departure' },
  ])
})

Capacity.run()
