import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { LogPort } from '@mayago/core/ports/log.ts'
import type { WayDown } from './stopWithGrace.ts'

/** What the drawing process is told; not in its arguments, which everybody on the machine can read. */
export interface PicturesAsked {
  databaseUrl: string
  folder: string
}

/**
 * Draws the pictures that lists show first in the background, so that nobody waits for them; in a process of its own,
 * whose memory goes back when it is done.
 */
export const drawPictures = (asked: PicturesAsked, log: LogPort, wayDown: WayDown): void => {
  const child = spawn(process.execPath, ['--max-semi-space-size=4', join(import.meta.dirname, '../pictures.ts')], {
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  const ended = once(child, 'close').catch((error: unknown) => [String(error)])
  void ended.then(([how]) => {
    if (how !== 0) log.warn({ how: String(how) }, 'pictures are drawn when asked for instead')
  })
  child.stdin.on('error', () => undefined) // it ended first, and `ended` says how
  child.stdin.write(`${JSON.stringify(asked)}\n`)
  wayDown.add('pictures', () => {
    child.stdin.end()
    return ended
  })
}
