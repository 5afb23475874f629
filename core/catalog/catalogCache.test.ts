import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { queryRows } from '@mayago/db/sql.ts'
import { makeDepartures, type MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'
import { quietLog } from '../../test/quietLog.ts'
import { readWorld, type ReadWorld } from '../../test/readWorld.ts'
import { startNats, type TestServer } from '../../test/servers.ts'
import { until } from '../../test/until.ts'
import { openLocalBus } from '../adapters/local/localBus.ts'
import { openNatsBus } from '../adapters/nats/natsBus.ts'
import type { Ctx } from '../context.ts'
import { subjectOf } from '../events/eventMap.ts'
import type { BusPort } from '../ports/bus.ts'
import { createCatalogCache, type CatalogCache } from './catalogCache.ts'
import { getExperience } from './getExperience.ts'
import { listExperiences } from './listExperiences.ts'

interface World extends ReadWorld {
  kayak: MadeDeparture
  bus: BusPort
  catalogCache: CatalogCache
}
const Cache = suite<World>('catalogCache')
Cache.before(async (w) => void Object.assign(w, await readWorld(new Date('2027-03-01T12:00:00Z'))))
Cache.before.each(async (w) => {
  await queryRows(w.em, "update experiences set status = 'paused'")
  const bus = openLocalBus(quietLog())
  Object.assign(
    w,
    { bus, catalogCache: createCatalogCache(bus) },
    await makeDepartures(w, { kayak: { title: 'Kayak', capacity: 5 } }),
  )
})
Cache.after((w) => w.drop())

const keeping = (w: World, catalogCache = w.catalogCache): Ctx => {
  const ctx = w.ctx()
  return { ...ctx, services: { ...ctx.services, catalogCache } }
}
const rename = (w: World, title: string): Promise<unknown> =>
  queryRows(w.em, 'update experience_texts set title = $2 where experience_id = $1', [w.kayak.experienceId, title])
const titles = async (ctx: Ctx): Promise<string[]> => (await listExperiences(ctx, {})).items.map(({ title }) => title)
const changed = (bus: BusPort, { experienceId }: MadeDeparture): void =>
  bus.publish(subjectOf('experience.changed', experienceId), JSON.stringify({ experienceId }))

/** Counts how often what is asked is really read. */
const counting = (inner: CatalogCache) => {
  const counted = {
    reads: 0,
    keep: ((shelf, key, load) => inner.keep(shelf, key, () => (counted.reads++, load()))) as CatalogCache['keep'],
    close: inner.close,
  }
  return counted
}

Cache('[CATALOG-11] fifty who ask for one page at one moment read it once, and all get it', async (w) => {
  const counted = counting(w.catalogCache)
  const pages = await Promise.all(Array.from({ length: 50 }, () => titles(keeping(w, counted))))
  assert.is(counted.reads, 1)
  assert.ok(pages.every(([title]) => title === 'Kayak'))
  await Promise.all(Array.from({ length: 50 }, () => getExperience(keeping(w, counted), { idOrSlug: w.kayak.slug })))
  assert.is(counted.reads, 3, 'the experience and its provider')
})

Cache(
  '[CATALOG-11] who asks for something else is not given it: each language, page, order and word by itself',
  async (w) => {
    const counted = counting(w.catalogCache)
    for (let i = 0; i < 2; i++)
      for (const input of [{}, { limit: 1 }, { q: 'kayak' }, { q: 'kayaks' }, { party: 2 }, { sort: 'price' as const }])
        for (const locale of ['en', 'es'] as const) await listExperiences({ ...keeping(w, counted), locale }, input)
    assert.is(counted.reads, 12)
  },
)

Cache('[LIVE-1] the seats on a kept page are as they are now, whoever took them', async (w) => {
  const seats = async (): Promise<unknown> => (await listExperiences(keeping(w), {})).items[0]?.next?.vacancies
  assert.is(await seats(), 5)
  await rename(w, 'Renamed')
  for (const taken of [2, 5, 0]) {
    await queryRows(w.em, 'update departures set seats_taken = $2, version = version + 1 where id = $1', [
      w.kayak.departureId,
      taken,
    ])
    assert.is(await seats(), 5 - taken)
  }
  assert.equal(await titles(keeping(w)), ['Kayak'], 'control: the page itself is the kept one')
})

Cache('[LIVE-1] a page for a day asks for room and is never kept', async (w) => {
  const date = w.kayak.localStart.slice(0, 10)
  const found = async (): Promise<number> => (await listExperiences(keeping(w), { date, party: 4 })).items.length
  assert.is(await found(), 1)
  await queryRows(w.em, 'update departures set seats_taken = 2 where id = $1', [w.kayak.departureId])
  assert.is(await found(), 0)
})

Cache('[CATALOG-1] what is no longer published leaves a kept page even before the news', async (w) => {
  assert.equal(await titles(keeping(w)), ['Kayak'])
  await queryRows(w.em, "update experiences set status = 'paused' where id = $1", [w.kayak.experienceId])
  assert.equal(await titles(keeping(w)), [])
})

Cache('[CATALOG-11] a change drops it; one that comes while a page is being read is not lost under it', async (w) => {
  assert.equal(await titles(keeping(w)), ['Kayak'])
  await rename(w, 'Renamed')
  assert.equal(await titles(keeping(w)), ['Kayak'])
  changed(w.bus, w.kayak)
  await until('the change is heard', async () => (await titles(keeping(w)))[0] === 'Renamed')

  const slow: CatalogCache = {
    ...w.catalogCache,
    keep: (shelf, key, load) =>
      w.catalogCache.keep(shelf, key, async () => {
        const old = await load()
        await rename(w, 'Renamed again')
        changed(w.bus, w.kayak)
        await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
        return old
      }),
  }
  const one: Ctx = keeping(w, slow)
  await listExperiences(one, { limit: 7 })
  assert.is((await listExperiences(keeping(w), { limit: 7 })).items[0]?.title, 'Renamed again')
})

Cache('a page that could not be read is not kept', async (w) => {
  let tries = 0
  const load = (): Promise<string> => (tries++ === 0 ? Promise.reject(new Error('away')) : Promise.resolve('there'))
  await w.catalogCache.keep('search', ['x'], load).then(assert.unreachable, () => undefined)
  assert.is(await w.catalogCache.keep('search', ['x'], load), 'there')
})

Cache.run()

const nats = await startNats()
if (nats !== null) shared(nats)

function shared(server: TestServer): void {
  const Shared = suite<World & { there: BusPort; away: CatalogCache }>('catalogCache in two processes')
  Shared.before(async (w) => {
    Object.assign(w, await readWorld(new Date('2027-03-01T12:00:00Z')))
    const [bus, there] = [await openNatsBus(server.url, quietLog()), await openNatsBus(server.url, quietLog())]
    Object.assign(w, { bus, there, catalogCache: createCatalogCache(bus), away: createCatalogCache(there) })
    Object.assign(w, await makeDepartures(w, { kayak: { title: 'Kayak' } }))
  })
  Shared.after(async (w) => {
    await Promise.all([w.bus.close(), w.there.close()])
    await server.stop()
    await w.drop()
  })

  Shared('[CATALOG-11] a change told by one drops it in both', async (w) => {
    const both = [w.catalogCache, w.away]
    for (const cache of both) assert.equal(await titles(keeping(w, cache)), ['Kayak'])
    await rename(w, 'Renamed')
    for (const cache of both) assert.equal(await titles(keeping(w, cache)), ['Kayak'])
    changed(w.bus, w.kayak)
    for (const cache of both)
      await until('the change is heard', async () => (await titles(keeping(w, cache)))[0] === 'Renamed')
  })

  Shared('[LIVE-2] without the bus nothing is kept, and afterwards nothing from before', async (w) => {
    await titles(keeping(w))
    await server.kill()
    await until('it is noticed', () => !w.bus.connected)
    for (const title of ['While', 'it was', 'away']) {
      await rename(w, title)
      assert.equal(await titles(keeping(w)), [title])
    }
    await server.restart()
    await until('it is back', () => w.bus.connected)
    await titles(keeping(w))
    await rename(w, 'Kept again')
    assert.equal(await titles(keeping(w)), ['away'])
  })

  Shared.run()
}
