import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { openNatsBus } from '@mayago/core/adapters/nats/natsBus.ts'
import { type FreshDatabase, freshDatabase } from '@mayago/db/testing/freshDatabase.ts'
import { makeDepartures, type MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'
import { quietLog } from '../test/quietLog.ts'
import { startNats, type TestServer } from '../test/servers.ts'
import { until } from '../test/until.ts'
import { type Bot, startRooms, type TestRooms, watchBoard, watchExperience } from './rooms.fixture.ts'
import { type RoomsProcess, startRoomsProcess } from './roomsProcess.fixture.ts'

interface World {
  nats: TestServer
  database: FreshDatabase
  /** This process sells; its rooms are one of three. */
  rooms: TestRooms
  one: RoomsProcess
  two: RoomsProcess
  tour: MadeDeparture
  bots: Bot[]
}
const nats = await startNats()
const Faults = suite<World>('live rooms in several processes')

Faults.before(async (w) => {
  w.nats = nats as TestServer
  w.database = await freshDatabase()
  const start = (): Promise<RoomsProcess> => startRoomsProcess(w.database.url, w.nats.url)
  ;[w.one, w.two] = await Promise.all([start(), start()])
  w.rooms = await startRooms({ database: w.database, bus: await openNatsBus(w.nats.url, quietLog()) })
})
Faults.before.each(async (w) => {
  w.tour = (await makeDepartures(w.database, { tour: { capacity: 20 } })).tour
  w.bots = []
})
Faults.after.each(async ({ bots }) => void (await Promise.all(bots.map((bot) => bot.leave()))))
Faults.after(async (w) => {
  await Promise.all([w.one.kill(), w.two.kill()])
  await w.rooms.stop()
  await w.nats.stop()
  await w.database.drop()
})

const watchEverywhere = async (w: World): Promise<Bot[]> => {
  const [month, day] = [w.tour.localStart.slice(0, 7), w.tour.localStart.slice(0, 10)]
  const { experienceId, departureId } = w.tour
  for (const at of [w.one, w.two, w.rooms]) {
    w.bots.push(await watchExperience(at.url, await at.ticket(), experienceId, month))
    w.bots.push(await watchBoard(at.url, await at.ticket(), { experienceIds: [experienceId], from: day, to: day }))
  }
  await until('all show it', () => w.bots.every((bot) => bot.latest(departureId) && bot.live()))
  return w.bots
}

const allShow = (w: World, vacancies: number, withinMs?: number): Promise<unknown> =>
  until(
    `all show ${vacancies}`,
    () => w.bots.every((bot) => bot.latest(w.tour.departureId)?.vacancies === vacancies),
    withinMs,
  )

const nobodySawAnOlderNumber = ({ bots, tour }: World): void => {
  for (const bot of bots) {
    const versions = (bot.seen.get(tour.departureId) ?? []).map(({ version }) => version)
    assert.equal(
      versions,
      [...versions].sort((a, b) => a - b),
    )
  }
}

Faults('[LIVE-1] two realtime processes and the selling one show the same within a second', async (w) => {
  await watchEverywhere(w)
  for (let left = 19; left >= 10; left--) {
    await w.rooms.hold(w.tour, 1)
    await allShow(w, left, 1_000)
  }
  nobodySawAnOlderNumber(w)
})

Faults(
  '[LIVE-2] NATS killed: holding goes on, screens say that they are not live, and catch up by themselves',
  async (w) => {
    await watchEverywhere(w)
    await w.nats.kill()
    await until('all say that they are not live', () => w.bots.every((bot) => bot.live() === false))

    const { id } = await w.rooms.hold(w.tour, 5)
    assert.ok(id)
    await w.rooms.hold(w.tour, 1)

    await w.nats.restart()
    await allShow(w, 14)
    await until('all are live again', () => w.bots.every((bot) => bot.live()))
    await w.rooms.hold(w.tour, 1)
    await allShow(w, 13, 1_000)
    nobodySawAnOlderNumber(w)
  },
)

Faults('[LIVE-2] while NATS is away the numbers are still read now and then, as of when they were', async (w) => {
  await watchEverywhere(w)
  await w.nats.kill()
  await until('all say that they are not live', () => w.bots.every((bot) => bot.live() === false))
  await w.rooms.hold(w.tour, 2)
  await allShow(w, 18, 8_000)
  assert.ok(w.bots.every((bot) => bot.live() === false))
  await w.nats.restart()
  await until('all are live again', () => w.bots.every((bot) => bot.live()))
})

Faults(
  '[LIVE-2] a realtime process killed takes nothing with it: its watchers come back elsewhere and see the same',
  async (w) => {
    await watchEverywhere(w)
    const doomed = await startRoomsProcess(w.database.url, w.nats.url)
    const { experienceId, departureId, localStart } = w.tour
    const lost = await watchExperience(doomed.url, await doomed.ticket(), experienceId, localStart.slice(0, 7))
    w.bots.push(lost)
    await until('it shows it', () => lost.latest(departureId))
    await doomed.kill()
    await until('its watcher notices', () => lost.closed)
    await w.rooms.hold(w.tour, 3)
    w.bots = w.bots.filter((bot) => bot !== lost)
    await allShow(w, 17, 1_000)
    const back = await watchExperience(w.two.url, await w.two.ticket(), experienceId, localStart.slice(0, 7))
    w.bots.push(back)
    await allShow(w, 17, 1_000)
  },
)

if (nats !== null) Faults.run()
