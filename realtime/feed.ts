import { isNewerFrame } from '@mayago/kernel/frameOrder.ts'
import { type DepartureFrame, subjectsOf } from '@mayago/core/events/eventMap.ts'
import type { BusPort } from '@mayago/core/ports/bus.ts'
import type { LogPort } from '@mayago/core/ports/log.ts'
import { openLapseAlarm } from './lapseAlarm.ts'

/** Which departures to read; days are local to the place, both included. */
export interface Asked {
  experienceIds: string[]
  from: string
  to: string
}

/** Something in this process that shows an experience's departures. */
export interface Watcher {
  /** A later reading of a departure than any seen before. */
  changed(frame: DepartureFrame): void
  /** Reads again, through the feed, everything it shows. */
  resync(): Promise<void>
}

/** What a feed stands on. `read` and `seatClock` go to PostgreSQL through core's functions. */
export interface FeedSource {
  bus: BusPort
  log: LogPort
  read(asked: Asked): Promise<DepartureFrame[]>
  /** The present by the clock that judges holds, in milliseconds since the epoch. */
  seatClock(): Promise<number>
}

/** Whether the numbers are live, and if not, as of when. */
export interface Liveness {
  live: boolean
  /** Milliseconds since the epoch. */
  asOf: number
}

/** News from the bus to the rooms of this process. It keeps the latest reading of what is watched, and no truth. */
export interface Feed {
  readonly liveness: Liveness
  onLiveness(listen: (liveness: Liveness) => void): () => void
  watch(experienceId: string, watcher: Watcher): () => void
  /** Reads, and answers the latest of what was read and what came meanwhile. Watch first, then read. */
  read(asked: Asked): Promise<DepartureFrame[]>
  stop(): void
}

interface Watched {
  watchers: Set<Watcher>
  frames: Map<string, DepartureFrame>
}

/** A read of everything shown, in case news was lost unnoticed; more often while the bus is known to be away. */
const REREAD_SECONDS = { live: 30, away: 5 }
const RETRY_SECONDS = 1

