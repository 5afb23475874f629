import type { DepartureFrame } from '@mayago/core/events/eventMap.ts'

/** The freshest frames a page has, and how true they are. */
export interface LiveFrames {
  readonly status: 'connecting' | 'live' | 'stale'
  /** The moment of the last true numbers. */
  readonly asOf: string | number | Date
  /** The newest known frame of the same departure: never one older than what was given. */
  freshest(frame: DepartureFrame): DepartureFrame
}

/** A list's departures. */
export const boardOf = (frames: () => DepartureFrame[], renderedAt: () => string): LiveFrames => plain(renderedAt)

/** One experience's departures. */
export const experienceOf = (_id: () => string, _frames: () => DepartureFrame[], renderedAt: () => string): LiveFrames =>
  plain(renderedAt)

const plain = (renderedAt: () => string): LiveFrames => ({
  status: 'connecting',
  get asOf() {
    return renderedAt()
  },
  freshest: (frame) => frame,
})
