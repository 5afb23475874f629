import { WebSocket } from 'ws'
import { Client } from '@colyseus/sdk'
import { type Kind, monotonicMs } from './kinds.ts'

/** Watchers of one server. They join as real clients do and then only note when each message came. */
export interface Watchers {
  /** When each message came, by watcher. */
  arrivals: number[][]
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
    lastBytes: new Uint8Array(),
    reset: () => watchers.arrivals.forEach((times) => (times.length = 0)),
    leave: () => sockets.forEach((socket) => socket.terminate()),
  }
  const note = (socket: WebSocket, index: number): void => {
    sockets.push(socket)
    const times = watchers.arrivals[index] as number[]
    socket.removeAllListeners('message')
    socket.on('message', (data: Buffer) => {
      if (kind === 'socketio' && data.toString() === '2') return socket.send('3')
      times.push(monotonicMs())
      watchers.lastBytes = data
    })
  }
  const join = { room: joinRoom, ws: joinWs, socketio: joinSocketIo }[kind]
  const waiting = Array.from({ length: count }, (_, index) => index)
  const worker = async (): Promise<void> => {
    for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) note(await join(hello), index)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return watchers
}

/** Through the public SDK: ticket, matchmaking, socket, month; then its socket is listened to directly. */
const joinRoom = async ({ url = '', experienceId, month }: Record<string, string>): Promise<WebSocket> => {
  const ticket = await (await fetch(`${url}/ticket`)).text()
  const client = new Client(url)
  client.auth.token = ticket
  const room = await client.joinOrCreate('experience', { experienceId })
  await new Promise<void>((resolve) => {
    room.onStateChange((state) => {
      if ((state as unknown as { departures: Map<string, unknown> }).departures.size > 0) resolve()
    })
    room.send('watchMonth', { month })
  })
  const socket = (room.connection.transport as unknown as { ws: WebSocket }).ws
  socket.removeAllListeners()
  socket.onmessage = null
  socket.onclose = null
  socket.binaryType = 'nodebuffer'
  socket.on('error', () => undefined)
  return socket
}

const joinWs = ({ url = '' }: Record<string, string>): Promise<WebSocket> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(url.replace('http', 'ws'), { perMessageDeflate: false })
    socket.once('open', () => resolve(socket))
    socket.once('error', reject)
  })

const joinSocketIo = ({ url = '' }: Record<string, string>): Promise<WebSocket> =>
  new Promise((resolve, reject) => {
    const address = `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`
    const socket = new WebSocket(address, { perMessageDeflate: false })
    socket.once('error', reject)
    socket.on('message', (data: Buffer) => {
      const text = data.toString()
      if (text.startsWith('0')) socket.send('40')
      if (text.startsWith('40')) resolve(socket)
    })
  })
