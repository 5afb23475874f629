import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Client, type Room } from '@colyseus/sdk'
import { type FreshDatabase, freshDatabase } from '@mayago/db/testing/freshDatabase.ts'
import { poolOf } from '@mayago/db/orm.ts'
import type { MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'
import { openLocalBus } from '@mayago/core/adapters/local/localBus.ts'
import { openLocalCache } from '@mayago/core/adapters/local/localCache.ts'
import { openLocalLimits } from '@mayago/core/adapters/local/localLimits.ts'
import type { App } from '@mayago/core/app.ts'
import type { HoldView } from '@mayago/core/booking/booking.view.ts'
import { createSeatDesk } from '@mayago/core/booking/seatDesk.ts'
import { withActor, type Ctx } from '@mayago/core/context.ts'
import { publishNews } from '@mayago/core/events/relay.ts'
import type { Actor } from '@mayago/core/identity/actor.ts'
import { createSigner } from '@mayago/core/identity/signer.ts'
import { issueLiveTicket } from '@mayago/core/identity/liveTicket.ts'
import type { BusPort } from '@mayago/core/ports/bus.ts'
import type { CachePort } from '@mayago/core/ports/cache.ts'
import type { LimitRule } from '@mayago/core/ports/limits.ts'
import { defaultSettings } from '@mayago/core/settings.ts'
import { quietLog } from '../test/quietLog.ts'
import { attachRooms } from './attach.ts'

export const GUEST = '01900000-0000-7000-8000-000000000001'
const guest = { kind: 'anonymous', guestId: GUEST, holdToken: null } as unknown as Actor

export interface TestRooms {
  url: string
  database: FreshDatabase
  bus: BusPort
  log: ReturnType<typeof quietLog>
  ctx(): Ctx
  /** For the guest unless told. */
  ticket(actor?: Actor): Promise<string>
  /** Holds seats through the seat desk: a real commit, and news of it. */
  hold(departure: MadeDeparture, seats: number): Promise<HoldView>
  release(departure: MadeDeparture, holdId: string): Promise<void>
  stop(): Promise<void>
}

export interface TestRoomsSettings {
  bus?: BusPort
  /** Where sessions are marked as ended; its own unless told. */
  marks?: CachePort
  databaseUrl?: string
  database?: FreshDatabase
  origins?: string[]
  /** How many holds a client may ask for; without end unless told. */
  holdLimit?: LimitRule
  /** Told of each commit of the seat desk, before its news goes out. */
  onCommit?: () => void
}

/** Rooms on a port of their own, over a real database and the real seat desk. */
export const startRooms = async (settings: TestRoomsSettings = {}): Promise<TestRooms> => {
  const log = quietLog()
  const database = settings.database ?? (await freshDatabase())
  const bus = settings.bus ?? openLocalBus(log)
  const cache = openLocalCache()
  const limits = openLocalLimits({
    api: null,
    pages: null,
    search: null,
    holds: settings.holdLimit ?? null,
    checkout: null,
    liveTickets: null,
    signIn: null,
    registration: null,
    reset: null,
    secondFactor: null,
  })
  const ports = { bus, cache, marks: settings.marks ?? openLocalCache(), log, limits }
  const seatDesk = createSeatDesk({
    pool: await poolOf(database.orm),
    settings: { ...defaultSettings, seatCaps: { guest: 0, user: 0, address: 0 } },
    publish: (news) => {
      settings.onCommit?.()
      publishNews({ em: database.em, ports }, news)
    },
  })
  const seed = new Uint8Array(32)
  const signer = createSigner({ guest: seed, hold: seed, link: seed, ticket: seed })
  const services = { seatDesk, signer, settings: defaultSettings }
  const makeCtx: App['makeCtx'] = (asked) =>
    ({
      idempotencyKey: null,
      ...asked,
      em: database.orm.em.fork(),
      ports,
      services,
      clock: { now: () => new Date() },
      now: new Date(),
      userAgent: null,
      news: null,
    }) as unknown as Ctx
  const ctx = (): Ctx => makeCtx({ actor: guest, locale: 'en', address: null, requestId: 'test' })
  const app = { ports, makeCtx, embedded: true, version: 'test' } as unknown as App

  const http = createServer()
  const rooms = await attachRooms({ http, app, log, origins: settings.origins ?? [] })
  http.on('request', (request, response) =>
    rooms.handle(request, response, () => {
      if (request.url === '/ticket') void issueLiveTicket(ctx()).then((view) => response.end(view.ticket))
      else response.writeHead(404).end()
    }),
  )
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`

  return {
    url,
    database,
    bus,
    log,
    ctx,
    ticket: async (actor = guest) => (await issueLiveTicket(withActor(ctx(), actor))).ticket,
    hold: async ({ departureId, units }, seats) => {
      const asked = { kind: 'hold', claim: null, locale: 'en', holder: `g:${GUEST}`, address: null } as const
      return (await seatDesk.ask(departureId, {
        ...asked,
        units: [{ unitId: units.adult, quantity: seats }],
      })) as HoldView
    },
    release: async ({ departureId }, holdId) =>
      void (await seatDesk.ask(departureId, { kind: 'release', claim: null, locale: 'en', holdId })),
    stop: async () => {
      await rooms.stop()
      await new Promise((resolve) => http.close(resolve))
      await seatDesk.close()
      await bus.close()
      if (settings.database === undefined) await database.drop()
    },
  }
}

/** One departure as a watcher's screen has it. */
export interface Seen {
  vacancies: number
  version: number
}

/** A watcher on the public SDK. */
export interface Bot {
  room: Room
  /** Every number it was shown, in order, by departure. */
  seen: Map<string, Seen[]>
  latest(departureId: string): Seen | undefined
  live(): boolean | undefined
  /** The code and reason the socket was closed with, once it is. */
  closed: { code: number; reason: string | undefined } | null
  leave(): Promise<void>
}

interface ShownState {
  live: boolean
  departures: Map<string, Seen>
}

export const watchExperience = async (
  url: string,
  ticket: string,
  experienceId: string,
  month: string,
): Promise<Bot> => {
  const room = await join(url, ticket, 'experience', { experienceId })
  const bot = botOf(room, () => (room.state as unknown as ShownState).live)
  room.onStateChange((state) => {
    for (const [departureId, { vacancies, version }] of (state as unknown as ShownState).departures ?? []) {
      note(bot, departureId, { vacancies, version })
    }
  })
  room.send('watchMonth', { month })
  return bot
}

export const watchBoard = async (
  url: string,
  ticket: string,
  shows: { experienceIds: string[]; from: string; to: string },
): Promise<Bot> => {
  let live: boolean | undefined
  const room = await join(url, ticket, 'board', {})
  const bot = botOf(room, () => live)
  room.onMessage('liveness', (liveness: { live: boolean }) => void (live = liveness.live))
  room.onMessage('frames', (frames: { departureId: string; vacancies: number; version: number }[]) => {
    for (const { departureId, vacancies, version } of frames) note(bot, departureId, { vacancies, version })
  })
  room.send('show', shows)
  return bot
}

export const join = async (url: string, ticket: string, name: string, options: object): Promise<Room> => {
  const client = new Client(url)
  client.auth.token = ticket
  const room = await client.joinOrCreate(name, options)
  room.reconnection.enabled = false
  room.onMessage('*', () => undefined)
  return room
}

const botOf = (room: Room, live: () => boolean | undefined): Bot => {
  const seen = new Map<string, Seen[]>()
  const bot: Bot = {
    room,
    seen,
    latest: (departureId) => seen.get(departureId)?.at(-1),
    live,
    closed: null,
    // Leaving a closed room would wait for ever.
    leave: async () => void (bot.closed === null && (await room.leave())),
  }
  room.onLeave((code, reason) => void (bot.closed = { code, reason }))
  return bot
}

const note = (bot: Bot, departureId: string, shown: Seen): void => {
  const all = bot.seen.get(departureId) ?? []
  bot.seen.set(departureId, all)
  const last = all.at(-1)
  if (last?.version !== shown.version || last.vacancies !== shown.vacancies) all.push(shown)
}
