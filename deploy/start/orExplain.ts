import { BadConfig } from '../config/readConfig.ts'
import { PortTaken } from '../http/serve.ts'
import { BuildFailed } from './ensureBuild.ts'
import { AlreadyRunning } from './oneAtATime.ts'

/** Runs an entry point. What its user can mend is told in one plain message; anything else is a bug and keeps its trace. */
export const orExplain = async (
  work: () => Promise<void>,
  undo: () => Promise<void> = async () => undefined,
): Promise<void> => {
  try {
    await work()
  } catch (error) {
    const mendable = [BadConfig, PortTaken, BuildFailed, AlreadyRunning].some((kind) => error instanceof kind)
    console.error(mendable ? (error as Error).message : error)
    await undo()
    process.exit(1)
  }
}
