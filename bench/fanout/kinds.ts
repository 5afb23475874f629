/** Our room and the two ways it is measured against. */
export const KINDS = ['room', 'ws', 'socketio'] as const
export type Kind = (typeof KINDS)[number]

/** What the driver asks of a server process, one line of JSON each; each is answered by one line. */
export type Order =
  | { do: 'measure' }
  /** Changes per second for so many seconds; `payload` is what the rivals send. */
  | { do: 'change'; perSecond: number; seconds: number; payload: string }
  /** The same through the database: holds are placed and released. Only a room can. */
  | { do: 'commit'; perSecond: number; seconds: number }

export interface Measured {
  /** Of the process, without V8's young heap: that grows with the pace of joining, not with who has joined. */
  rssBytes: number
  /** What JavaScript holds, its buffers included. */
  heapBytes: number
}

export interface Changed {
  /** For a room: which departure changed, and its version before the first of these changes. */
  departureId: string
  versionBefore: number
  /** When each change was made, in milliseconds of the machine's monotonic clock. */
  at: number[]
  cpuSeconds: number
}

/** The machine's monotonic clock, the same in all its processes. */
export const monotonicMs = (): number => Number(process.hrtime.bigint()) / 1e6
