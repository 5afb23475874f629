import { getHeapSpaceStatistics } from 'node:v8'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { Server as SocketIo } from 'socket.io'
import { WebSocketServer } from 'ws'
import { type DepartureFrame, subjectOf } from '@mayago/core/events/eventMap.ts'
import { getDepartureFrames } from '@mayago/core/availability/index.ts'
import { makeDepartures } from '@mayago/db/testing/makeDepartures.ts'
import { startRooms } from '../../realtime/rooms.fixture.ts'
import { type Changed, type Kind, type Measured, monotonicMs, type Order } from './kinds.ts'

// One server under test, in a process of its own: node --expose-gc bench/fanout/serve.ts <kind>

interface Contender {
  /** What a watcher needs to know to join. */
  hello: Record<string, string>
  change(payload: string): void
  /** What `change` and `commit` are about, and its version now. */
  standing?(about: 'change' | 'commit'): Promise<{ departureId: string; version: number }>
  /** Changes through the database; `committed` is called when the commit has returned. */
  commit?(committed: () => void): Promise<void>
}

const room = async (): Promise<Contender> => {
  let committed = (): void => undefined
  const rooms = await startRooms({ onCommit: () => committed() })
  const { live } = await makeDepartures(rooms.database, { live: { capacity: 10_000 } })
  const { held } = await makeDepartures(rooms.database, {
    held: { of: live, capacity: 10_000, localStart: `${live.localStart.slice(0, 10)}T15:00` },
  })
  const day = live.localStart.slice(0, 10)
  const read = async (sought: string): Promise<DepartureFrame> => {
    const asked = { experienceIds: [live.experienceId], from: day, to: day }
    const frames = await getDepartureFrames(rooms.ctx(), asked)
    return frames.find(({ departureId }) => departureId === sought) as DepartureFrame
  }
  let frame = await read(live.departureId)
  const subject = subjectOf('departure.changed', live.departureId)
  let hold: string | null = null
  return {
    hello: { url: rooms.url, experienceId: live.experienceId, month: day.slice(0, 7) },
    standing: async (about) => (about === 'change' ? frame : read(held.departureId)),
    // A hold placed: seats, version and the next lapse change. From the bus on, all is as in production.
    change: () => {
      const nextLapseAt = new Date(Date.now() + 900_000).toISOString()
      frame = { ...frame, version: frame.version + 1, vacancies: (frame.vacancies ?? 0) - 1, nextLapseAt }
      rooms.bus.publish(subject, JSON.stringify(frame))
    },
    commit: async (tell) => {
      committed = tell
      if (hold === null) hold = (await rooms.hold(held, 1)).id
      else {
        await rooms.release(held, hold)
        hold = null
      }
    },
  }
}

const listen = async (http: ReturnType<typeof createServer>): Promise<string> => {
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`
}

const plainWs = async (): Promise<Contender> => {
  const http = createServer()
  const server = new WebSocketServer({ server: http, perMessageDeflate: false })
  return {
    hello: { url: await listen(http) },
    change: (payload) => {
      const bytes = Buffer.from(payload, 'hex')
      for (const client of server.clients) if (client.readyState === client.OPEN) client.send(bytes)
    },
  }
}

/** Text of the same length: for Socket.IO a binary message is two frames, which would be unfair. */
const socketIo = async (): Promise<Contender> => {
  const http = createServer()
  const io = new SocketIo(http, { transports: ['websocket'], perMessageDeflate: false, httpCompression: false })
  return {
    hello: { url: await listen(http) },
    change: (payload) => void io.emit('c', 'x'.repeat(payload.length / 2)),
  }
}

/** Never two at once, even when it is late: a room would send them as one and be measured with less than the others. */
const GAP_MS = 25

const paced = async (perSecond: number, seconds: number, work: () => unknown): Promise<void> => {
  const start = monotonicMs()
  for (let i = 0; i < perSecond * seconds; i++) {
    const wait = Math.max(GAP_MS, start + (i * 1000) / perSecond - monotonicMs())
    await new Promise((resolve) => setTimeout(resolve, wait))
    await work()
  }
}

const kind = process.argv[2] as Kind
const contender = await { room, ws: plainWs, socketio: socketIo }[kind]()

const measure = async (): Promise<Measured> => {
  // With turns between, in which what was closed is let go.
  for (let i = 0; i < 4; i++) {
    globalThis.gc?.()
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const { rss, heapUsed, external } = process.memoryUsage()
  const young = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space')
  return { rssBytes: rss - (young?.physical_space_size ?? 0), heapBytes: heapUsed + external }
}

const obey = async (order: Order): Promise<Measured | Changed> => {
  if (order.do === 'measure') return measure()
  const at: number[] = []
  const standing = (await contender.standing?.(order.do)) ?? { departureId: '', version: 0 }
  const before = process.cpuUsage()
  if (order.do === 'change') {
    await paced(order.perSecond, order.seconds, () => {
      at.push(monotonicMs())
      contender.change(order.payload)
    })
  } else {
    await paced(order.perSecond, order.seconds, () => contender.commit?.(() => void at.push(monotonicMs())))
  }
  // What was written last is still on its way through this process.
  await new Promise((resolve) => setTimeout(resolve, 200))
  const { user, system } = process.cpuUsage(before)
  const { departureId, version: versionBefore } = standing
  return { at, cpuSeconds: (user + system) / 1e6, departureId, versionBefore }
}

console.log(JSON.stringify(contender.hello))
createInterface(process.stdin).on('line', (line) => {
  void obey(JSON.parse(line) as Order).then((answer) => console.log(JSON.stringify(answer)))
})
process.stdin.on('end', () => process.exit())
