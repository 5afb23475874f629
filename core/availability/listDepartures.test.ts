import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isRefusal } from '@mayago/kernel/errors.ts'
import { newId } from '@mayago/kernel/ids.ts'
import { queryRows } from '@mayago/db/sql.ts'
import { makeExperience, type MadeExperience } from '@mayago/db/testing/makeExperience.ts'
import { makeDepartures } from '@mayago/db/testing/makeDepartures.ts'
import { makeSchedule } from '@mayago/db/testing/makeSchedule.ts'
import { readWorld, type ReadWorld } from '../../test/readWorld.ts'
import {
  generateDepartures,
  getDeparture,
  getDepartureFrames,
  listDepartures,
  listDeparturesInput,
  nextFree,
} from './index.ts'

interface World extends ReadWorld {
  kayak: MadeExperience
}

const Calendar = suite<World>('listDepartures')
Calendar.before(async (w) => {
  Object.assign(w, await readWorld(new Date('2026-05-31T13:00:00Z')))
  w.kayak = await makeExperience(w.em)
  await makeSchedule(w.em, w.kayak.optionId, { times: ['06:30', '09:00', '16:00'], capacity: 4 })
  await generateDepartures(w.ctx())
})
Calendar.after((w) => w.drop())

const june = (w: World) => ({ experienceId: w.kayak.experienceId, from: '2026-06-01', to: '2026-06-30', limit: 100 })

Calendar('a month is one page, both ends included, in order', async (w) => {
  const { items, nextCursor } = await listDepartures(w.ctx(), june(w))
  assert.equal(
    [items.length, items[0]?.localStart, items.at(-1)?.localStart],
    [90, '2026-06-01T06:30', '2026-06-30T16:00'],
  )
  assert.is(nextCursor, null)
  assert.equal(items[0], {
    ...items[0],
    timeZone: 'America/Merida',
    startsAt: '2026-06-01T12:30:00.000Z',
    endsAt: '2026-06-01T15:30:00.000Z',
    cutoffAt: '2026-06-01T11:30:00.000Z',
    capacity: 4,
    vacancies: 4,
    bookable: true,
    version: 1,
  })
})

Calendar('smaller pages follow each other without gap or repeat', async (w) => {
  const pages: string[] = []
  let cursor: string | undefined
  do {
    const page = await listDepartures(w.ctx(), { ...june(w), limit: 7, cursor })
    pages.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  assert.equal(
    pages,
    (await listDepartures(w.ctx(), june(w))).items.map(({ id }) => id),
  )
})

Calendar('at most 62 days, forwards; an experience that is not on sale is not found', async (w) => {
  const parse = (over: object) => listDeparturesInput.safeParse({ ...june(w), ...over }).success
  assert.equal(
    [
      parse({}),
      parse({ to: '2026-08-01' }),
      parse({ to: '2026-08-02' }),
      parse({ to: '2026-05-31' }),
      parse({ from: '2026-06-31' }),
      parse({ from: '0000-01-01', to: '0000-01-02' }),
    ],
    [true, true, false, false, false, false],
  )
  try {
    await listDepartures(w.ctx(), { ...june(w), experienceId: newId<'experience'>(w.now.getTime()) })
    assert.unreachable()
  } catch (error) {
    assert.ok(isRefusal(error, 'not_found'))
  }
})

Calendar('[LIVE-1] frames of a room say the same as the list', async (w) => {
  const { items } = await listDepartures(w.ctx(), june(w))
  const frames = await getDepartureFrames(w.ctx(), {
    experienceIds: [w.kayak.experienceId],
    from: '2026-06-01',
    to: '2026-06-30',
  })
  assert.equal(
    frames.map(({ departureId, vacancies, version }) => [departureId, vacancies, version]),
    items.map(({ id, vacancies, version }) => [id, vacancies, version]),
  )
  const usual = await getDepartureFrames(w.ctx(), { experienceIds: [w.kayak.experienceId] })
  assert.equal([usual[0]?.localStart, usual.at(-1)?.localStart], ['2026-05-31T09:00', '2026-07-30T16:00'])
})

Calendar('the next free date passes over what is full for the party, closed or cut off', async (w) => {
  const { items } = await listDepartures(w.ctx(), june(w))
  const [first, second, third, fourth] = items
  await queryRows(w.em, 'update departures set seats_taken = 3 where id = $1', [first?.id])
  await queryRows(w.em, `update departures set status = 'closed' where id = $1`, [second?.id])
  await queryRows(w.em, 'update departures set cutoff_at = $2 where id = $1', [third?.id, w.now])
  const next = async (seats: number) =>
    (await nextFree(w.ctx(), { experienceId: w.kayak.experienceId, seats, after: new Date('2026-06-01T00:00:00Z') }))
      ?.id
  assert.equal([await next(1), await next(2), await next(5)], [first?.id, fourth?.id, undefined])
  const views = await Promise.all(
    [first, second, third].map((view) => getDeparture(w.ctx(), { departureId: view?.id ?? '' })),
  )
  assert.equal(
    views.map(({ bookable }) => bookable),
    [true, false, false],
  )
})

Calendar('free sale is always free, and one past its start never', async (w) => {
  const { free, gone } = await makeDepartures(w, { free: { capacity: null }, gone: { localStart: '2026-05-30T09:00' } })
  const [view, past] = [
    await getDeparture(w.ctx(), { departureId: free.departureId }),
    await getDeparture(w.ctx(), { departureId: gone.departureId }),
  ]
  assert.equal([view.capacity, view.vacancies, view.bookable, past.bookable], [null, null, true, false])
})

Calendar('a page has twenty departures when nobody asks for more', async (w) => {
  const { limit: _, ...asked } = june(w)
  const { items, nextCursor } = await listDepartures(w.ctx(), asked)
  assert.is(items.length, 20)
  assert.ok(nextCursor)
})

Calendar.run()
