import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import {
  createNodeMatchmakingMiddleware,
  LocalDriver,
  LocalPresence,
  matchMaker,
  type Room,
  Server,
} from '@colyseus/core'
import { setTransport } from '@colyseus/core/Transport'
import { WebSocketTransport } from '@colyseus/ws-transport'
import type { App } from '@mayago/core/app.ts'
import { getDepartureFrames } from '@mayago/core/availability/index.ts'
import { readSeatClock } from '@mayago/core/availability/readSeatClock.ts'
import type { Ctx } from '@mayago/core/context.ts'
import type { LogPort } from '@mayago/core/ports/log.ts'
import { closeRevoked } from './closeRevoked.ts'
import { openFeed } from './feed.ts'
import { setLive } from './live.ts'
import { MESSAGE_BYTES_MAX } from './messages.ts'
import { isAllowedOrigin } from './origins.ts'
import { BoardRoom } from './rooms/BoardRoom.ts'
import { ExperienceRoom } from './rooms/ExperienceRoom.ts'

export interface AttachSettings {
  http: HttpServer
  app: App
  log: LogPort
  /** Origins beside our own host that may open rooms, such as "https://www.mayago.travel". */
  origins?: readonly string[]
  roomClientsMax?: number
}

export interface AttachedRooms {
  /** Answers `/matchmake/*` and passes everything else on; goes before the pages. */
  handle(request: IncomingMessage, response: ServerResponse, next: () => void): void
  /** Closes the rooms and their sockets; the http server is the caller's. */
  stop(): Promise<void>
}

const ROOM_PATH = /^\/[\w-]+\/[\w-]+\?/
/** A client that is gone without a word is noticed by the second ping it leaves unanswered. */
const PING_MS = 15_000
const MATCHMAKE = '/matchmake/'
const METHODS = 'POST, OPTIONS'

/** Serves the live rooms on an http server that is shared with the pages. Once per process. */
export const attachRooms = async (settings: AttachSettings): Promise<AttachedRooms> => {
  const { http, app, log, origins = [], roomClientsMax = 5_000 } = settings
  const asSystem = (): Ctx =>
    app.makeCtx({ actor: { kind: 'system', job: 'live' }, locale: 'en', address: null, requestId: crypto.randomUUID() })
  const feed = openFeed({
    bus: app.ports.bus,
    log,
    read: (asked) => getDepartureFrames(asSystem(), asked),
    seatClock: () => readSeatClock(asSystem()),
  })
  setLive({ app, feed, log, roomClientsMax })

  const transport = new WebSocketTransport({
    noServer: true,
    maxPayload: MESSAGE_BYTES_MAX,
    perMessageDeflate: false,
    pingInterval: PING_MS,
  })
  const isRoom = (request: IncomingMessage): boolean => ROOM_PATH.test(request.url ?? '')
  const refuseUpgrade = (request: IncomingMessage, socket: Duplex): void => {
    if (isRoom(request) && !isAllowedOrigin(request, origins)) refuse(socket, '403 Forbidden')
    else if (!isRoom(request) && isOurs(http)) refuse(socket, '404 Not Found')
  }
  http.on('upgrade', refuseUpgrade)
  transport.attachToServer(http, { filter: (request) => isRoom(request) && isAllowedOrigin(request, origins) })

  const server = new Server({
    transport,
    presence: new LocalPresence(),
    driver: new LocalDriver(),
    greet: false,
    gracefullyShutdown: false,
    logger: colyseusLog(log),
  })
  const rooms = new Set<Room>()
  for (const handler of [
    server.define('experience', ExperienceRoom).filterBy(['experienceId']),
    server.define('board', BoardRoom),
  ]) {
    handler.on('create', (room: Room) => void rooms.add(room))
    handler.on('dispose', (room: Room) => void rooms.delete(room))
  }
  setTransport(transport)
  await matchMaker.accept()
  // A client may join what exists or begin it, and nothing else: no joining by id, no reservations of others.
  matchMaker.controller.exposedMethods = ['joinOrCreate']
  // Ours below replaces the library's, which lets every origin in with credentials.
  matchMaker.controller.DEFAULT_CORS_HEADERS = {} as typeof matchMaker.controller.DEFAULT_CORS_HEADERS
  matchMaker.controller.getCorsHeaders = () => ({})
  const matchmake = createNodeMatchmakingMiddleware()
  const stopRevoking = closeRevoked(app.ports.bus, rooms)

  return {
    handle: (request, response, next) => {
      if (!request.url?.startsWith(MATCHMAKE)) return next()
      const status = refusalOf(request, origins)
      const { origin } = request.headers
      if (origin !== undefined && status !== 403) {
        response.setHeader('access-control-allow-origin', origin)
        response.setHeader('vary', 'origin')
        response.setHeader('access-control-allow-methods', METHODS)
        response.setHeader('access-control-allow-headers', 'authorization, content-type')
      }
      response.setHeader('cache-control', 'no-store')
      if (status !== null) return void response.writeHead(status, { connection: 'close' }).end()
      if (request.method === 'OPTIONS') return void response.writeHead(204).end()
      void matchmake(request, response, () => void response.writeHead(404).end())
    },
    stop: async () => {
      stopRevoking()
      feed.stop()
      http.off('upgrade', refuseUpgrade)
      await server.gracefullyShutdown(false)
      setLive(undefined)
    },
  }
}

/** The status a matchmaking request is refused with before its body is read; null when it may go on. */
const refusalOf = (request: IncomingMessage, origins: readonly string[]): number | null => {
  if (!isAllowedOrigin(request, origins)) return 403
  if (request.method === 'OPTIONS') return null
  if (request.method !== 'POST') return 405
  const length = Number(request.headers['content-length'])
  if (!Number.isInteger(length)) return 411
  return length > MESSAGE_BYTES_MAX ? 413 : null
}

const refuse = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`)
}

/** Whether nobody else on this server answers upgrades, as Vite's own socket does in development. */
const isOurs = (http: HttpServer): boolean => http.listenerCount('upgrade') === 2

const colyseusLog = (log: LogPort) => {
  const text = (parts: unknown[]): string => parts.map(String).join(' ')
  return {
    debug: () => undefined,
    trace: () => undefined,
    info: () => undefined,
    warn: (...parts: unknown[]) => log.warn({}, text(parts)),
    error: (...parts: unknown[]) => log.error({}, text(parts)),
  }
}
