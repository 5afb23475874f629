import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isRefusal } from '@mayago/kernel/errors.ts'
import { queryRows } from '@mayago/db/sql.ts'
import { makeDepartures } from '@mayago/db/testing/makeDepartures.ts'
import { readWorld, type ReadWorld } from '../../test/readWorld.ts'
import type { Services } from '../services.ts'
import { getPicture, warmPictures } from './index.ts'
import { createPictureShelf } from './pictureShelf.ts'

interface World extends ReadWorld {
  folder: string
  services: Services
}

const KEY = 'kayak-1-0a1b2c'

const Pictures = suite<World>('pictures')
Pictures.before(async (w) => {
  Object.assign(w, await readWorld(new Date('2026-06-01T12:00:00Z')))
  w.folder = join(mkdtempSync(join(tmpdir(), 'mayago-pictures-')), 'shelf')
  w.services = { ...w.ctx().services, pictures: createPictureShelf(w.folder) }
  await makeDepartures(w, { kayak: { slug: 'kayak' } })
  await queryRows(w.em, `update experiences set pictures = $1`, [
    JSON.stringify([{ key: KEY, kind: 'mangrove-kayak', time: 'dawn', palette: null, placeholder: '', alt: {} }]),
  ])
})
Pictures.after(async (w) => {
  rmSync(join(w.folder, '..'), { recursive: true })
  await w.drop()
})

Pictures('a picture is drawn once in the asked width, and comes from the shelf from then on', async (w) => {
  const ctx = w.ctx({ services: w.services })
  const [first, same] = await Promise.all([
    getPicture(ctx, { key: KEY, width: 320 }),
    getPicture(ctx, { key: KEY, width: 320 }),
  ])
  assert.is(first, same, 'two who ask at a time get one drawing')
  const { width, height, format } = await sharp(first).metadata()
  assert.equal({ width, height, format }, { width: 320, height: 213, format: 'webp' })
  await queryRows(w.em, `update experiences set pictures = '[]'`)
  assert.equal(Buffer.from(await getPicture(ctx, { key: KEY, width: 320 })), Buffer.from(first))
  assert.is(readdirSync(w.folder).length, 1, 'nothing half written is left')
})

Pictures('a key that names no picture is refused and leaves nothing behind', async (w) => {
  for (const key of ['kayak-2-0a1b2c', 'nobody-1-0a1b2c', 'kayak', 'constructor', 'a'.repeat(150)])
    try {
      await getPicture(w.ctx({ services: w.services }), { key, width: 640 })
      assert.unreachable()
    } catch (error) {
      assert.ok(isRefusal(error, 'not_found'), `${key}: ${String(error)}`)
    }
  assert.is(readdirSync(w.folder).length, 1)
})

Pictures('warming draws covers in the widths of lists', async (w) => {
  await queryRows(w.em, `update experiences set pictures = $1`, [
    JSON.stringify([{ key: 'kayak-1-ffffff', kind: 'cenote', time: null, palette: null, placeholder: '', alt: {} }]),
  ])
  const drawn = () =>
    readdirSync(w.folder)
      .filter((name) => name.startsWith('kayak-1-ffffff'))
      .sort()
  const ctx = w.ctx({ services: w.services })
  await warmPictures(ctx)
  assert.equal(
    drawn(),
    ['320', '640', '960'].map((width) => `kayak-1-ffffff-${width}.e1.webp`),
  )
})

Pictures.run()
