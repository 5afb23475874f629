/** State goes out when news arrives, together with what comes in the same few milliseconds. */
const COALESCE_MS = 10

/** Runs `work` once, ten milliseconds after it was first asked for. */
export const soon = (work: () => void) => {
  let timer: NodeJS.Timeout | undefined
  const run = (): void => {
    timer = undefined
    work()
  }
  const cancel = (): void => {
    clearTimeout(timer)
    timer = undefined
  }
  return {
    ask: (): void => {
      timer ??= setTimeout(run, COALESCE_MS)
    },
    /** Without waiting, together with what was asked for before. */
    now: (): void => {
      cancel()
      work()
    },
    cancel,
  }
}
