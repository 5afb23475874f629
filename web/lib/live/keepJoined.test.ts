import { connect, createServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import type { Room } from '@colyseus/sdk'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { makeDepartures, type MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'
import { startRooms, type TestRooms } from '../../../realtime/rooms.fixture.ts'
import { until } from '../../../test/until.ts'
import { backoff, keepJoined } from './keepJoined.ts'
import { type ExperienceInState, framesOf } from './roomFrames.ts'

/** The network between a browser and the rooms: it can be cut, or swallow everything without a word. */
interface Network {
  url: string
  cut(): void
  mend(): void
  swallow(): void
  close(): Promise<void>
}

interface World {
  rooms: TestRooms
  network: Network
  tour: MadeDeparture
  joined: Room[]
  away: number[]
  stop(): void
}
const Joined = suite<World>('keepJoined')

Joined.before(async (w) => {
  w.rooms = await startRooms()
  w.network = await openNetwork(w.rooms.url)
  w.tour = (await makeDepartures(w.rooms.database, { tour: { capacity: 7 } })).tour
})
Joined.before.each((w) => {
  ;[w.joined, w.away] = [[], []]
  w.stop = keepJoined(
    {
      endpoint: w.network.url,
      room: 'experience',
      options: { experienceId: w.tour.experienceId },
      begin: () => Promise.resolve(),
      ticket: () => w.rooms.ticket(),
      onJoined: (room) => {
        w.joined.push(room)
        room.send('watchMonth', { month: w.tour.localStart.slice(0, 7) })
      },
      onAway: (failures) => void w.away.push(failures),
    },
    { every: 300, answer: 250 },
  )
})
Joined.after.each((w) => w.stop())
Joined.after(async (w) => {
  await w.network.close()
  await w.rooms.stop()
})

Joined('a room without a state is joined too: lists have such a board', async ({ rooms }) => {
  const boards: Room[] = []
  const stop = keepJoined({
    endpoint: rooms.url,
    room: 'board',
    options: {},
    begin: () => Promise.resolve(),
    ticket: () => rooms.ticket(),
    onJoined: (room) => {
      room.onMessage('liveness', () => undefined)
      boards.push(room)
    },
    onAway: () => undefined,
  })
  await until('the board is joined', () => boards.length === 1)
  stop()
})

const vacancies = ({ joined, tour }: World): number | null | undefined => {
  const state = joined.at(-1)?.state as unknown as ExperienceInState | undefined
  if (!state?.departures) return undefined
  return framesOf(tour.experienceId, state).find(({ departureId }) => departureId === tour.departureId)?.vacancies
}

Joined('[LIVE-2] a cut connection is joined again by itself, and shows what changed meanwhile', async (w) => {
  await until('it shows the departure', () => vacancies(w) === 7)
  w.network.cut()
  await until('it says that it is away', () => w.away.length > 0)
  await w.rooms.hold(w.tour, 2)
  await until('it keeps trying', () => w.away.length >= 2)
  w.network.mend()
  await until('it is back and shows 5', () => vacancies(w) === 5, 10_000)
  assert.is(w.joined.length, 2)
  assert.equal(w.away.slice(0, 2), [1, 2], 'failures in a row are counted')
})

Joined('[LIVE-2] a network that dies without a word is noticed', async (w) => {
  await until('it shows the departure', () => vacancies(w) === 5)
  w.network.swallow()
  await until('it says that it is away', () => w.away.length > 0)
  w.network.mend()
  await until('it is back', () => w.joined.length === 2 && vacancies(w) === 5, 10_000)
})

Joined('a page that is left leaves its room and does not come back', async (w) => {
  await until('it shows the departure', () => vacancies(w) === 5)
  let left = false
  w.joined[0]?.onLeave(() => void (left = true))
  w.stop()
  await until('it has left', () => left)
  assert.equal(w.away, [])
  assert.is(w.joined.length, 1)
})

Joined('pauses grow to half a minute and are never even', () => {
  for (let failures = 1; failures < 20; failures++) {
    const full = Math.min(500 * 2 ** (failures - 1), 30_000)
    const pauses = Array.from({ length: 50 }, () => backoff(failures))
    assert.ok(pauses.every((pause) => pause >= full * 0.5 && pause <= full * 1.5))
    assert.ok(new Set(pauses).size > 40)
  }
})

const openNetwork = async (target: string): Promise<Network> => {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  let mood: 'whole' | 'cut' | 'swallowing' = 'whole'
  const server: Server = createServer((near) => {
    if (mood === 'cut') return void near.destroy()
    const far = connect(Number(port), hostname)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.on('data', (data) => void (mood === 'swallowing' || to.write(data)))
      from.on('close', () => (sockets.delete(from), to.destroy()))
      from.on('error', () => undefined)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const drop = (): void => sockets.forEach((socket) => void socket.destroy())
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => {
      mood = 'cut'
      drop()
    },
    mend: () => {
      mood = 'whole'
      drop()
    },
    swallow: () => void (mood = 'swallowing'),
    close: () => {
      drop()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

Joined.run()