export const openFeed = ({ bus, log, read, seatClock }: FeedSource): Feed => {
  const watched = new Map<string, Watched>()
  const listeners = new Set<(liveness: Liveness) => void>()
  const underWay = new Map<string, Promise<DepartureFrame[]>>()
  let liveness: Liveness = { live: bus.connected, asOf: Date.now() }
  let stopped = false

  const setLiveness = (live: boolean): void => {
    liveness = { live, asOf: Date.now() }
    for (const listen of listeners) listen(liveness)
  }

  /** Keeps and passes on what is later than all before; answers the latest. */
  const take = (frame: DepartureFrame): DepartureFrame => {
    const about = watched.get(frame.experienceId)
    if (about === undefined) return frame
    const known = about.frames.get(frame.departureId)
    if (!isNewerFrame(frame, known)) return known as DepartureFrame
    about.frames.set(frame.departureId, frame)
    if (frame.nextLapseAt !== null) alarm.expect(Date.parse(frame.nextLapseAt))
    for (const watcher of about.watchers) watcher.changed(frame)
    return frame
  }

  const readAndTake = async (asked: Asked): Promise<DepartureFrame[]> => (await read(asked)).map(take)

  /** Equal reads under way are one: everybody on it was watching before it began or gets the news since from `take`. */
  const readOnce = (asked: Asked): Promise<DepartureFrame[]> => {
    const key = `${asked.from} ${asked.to} ${asked.experienceIds.join()}`
    const running = underWay.get(key)
    if (running !== undefined) return running
    const reading = readAndTake(asked).finally(() => {
      if (underWay.get(key) === reading) underWay.delete(key)
    })
    underWay.set(key, reading)
    return reading
  }

  const alarm = openLapseAlarm({
    seatClock,
    log,
    nextLapse: () => {
      let next = Infinity
      for (const frame of allFrames()) next = Math.min(next, lapseOf(frame))
      return next
    },
    reread: async (lapsedBy) => {
      const due = [...allFrames()].filter((frame) => lapseOf(frame) <= lapsedBy)
      for (const asked of byMonth(due)) forget(due, asked, await readOnce(asked))
    },
  })

  /** What is no longer there to be read would have us wake for ever. */
  const forget = (due: DepartureFrame[], asked: Asked, found: DepartureFrame[]): void => {
    const there = new Set(found.map((frame) => frame.departureId))
    for (const { departureId, experienceId, localStart } of due) {
      if (there.has(departureId) || !asked.experienceIds.includes(experienceId)) continue
      if (isWithin(localStart, asked)) watched.get(experienceId)?.frames.delete(departureId)
    }
  }

  function* allFrames(): Generator<DepartureFrame> {
    for (const { frames } of watched.values()) yield* frames.values()
  }

  const resync = inTurns(async () => {
    const watchers = new Set([...watched.values()].flatMap((about) => [...about.watchers]))
    const wasConnected = bus.connected
    underWay.clear()
    try {
      for (const watcher of watchers) await watcher.resync()
      // Live again only if no news can have been lost since the first of these reads.
      const live = wasConnected && bus.connected
      if (!live || !liveness.live) setLiveness(live)
    } catch (error) {
      log.warn({ error: String(error) }, 'departures could not be read again')
      again(RETRY_SECONDS)
    }
  })

  let timer: NodeJS.Timeout | undefined
  const again = (seconds: number): void => {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(reread, seconds * 1000).unref()
  }
  const reread = (): void => {
    again(liveness.live ? REREAD_SECONDS.live : REREAD_SECONDS.away)
    void resync()
  }

  const hear = (payload: string): void => {
    const frame = JSON.parse(payload) as DepartureFrame
    const known = watched.get(frame.experienceId)?.frames.get(frame.departureId)
    take(frame)
    // A step is missing: its news may have brought more than this departure.
    if (known !== undefined && frame.version > known.version + 1) resyncOne(frame.experienceId)
  }

  const resyncOne = (experienceId: string): void => {
    underWay.clear()
    for (const watcher of watched.get(experienceId)?.watchers ?? []) {
      watcher.resync().catch((error: unknown) => {
        log.warn({ error: String(error), experienceId }, 'departures could not be read again')
        again(RETRY_SECONDS)
      })
    }
  }

  const stops = [
    bus.subscribe(subjectsOf('departure.changed'), hear),
    bus.subscribe(subjectsOf('experience.changed'), (payload) =>
      resyncOne((JSON.parse(payload) as { experienceId: string }).experienceId),
    ),
    bus.onConnection((connected) => {
      if (!connected) setLiveness(false)
      reread()
    }),
  ]
  again(liveness.live ? REREAD_SECONDS.live : REREAD_SECONDS.away)

  return {
    get liveness() {
      return liveness
    },
    onLiveness: (listen) => {
      listeners.add(listen)
      return () => void listeners.delete(listen)
    },
    watch: (experienceId, watcher) => {
      const about = watched.get(experienceId) ?? { watchers: new Set(), frames: new Map() }
      watched.set(experienceId, about)
      about.watchers.add(watcher)
      return () => {
        about.watchers.delete(watcher)
        if (about.watchers.size === 0 && watched.get(experienceId) === about) watched.delete(experienceId)
      }
    },
    read: readOnce,
    stop: () => {
      stopped = true
      clearTimeout(timer)
      alarm.stop()
      for (const stop of stops) stop()
    },
  }
}

const lapseOf = ({ nextLapseAt }: DepartureFrame): number => (nextLapseAt === null ? Infinity : Date.parse(nextLapseAt))

/** Reads that cover the frames: by month, so that none is long, and fifty experiences at a time. */
const byMonth = (frames: readonly DepartureFrame[]): Asked[] => {
  const months = Map.groupBy(frames, (frame) => frame.localStart.slice(0, 7))
  return [...months.values()].flatMap((within) => {
    const days = within.map((frame) => frame.localStart.slice(0, 10)).sort()
    const [from, to] = [days[0] as string, days.at(-1) as string]
    return chunk([...new Set(within.map((frame) => frame.experienceId))], 50).map((ids) => ({
      experienceIds: ids,
      from,
      to,
    }))
  })
}

export const isWithin = (localStart: string, { from, to }: Pick<Asked, 'from' | 'to'>): boolean =>
  localStart.slice(0, 10) >= from && localStart.slice(0, 10) <= to

export const chunk = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size))

/** Runs `work` one at a time; asked again while it runs, it runs once more afterwards. */
const inTurns = (work: () => Promise<void>): (() => Promise<void>) => {
  let running: Promise<void> | null = null
  let wanted = false
  const run = async (): Promise<void> => {
    do {
      wanted = false
      await work()
    } while (wanted)
    running = null
  }
  return () => {
    wanted = true
    return (running ??= run())
  }
}
