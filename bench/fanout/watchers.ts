import { WebSocket } from 'ws'
import { Client } from '@colyseus/sdk'
import { type Kind, monotonicMs } from './kinds.ts'

export interface Reading {
  departureId: string
  version: number
  at: number
}

/** Watchers of one server. They join as real clients do and then only note when each message came. */
export interface Watchers {
  /** When each message came, by watcher. */
  arrivals: number[][]
  /** What some of a room's watchers read, through the SDK: which version of which departure, and when. */
  readings: Reading[][]
  /** Bytes of the last message. */
  lastBytes: Uint8Array
  /** Forgets what came so far. */
  reset(): void
  leave(): void
}

const AT_ONCE = 50

export const gatherWatchers = async (kind: Kind, hello: Record<string, string>, count: number): Promise<Watchers> => {
  const sockets: WebSocket[] = []
  const watchers: Watchers = {
    arrivals: Array.from({ length: count }, () => []),
    readings: [],
    lastBytes: new Uint8Array(),
    reset: () => [...watchers.arrivals, ...watchers.readings].forEach((noted) => (noted.length = 0)),
    leave: () => sockets.forEach((socket) => socket.terminate()),
  }
  const note = ({ socket, readings }: Joined, index: number): void => {
    sockets.push(socket)
    if (readings !== undefined) watchers.readings.push(readings)
    const times = watchers.arrivals[index] as number[]
    socket.on('message', (data: Buffer) => {
      if (kind === 'socketio' && data.toString() === '2') return socket.send('3')
      times.push(monotonicMs())
      watchers.lastBytes = data
    })
  }
  const join = { room: joinRoom, ws: joinWs, socketio: joinSocketIo }[kind]
  const waiting = Array.from({ length: count }, (_, index) => index)
  const worker = async (): Promise<void> => {
    for (let index = waiting.shift(); index !== undefined; index = waiting.shift())
      note(await join(hello, index), index)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return watchers
}

interface Joined {
  socket: WebSocket
  readings?: Reading[]
}

/** One in so many goes on reading with the SDK; the others are listened to at their sockets, to spare the driver. */
const READERS = 25

/** Through the public SDK: ticket, matchmaking, socket, month. */
const joinRoom = async (hello: Record<string, string>, index: number): Promise<Joined> => {
  const { url = '', experienceId, month } = hello
  const ticket = await (await fetch(`${url}/ticket`)).text()
  const client = new Client(url)
  client.auth.token = ticket
  const room = await client.joinOrCreate('experience', { experienceId })
  room.reconnection.enabled = false
  const readings: Reading[] = []
  const versions = new Map<string, number>()
  await new Promise<void>((resolve) => {
    room.onStateChange((state) => {
      const at = monotonicMs()
      for (const [departureId, { version }] of (state as unknown as ShownState).departures) {
        if (versions.get(departureId) !== version) readings.push({ departureId, version, at })
        versions.set(departureId, version)
      }
      if (versions.size > 0) resolve()
    })
    room.send('watchMonth', { month })
  })
  const socket = (room.connection.transport as unknown as { ws: WebSocket }).ws
  socket.on('error', () => undefined)
  if (index % READERS === 0) return { socket, readings }
  socket.removeAllListeners('message')
  socket.removeAllListeners('close')
  socket.binaryType = 'nodebuffer'
  return { socket }
}

interface ShownState {
  departures: Map<string, { version: number }>
}

const joinWs = ({ url = '' }: Record<string, string>): Promise<Joined> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(url.replace('http', 'ws'), { perMessageDeflate: false })
    socket.once('open', () => resolve({ socket }))
    socket.once('error', reject)
  })

const joinSocketIo = ({ url = '' }: Record<string, string>): Promise<Joined> =>
  new Promise((resolve, reject) => {
    const address = `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`
    const socket = new WebSocket(address, { perMessageDeflate: false })
    socket.once('error', reject)
    const greet = (data: Buffer): void => {
      const text = data.toString()
      if (text.startsWith('0')) socket.send('40')
      if (!text.startsWith('40')) return
      socket.off('message', greet)
      resolve({ socket })
    }
    socket.on('message', greet)
  })
