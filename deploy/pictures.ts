import { once } from 'node:events'
import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { createPictureShelf } from '@mayago/core/catalog/pictureShelf.ts'
import { warmPictures } from '@mayago/core/catalog/index.ts'
import { openOrm } from '@mayago/db/orm.ts'
import { systemClock } from './compose/systemClock.ts'
import type { PicturesAsked } from './start/drawPictures.ts'

// Draws the pictures that lists show first, as `drawPictures` asks; ends when that is done, or when it goes away.
const stop = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(signal, () => stop.abort())

const [{ databaseUrl, folder }] = (await once(process, 'message')) as [PicturesAsked]
const orm = await openOrm(databaseUrl, { poolMax: 1 })
await warmPictures(
  {
    em: orm.em.fork() as SqlEntityManager,
    actor: { kind: 'system', job: 'drawPictures' },
    now: systemClock.now(),
    services: { pictures: createPictureShelf(folder) },
  },
  stop.signal,
)
await orm.close()
if (process.connected) process.disconnect()
