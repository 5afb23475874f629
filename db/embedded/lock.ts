import { createHash } from 'node:crypto'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * A lock between processes of this machine, held by the kernel: a socket in Linux' abstract namespace, which vanishes
 * with its process however that ends, so there is no stale lock to recognise. Returns how to release it, or null.
 */
export const tryLock = (name: string): Promise<(() => Promise<void>) | null> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    )
    server.listen(`\0mayago-${createHash('sha256').update(name).digest('hex').slice(0, 40)}`, () => {
      server.unref()
      resolve(() => new Promise((done) => server.close(() => done())))
    })
  })

/** Runs `work` while nobody else on this machine holds the lock of that name. */
export const withLock = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
  let release = await tryLock(name)
  while (release === null) {
    await wait(20)
    release = await tryLock(name)
  }
  try {
    return await work()
  } finally {
    await release()
  }
}
