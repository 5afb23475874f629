import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { DepartureFrame } from '@mayago/core/events/eventMap.ts'
import { subjectOf } from '@mayago/core/events/eventMap.ts'
import { getDepartureFrames } from '@mayago/core/availability/index.ts'
import { makeDepartures, type MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'
import { until } from '../test/until.ts'
import { type Bot, startRooms, type TestRooms, watchBoard, watchExperience } from './rooms.fixture.ts'

interface World {
  rooms: TestRooms
  tour: MadeDeparture
  next: MadeDeparture
  other: MadeDeparture
  bots: Bot[]
}
const Live = suite<World>('live rooms')
Live.before(async (w) => void (w.rooms = await startRooms()))
Live.before.each(async (w) => {
  w.bots = []
  const { tour, other } = await makeDepartures(w.rooms.database, { tour: { capacity: 10 }, other: { capacity: 5 } })
  const { next } = await makeDepartures(w.rooms.database, {
    next: { of: tour, capacity: 8, localStart: `${tour.localStart.slice(0, 10)}T15:00` },
  })
  Object.assign(w, { tour, next, other })
})
Live.after.each(async ({ bots }) => void (await Promise.all(bots.map((bot) => bot.leave()))))
Live.after(({ rooms }) => rooms.stop())

const dayOf = ({ localStart }: MadeDeparture): string => localStart.slice(0, 10)
const monthOf = ({ localStart }: MadeDeparture): string => localStart.slice(0, 7)

const onPage = async (w: World): Promise<Bot> => {
  const bot = await watchExperience(w.rooms.url, await w.rooms.ticket(), w.tour.experienceId, monthOf(w.tour))
  w.bots.push(bot)
  await until('it shows the departure', () => bot.latest(w.tour.departureId))
  return bot
}

const onList = async (w: World): Promise<Bot> => {
  const [from, to] = [dayOf(w.tour), dayOf(w.tour)]
  const experienceIds = [w.tour.experienceId, w.other.experienceId]
  const bot = await watchBoard(w.rooms.url, await w.rooms.ticket(), { experienceIds, from, to })
  w.bots.push(bot)
  await until('it shows the departure', () => bot.latest(w.tour.departureId))
  return bot
}

const frameOf = async (w: World, { experienceId, departureId, localStart }: MadeDeparture): Promise<DepartureFrame> => {
  const [from, to] = [localStart.slice(0, 10), localStart.slice(0, 10)]
  const frames = await getDepartureFrames(w.rooms.ctx(), { experienceIds: [experienceId], from, to })
  return frames.find((frame) => frame.departureId === departureId) as DepartureFrame
}

const publish = (w: World, frame: DepartureFrame): void =>
  w.rooms.bus.publish(subjectOf('departure.changed', frame.departureId), JSON.stringify(frame))

Live('[LIVE-1] a committed hold reaches page and list within a second, and only what changed changes', async (w) => {
  const [page, list] = [await onPage(w), await onList(w)]
  assert.is(page.latest(w.tour.departureId)?.vacancies, 10)
  assert.is(list.latest(w.tour.departureId)?.vacancies, 10)

  await w.rooms.hold(w.tour, 3)
  const committed = performance.now()
  await until('both show 7', () => [page, list].every((bot) => bot.latest(w.tour.departureId)?.vacancies === 7), 1_000)
  assert.ok(performance.now() - committed < 1_000)

  assert.is(page.latest(w.next.departureId)?.vacancies, 8, 'the departure beside it')
  assert.is(list.latest(w.other.departureId)?.vacancies, 5, 'the experience beside it')
})

Live('[LIVE-1] a hold that lapses shows by itself, without any commit', async (w) => {
  const [page, list] = [await onPage(w), await onList(w)]
  const { id } = await w.rooms.hold(w.tour, 4)
  await until('both show 6', () => [page, list].every((bot) => bot.latest(w.tour.departureId)?.vacancies === 6))
  const version = page.latest(w.tour.departureId)?.version

  // The traveler's quarter of an hour is nearly over; everybody is told when it ends.
  await w.rooms.database.pool.query(`update holds set expires_at = seat_now() + interval '400 ms' where id = $1`, [id])
  const lapsing = await frameOf(w, w.tour)
  publish(w, { ...lapsing, version: lapsing.version + 1 })
  await w.rooms.database.pool.query('update departures set version = version + 1 where id = $1', [w.tour.departureId])

  await until(
    'both show 10',
    () => [page, list].every((bot) => bot.latest(w.tour.departureId)?.vacancies === 10),
    1_400,
  )
  assert.is(page.latest(w.tour.departureId)?.version, Number(version) + 1, 'nothing was committed by showing it')
  const { rows } = await w.rooms.database.pool.query('select state from holds where id = $1', [id])
  assert.equal(rows, [{ state: 'live' }], 'the display decided nothing')
})

Live('[LIVE-1] a number older than the one shown is never shown, in whatever order news comes', async (w) => {
  const [page, list] = [await onPage(w), await onList(w)]
  const before = await frameOf(w, w.tour)
  await w.rooms.hold(w.tour, 1)
  await w.rooms.hold(w.tour, 1)
  await until('both show 8', () => [page, list].every((bot) => bot.latest(w.tour.departureId)?.vacancies === 8))

  publish(w, { ...before, vacancies: 99 })
  publish(w, { ...before, version: before.version + 1, vacancies: 98 })
  await w.rooms.hold(w.tour, 1)
  await until('both show 7', () => [page, list].every((bot) => bot.latest(w.tour.departureId)?.vacancies === 7))
  for (const bot of [page, list]) {
    const versions = (bot.seen.get(w.tour.departureId) ?? []).map((seen) => seen.version)
    assert.equal(
      versions,
      [...versions].sort((a, b) => a - b),
    )
    assert.not(bot.seen.get(w.tour.departureId)?.some((seen) => seen.vacancies >= 98))
  }
})

Live('[LIVE-1] a missing step makes the room read everything it shows again', async (w) => {
  const page = await onPage(w)
  // News of both was lost on its way: committed in the database, never said.
  await w.rooms.database.pool.query(
    `update departures set seats_taken = seats_taken + 2, version = version + 1 where experience_id = $1`,
    [w.tour.experienceId],
  )
  await w.rooms.hold(w.tour, 1)
  await until('the next step arrives', () => page.latest(w.tour.departureId)?.vacancies === 7)
  await until('so does what was lost beside it', () => page.latest(w.next.departureId)?.vacancies === 6)
})

Live('a month is shown to who asks for it, and a page that moves on takes its months with it', async (w) => {
  const later = `${Number(dayOf(w.tour).slice(0, 4)) + 1}-02-10`
  const { nextYear } = await makeDepartures(w.rooms.database, {
    nextYear: { of: w.tour, capacity: 3, localStart: `${later}T10:00` },
  })
  const [here, there] = [await onPage(w), await onPage(w)]
  assert.not(here.seen.has(nextYear.departureId))
  there.room.send('watchMonth', { month: later.slice(0, 7) })
  await until('who asked sees it', () => there.latest(nextYear.departureId))
  await there.leave()
  await until('it is gone with who asked', () => {
    const shown = (here.room.state as unknown as { departures: Map<string, unknown> }).departures
    return !shown.has(nextYear.departureId) && shown.has(w.tour.departureId)
  })
})

Live('a departure that is added shows, one that is removed goes', async (w) => {
  const page = await onPage(w)
  const { added } = await makeDepartures(w.rooms.database, {
    added: { of: w.tour, capacity: 2, localStart: `${dayOf(w.tour)}T18:00` },
  })
  await w.rooms.database.pool.query('delete from departures where id = $1', [w.next.departureId])
  const { experienceId } = w.tour
  w.rooms.bus.publish(subjectOf('experience.changed', experienceId), JSON.stringify({ experienceId }))
  await until('the new one shows', () => page.latest(added.departureId)?.vacancies === 2)
  const shown = (page.room.state as unknown as { departures: Map<string, unknown> }).departures
  await until('the old one is gone', () => !shown.has(w.next.departureId))
})

Live('a list that scrolls on is told of what it shows now and no longer of the rest', async (w) => {
  const list = await onList(w)
  list.room.send('show', { experienceIds: [w.other.experienceId], from: dayOf(w.other), to: dayOf(w.other) })
  await w.rooms.hold(w.other, 1)
  await until('the other shows 4', () => list.latest(w.other.departureId)?.vacancies === 4)
  await w.rooms.hold(w.tour, 2)
  await w.rooms.hold(w.other, 1)
  await until('the other shows 3', () => list.latest(w.other.departureId)?.vacancies === 3)
  assert.is(list.latest(w.tour.departureId)?.vacancies, 10)
})

Live('the experience of a draft is not shown', async (w) => {
  const { secret } = await makeDepartures(w.rooms.database, { secret: { experienceStatus: 'draft' } })
  const asked = { experienceIds: [secret.experienceId, w.tour.experienceId], from: dayOf(w.tour), to: dayOf(w.tour) }
  const list = await watchBoard(w.rooms.url, await w.rooms.ticket(), asked)
  w.bots.push(list)
  await until('the published one shows', () => list.latest(w.tour.departureId))
  assert.not(list.seen.has(secret.departureId))
})

Live.run()
