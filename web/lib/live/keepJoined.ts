import type { Room } from '@colyseus/sdk'

export interface Joining {
  /** Where the rooms are: the page's own origin. */
  endpoint: string
  room: 'experience' | 'board'
  options: Record<string, unknown>
  /** Waited for once, before the first joining. */
  begin(): Promise<void>
  /** Buys a single-use ticket. */
  ticket(): Promise<string>
  /** Called with each room that was joined, before it says anything. */
  onJoined(room: Room): void
  /** Called when the room is lost or could not be joined; `failures` counts those in a row. */
  onAway(failures: number): void
}

const BACKOFF_MS = { first: 500, max: 30_000 }
/** A network can die without a word. We ask this often whether the server is there, and give it this long to answer. */
const HEARTBEAT_MS = { every: 10_000, answer: 5_000 }

type Heartbeat = typeof HEARTBEAT_MS

/** Joins a room and joins it again whenever it is lost, with growing, uneven pauses. Answers how to stop. */
export const keepJoined = (joining: Joining, heartbeat = HEARTBEAT_MS): (() => void) => {
  const stopped = new AbortController()
  void run(joining, heartbeat, stopped.signal)
  return () => stopped.abort()
}

const run = async (joining: Joining, heartbeat: Heartbeat, stopped: AbortSignal): Promise<void> => {
  let failures = 0
  await joining.begin()
  while (!stopped.aborted) {
    try {
      await sit(joining, heartbeat, stopped, () => void (failures = 0))
    } catch {
      // Why does not matter to the page: it says since when its numbers are old, and we try again.
    }
    if (stopped.aborted) return
    failures += 1
    joining.onAway(failures)
    await pause(backoff(failures), stopped)
  }
}

/** Joins and stays until the room is lost. */
const sit = async (joining: Joining, heartbeat: Heartbeat, stopped: AbortSignal, joined: () => void): Promise<void> => {
  const [{ Client }, ticket] = await Promise.all([import('./roomClient.ts'), joining.ticket()])
  const client = new Client(joining.endpoint)
  client.auth.token = ticket
  const room = await client.joinOrCreate(joining.room, joining.options)
  // Its own reconnection would come back to one process's seat; ours starts anew wherever there is room.
  room.reconnection.enabled = false
  let lose = (): void => undefined
  const lost = new Promise<void>((resolve) => void (lose = resolve))
  room.onLeave(() => lose())
  const leave = (): void => void room.leave()
  if (stopped.aborted) return leave()
  stopped.addEventListener('abort', leave)
  const stopHeart = beat(room, heartbeat, () => {
    // Closing waits for the other side to agree, which a dead network never does.
    room.removeAllListeners()
    room.connection.close()
    lose()
  })
  joined()
  joining.onJoined(room)
  await lost
  stopHeart()
  stopped.removeEventListener('abort', leave)
}

/** Asks now and then whether the server is there, and tells when no answer came. */
const beat = (room: Room, { every, answer }: Heartbeat, silent: () => void): (() => void) => {
  let deadline: ReturnType<typeof setTimeout> | undefined
  const timer = setInterval(() => {
    clearTimeout(deadline)
    deadline = setTimeout(silent, answer)
    room.ping(() => clearTimeout(deadline))
  }, every)
  return () => {
    clearInterval(timer)
    clearTimeout(deadline)
  }
}

/** Half to one and a half times a pause that doubles: a restarted server is not met by everybody at once. */
export const backoff = (failures: number): number =>
  Math.min(BACKOFF_MS.first * 2 ** (failures - 1), BACKOFF_MS.max) * (0.5 + Math.random())

/** Ends early when stopped, or when the browser is online again. */
const pause = (ms: number, stopped: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      stopped.removeEventListener('abort', done)
      if (inBrowser) removeEventListener('online', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    stopped.addEventListener('abort', done)
    if (inBrowser) addEventListener('online', done)
  })

const inBrowser = typeof window !== 'undefined'
