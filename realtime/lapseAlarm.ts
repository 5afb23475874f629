import type { LogPort } from '@mayago/core/ports/log.ts'

/** What the alarm asks: instants are milliseconds since the epoch, by the clock that judges holds. */
interface AlarmSource {
  seatClock(): Promise<number>
  /** When the next hold on anything shown lapses; Infinity when nothing is held. */
  nextLapse(): number
  /** Reads again what has lapsed by then. */
  reread(lapsedBy: number): Promise<void>
  log: LogPort
}

/** A little after the lapse, so that the read finds it done. */
const AFTER_MS = 15
/** However the clocks run, no more often than this. */
const PAUSE_MS = 200
const RETRY_MS = 1_000
const TIMER_MS_MAX = 60_000

/**
 * Wakes the display when the next hold lapses (LIVE-1) and has it read again. It decides nothing: whether a hold has
 * lapsed is PostgreSQL's to say, and its clock is asked too, because ours may be off.
 */
export const openLapseAlarm = ({ seatClock, nextLapse, reread, log }: AlarmSource) => {
  let timer: NodeJS.Timeout | undefined
  let armedFor = Infinity
  let busy = false
  let stopped = false
  /** PostgreSQL's clock minus ours. */
  let ahead = 0

  const arm = (lapse: number, noSoonerMs: number): void => {
    clearTimeout(timer)
    armedFor = lapse
    if (stopped || lapse === Infinity) return
    const wait = Math.max(noSoonerMs, lapse - (Date.now() + ahead) + AFTER_MS)
    timer = setTimeout(ring, Math.min(wait, TIMER_MS_MAX))
    timer.unref()
  }

  const ring = async (): Promise<void> => {
    busy = true
    let pause = PAUSE_MS
    try {
      const now = await seatClock()
      ahead = now - Date.now()
      if (nextLapse() <= now) await reread(now)
    } catch (error) {
      log.warn({ error: String(error) }, 'lapsed holds could not be read')
      pause = RETRY_MS
    }
    busy = false
    arm(nextLapse(), pause)
  }

  seatClock()
    .then((now) => {
      ahead = now - Date.now()
      if (!busy) arm(nextLapse(), 0)
    })
    .catch((error: unknown) => log.warn({ error: String(error) }, 'the seat clock could not be read'))

  return {
    /** Tells that a hold lapses then. */
    expect: (lapse: number): void => {
      if (!busy && lapse < armedFor) arm(lapse, 0)
    },
    stop: (): void => {
      stopped = true
      clearTimeout(timer)
    },
  }
}
