/** What puts two readings of one departure in order. */
export interface FrameOrder {
  version: number
  /** ISO instant of the next lapse of a live hold, null when nothing is held. */
  nextLapseAt: string | null
}

/**
 * Whether `candidate` is a later reading than `known` (LIVE-1). Every commit steps the version; between commits only
 * holds lapse, and each lapse moves `nextLapseAt` later. So the pair only ever grows, and a reading that was overtaken on
 * its way is recognised whichever way it came.
 */
export const isNewerFrame = (candidate: FrameOrder, known: FrameOrder | undefined): boolean => {
  if (known === undefined || candidate.version > known.version) return true
  return candidate.version === known.version && lapseOf(candidate) > lapseOf(known)
}

const lapseOf = ({ nextLapseAt }: FrameOrder): number => (nextLapseAt === null ? Infinity : Date.parse(nextLapseAt))
