import type { DepartureFrame } from '@mayago/core/events/eventMap.ts'
import { isNewerFrame } from '@mayago/kernel/frameOrder.ts'

export type LiveStatus = 'connecting' | 'live' | 'stale'

/** The freshest frames a page has, and how true they are. */
export interface LiveFrames {
  readonly status: LiveStatus
  /** While not live: the moment of the last true numbers. */
  readonly asOf: string | number | Date
  /** The newest known frame of the same departure: never one older than what was given. */
  freshest(frame: DepartureFrame): DepartureFrame
}

/** Keeps the latest reading of each departure, whichever way it came, and never goes back (LIVE-1). */
export class FrameShelf implements LiveFrames {
  status: LiveStatus = $state('connecting')
  #heardAt: number | null = $state(null)
  readonly #renderedAt: () => string
  /** Replaced whole: news comes in handfuls, and Svelte's own map would weigh on every page. */
  #frames: Readonly<Record<string, DepartureFrame>> = $state.raw({})

  constructor(renderedAt: () => string) {
    this.#renderedAt = renderedAt
  }

  get asOf(): string | number {
    return this.#heardAt ?? this.#renderedAt()
  }

  freshest(frame: DepartureFrame): DepartureFrame {
    const known = this.#frames[frame.departureId]
    return known === undefined || isNewerFrame(frame, known) ? frame : known
  }

  take(frames: readonly DepartureFrame[]): void {
    this.#keep(frames, (frame, known) => isNewerFrame(frame, known))
  }

  /** Polled readings come one after the other, so an equal version is a later look at it. */
  takePolled(frames: readonly DepartureFrame[]): void {
    this.#keep(frames, (frame, known) => known === undefined || frame.version >= known.version)
  }

  #keep(
    frames: readonly DepartureFrame[],
    isLater: (frame: DepartureFrame, known: DepartureFrame | undefined) => boolean,
  ): void {
    const kept = { ...this.#frames }
    for (const frame of frames) if (isLater(frame, kept[frame.departureId])) kept[frame.departureId] = frame
    this.#frames = kept
  }

  /** The numbers are live, or were last true at `asOf`. */
  say(status: LiveStatus, asOf = Date.now()): void {
    this.status = status
    this.#heardAt = asOf
  }
}
