import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tryLock } from '@mayago/db/embedded/lock.ts'

export class AlreadyRunning extends Error {}

export interface Turn {
  /** Tells others where we are. */
  tell(url: string): void
  end(): Promise<void>
}

/** One `npm start` per data folder. Throws AlreadyRunning, which says where the other one answers. */
export const takeTurn = async (dataDir: string): Promise<Turn> => {
  mkdirSync(dataDir, { recursive: true })
  const note = join(dataDir, 'running.json')
  const end = await tryLock(`start ${realpathSync(dataDir)}`)
  if (end === null)
    throw new AlreadyRunning(
      `MayaGo already runs on this data folder (${realpathSync(dataDir)})${whereOf(note)}.\nStop it there with Ctrl-C, or start a second one beside it: DATA_DIR=./var2 PORT=3001 npm start`,
    )
  return { tell: (url) => writeFileSync(note, JSON.stringify({ url, pid: process.pid })), end }
}

const whereOf = (note: string): string => {
  try {
    const { url, pid } = JSON.parse(readFileSync(note, 'utf8')) as { url: string; pid: number }
    return ` at ${url}, process ${pid}`
  } catch {
    return ''
  }
}
