import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  departureFrameColumns,
  departureFrameJoins,
  toDepartureFrame,
  type DepartureFrameRow,
} from '../queries/vacancies.ts'
import { queryRows } from '../sql.ts'
import { freshDatabase, type FreshDatabase } from './freshDatabase.ts'
import { makeDepartures } from './makeDepartures.ts'

const Factories = suite<FreshDatabase>('makeDepartures')
Factories.before(async (world) => {
  Object.assign(world, await freshDatabase())
})
Factories.after((world) => world.drop())

Factories('each name is a departure of its own that can be held, and what a test says of it is so', async (world) => {
  const now = new Date('2026-06-01T12:00:00Z')
  const { kayak, walk } = await makeDepartures(
    { em: world.em, now },
    { kayak: { capacity: 3 }, walk: { capacity: null } },
  )
  const { later } = await makeDepartures(world, { later: { of: kayak, localStart: '2030-06-09T06:30' } })
  const rows = await queryRows<DepartureFrameRow>(
    world.em,
    `select ${departureFrameColumns} from departures d ${departureFrameJoins} order by d.created_at`,
  )
  assert.equal(rows.map(toDepartureFrame)[0], {
    departureId: kayak.departureId,
    experienceId: kayak.experienceId,
    optionId: kayak.optionId,
    version: 1,
    capacity: 3,
    vacancies: 3,
    status: 'open',
    priceFrom: { minor: 100_000, currency: 'MXN' },
    localStart: '2026-06-08T09:00',
    startsAt: '2026-06-08T15:00:00.000Z',
    cutoffAt: '2026-06-08T14:00:00.000Z',
    nextLapseAt: null,
  })
  assert.is(rows[1]?.vacancies, null)
  assert.not.equal(walk.experienceId, kayak.experienceId)
  assert.is(later.experienceId, kayak.experienceId)
})

Factories.run()
