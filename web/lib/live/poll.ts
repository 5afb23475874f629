const EVERY_MS = 20_000

/** Does `work` now and every twenty seconds until stopped; a failed turn is left out. */
export const poll = (work: () => Promise<void>): (() => void) => {
  const turn = (): void => void work().catch(() => undefined)
  turn()
  const timer = setInterval(turn, EVERY_MS)
  return () => clearInterval(timer)
}

/** After this many failures in a row the page polls beside trying to join: WebSockets may be impossible here. */
export const FAILURES_BEFORE_POLLING = 2
