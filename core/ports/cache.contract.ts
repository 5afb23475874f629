import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { until } from '../../test/until.ts'
import type { CachePort } from './cache.ts'

/** What every cache must do. */
export const cacheContract = (name: string, open: () => Promise<CachePort>) => {
  const Cache = suite<{ cache: CachePort; key: string }>(`cache: ${name}`)
  Cache.before(async (world) => void (world.cache = await open()))
  Cache.before.each((world) => void (world.key = `contract:${crypto.randomUUID()}`))
  Cache.after(async ({ cache }) => cache.close())

  Cache('gives back what was set, byte for byte, and null for what was not', async ({ cache, key }) => {
    assert.is(await cache.get(key), null)
    await cache.set(key, 'Chichén Itzá ✓', 10)
    assert.is(await cache.get(key), 'Chichén Itzá ✓')
    await cache.set(key, '', 10)
    assert.is(await cache.get(key), '')
  })

  Cache('forgets after its time to live', async ({ cache, key }) => {
    await cache.set(key, 'brief', 1)
    assert.is(await cache.get(key), 'brief')
    await until('it is forgotten', async () => (await cache.get(key)) === null)
  })

  Cache('adds only what is absent: of twenty claims at once one is granted', async ({ cache, key }) => {
    const claims = await Promise.all(Array.from({ length: 20 }, (_, i) => cache.add(key, String(i), 10)))
    assert.is(claims.filter(Boolean).length, 1)
    assert.is(await cache.get(key), String(claims.indexOf(true)))
  })

  Cache('can be claimed again once the claim has lapsed', async ({ cache, key }) => {
    assert.ok(await cache.add(key, 'a', 1))
    assert.not(await cache.add(key, 'b', 10))
    await until('it can be claimed', () => cache.add(key, 'c', 10))
    assert.is(await cache.get(key), 'c')
  })

  Cache('is taken by exactly one of twenty who try at once', async ({ cache, key }) => {
    await cache.set(key, 'the ticket', 10)
    const taken = await Promise.all(Array.from({ length: 20 }, () => cache.take(key)))
    assert.equal(
      taken.filter((value) => value !== null),
      ['the ticket'],
    )
    assert.is(await cache.take(key), null)
  })

  Cache('sets unless the key holds what is to be kept', async ({ cache, key }) => {
    await cache.setUnless(key, 'first', 10, 'kept')
    assert.is(await cache.get(key), 'first')
    await cache.setUnless(key, 'second', 10, 'kept')
    assert.is(await cache.get(key), 'second')
    await cache.set(key, 'kept', 10)
    await cache.setUnless(key, 'third', 1, 'kept')
    assert.is(await cache.get(key), 'kept')
  })

  Cache('deletes one key and leaves its neighbour', async ({ cache, key }) => {
    await cache.set(key, 'one', 10)
    await cache.set(`${key}:neighbour`, 'two', 10)
    await cache.delete(key)
    assert.is(await cache.get(key), null)
    assert.is(await cache.get(`${key}:neighbour`), 'two')
  })

  Cache.run()
}
