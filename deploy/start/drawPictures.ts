import { fork } from 'node:child_process'
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
  const child = fork(join(import.meta.dirname, '../pictures.ts'), {
    execArgv: ['--max-semi-space-size=4'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = once(child, 'close')
    .then(([code]) => code)
    .catch((error: unknown) => String(error))
  void ended.then((how) => {
    if (how !== 0) log.warn({ how }, 'pictures are drawn when asked for instead')
  })
  child.send(asked)
  wayDown.add('pictures', () => {
    if (child.connected) child.disconnect()
    return ended
  })
}
