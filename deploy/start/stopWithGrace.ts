import closeWithGrace from 'close-with-grace'

const DRAIN_MS_MAX = 20_000
/** A process that ends by itself has gone down already, and keeps its exit code; `logLost` takes the other. */
const SKIPPED: ('unhandledRejection' | 'beforeExit')[] = ['unhandledRejection', 'beforeExit']

/**
 * Collects how to undo what a process has begun, and undoes it, last first, on Ctrl-C, SIGTERM or a bug that nobody
 * caught. A second Ctrl-C ends at once; whatever is then left over, the next start takes care of.
 */
export const createWayDown = () => {
  const steps: { what: string; undo: () => Promise<unknown> }[] = []
  let going = false
  const godown = async (): Promise<void> => {
    if (going) return
    going = true
    for (const { what, undo } of steps.toReversed()) {
      try {
        await undo()
      } catch (error) {
        console.error(`${what} did not stop cleanly: ${String(error)}`)
      }
    }
  }
  process.on('unhandledRejection', logLost)
  closeWithGrace({ delay: DRAIN_MS_MAX, skip: SKIPPED }, async ({ err, signal }) => {
    if (err) console.error(err)
    else if (signal) console.log(`\n${signal}: finishing what is under way …`)
    await godown()
    if (signal) console.log('Stopped.')
  })
  return {
    /** Remembers how to undo `what`. */
    add: (what: string, undo: () => Promise<unknown>): void => void steps.push({ what, undo }),
    godown,
  }
}
/**
 * A promise that nobody waits for any more, such as a query on a connection that PostgreSQL took with it: worth a line,
 * not everybody's process. A bug that throws still ends it.
 */
const logLost = (error: unknown): void => console.error('A rejection that nobody handled:', error)

export type WayDown = ReturnType<typeof createWayDown>
