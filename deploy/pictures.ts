import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { createPictureShelf } from '@mayago/core/catalog/pictureShelf.ts'
import { warmPictures } from '@mayago/core/catalog/index.ts'
import { openOrm } from '@mayago/db/orm.ts'
import { systemClock } from './compose/systemClock.ts'
import type { PicturesAsked } from './start/drawPictures.ts'

// Draws the pictures that lists show first. What `drawPictures` asks stands on the first line of the input, whose end says
// that nobody waits any more; a file is there whole or not at all, so one may stop anywhere.
const input = createInterface({ input: process.stdin })
input.once('close', () => process.exit())
const [line] = (await once(input, 'line')) as [string]
const { databaseUrl, folder } = JSON.parse(line) as PicturesAsked

const orm = await openOrm(databaseUrl, { poolMax: 1 })
await warmPictures({
  em: orm.em.fork() as SqlEntityManager,
  actor: { kind: 'system', job: 'drawPictures' },
  now: systemClock.now(),
  services: { pictures: createPictureShelf(folder) },
})
await orm.close()
input.close()
