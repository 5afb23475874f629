import { availableParallelism } from 'node:os'
import type { FileResult } from './runFile.ts'

export const CORES = availableParallelism()

/** Does all tasks, so many at once, the first ones first; tells each result as it comes. */
export const atOnce = async (
  width: number,
  tasks: readonly (() => Promise<FileResult>)[],
  tell: (result: FileResult) => void,
): Promise<void> => {
  const queue = [...tasks]
  const worker = async (): Promise<void> => {
    for (let task = queue.shift(); task; task = queue.shift()) tell(await task())
  }
  await Promise.all(Array.from({ length: width }, worker))
}
