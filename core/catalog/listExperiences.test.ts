import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isRefusal } from '@mayago/kernel/errors.ts'
import { queryRows } from '@mayago/db/sql.ts'
import { makeDepartures, type MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'
import { readWorld, type ReadWorld } from '../../test/readWorld.ts'
import { listExperiences, listExperiencesInput, type ListExperiencesInput } from './index.ts'

interface World extends ReadWorld {
  kayak: MadeDeparture
  cave: MadeDeparture
  medina: MadeDeparture
  draft: MadeDeparture
}

const CELESTUN = { slug: 'celestun', name: 'Celestún', latitude: 20.8594, longitude: -90.4 }
const VALLADOLID = { slug: 'valladolid', name: 'Valladolid', latitude: 20.6896, longitude: -88.2012 }
const MARRAKESH = { slug: 'marrakesh', name: 'Marrakesh', latitude: 31.6295, longitude: -7.9811 }

const Search = suite<World>('listExperiences')
Search.before(async (w) => {
  Object.assign(w, await readWorld(new Date('2026-06-01T12:00:00Z')))
  const made = await makeDepartures(w, {
    kayak: {
      title: 'Mangrove kayak at first light',
      titleEs: 'Kayak entre manglares al alba',
      description: 'Flamingos in the ría.',
      place: CELESTUN,
      capacity: 3,
      localStart: '2026-06-10T06:30',
    },
    cave: {
      title: 'Three cenotes by bicycle',
      description: 'No kayak here, but ropes.',
      place: VALLADOLID,
      category: 'nature',
      priceMinor: 80_000,
      localStart: '2026-06-10T09:00',
    },
    medina: {
      title: 'Bread ovens of the medina',
      place: MARRAKESH,
      timeZone: 'Africa/Casablanca',
      currency: 'MAD',
      priceMinor: 45_000,
      category: 'food',
      localStart: '2026-06-11T09:00',
    },
    draft: { title: 'A kayak tour nobody may see yet', place: CELESTUN, experienceStatus: 'draft' },
  })
  Object.assign(w, made)
})
Search.after((w) => w.drop())

const slugs = async (w: World, input: ListExperiencesInput, over = {}) =>
  (await listExperiences(w.ctx(over), listExperiencesInput.parse(input))).items.map((card) => card.slug)

Search('[CATALOG-1] only what is published is listed, found or counted', async (w) => {
  const all = await listExperiences(w.ctx(), {})
  assert.is(all.total, 3)
  assert.not.ok(all.items.some((card) => card.id === w.draft.experienceId))
  assert.equal(all.facets?.category, { water: 1, ruins: 0, food: 1, workshop: 0, nature: 1, town: 0, night: 0 })
})

Search('[CATALOG-2] every word must be found; a title comes before a mention', async (w) => {
  assert.equal(await slugs(w, { q: 'kayak' }), [w.kayak.slug, w.cave.slug])
  assert.equal(await slugs(w, { q: 'kayaks ropes' }), [w.cave.slug])
  assert.equal(await slugs(w, { q: 'the kayak in Celestún' }), [w.kayak.slug])
  assert.equal(await slugs(w, { q: 'submarine' }), [])
})

Search('[CATALOG-2] accents, case and the language it was written in do not matter', async (w) => {
  assert.equal(await slugs(w, { q: 'CELESTUN' }), [w.kayak.slug])
  assert.equal(await slugs(w, { q: 'manglár' }), [w.kayak.slug])
  assert.equal(await slugs(w, { q: 'cenote' }, { locale: 'es' }), [w.cave.slug])
})

Search('[CATALOG-3] a typing slip finds what was meant, and says so', async (w) => {
  for (const slip of ['kayack', 'kyaak', 'kaya'])
    assert.ok((await slugs(w, { q: slip })).includes(w.kayak.slug), `${slip} finds the kayak`)
  const found = await listExperiences(w.ctx(), { q: 'cenoet bycicle' })
  assert.equal(
    found.items.map((card) => card.slug),
    [w.cave.slug],
  )
  assert.is(found.searchedFor, 'cenotes bicycle')
  assert.equal(await slugs(w, { q: 'kayak xyzzyq' }), [], 'but not just anything')
})

Search('words that look like query syntax are only words', async (w) => {
  for (const q of ["kayak' & !", '\\:*', 'ŉ | <->', '½', "a'); drop table units; --", '%_'])
    assert.instance(await slugs(w, { q }), Array)
})

Search('[CATALOG-4] a radius leaves out what is farther, the nearest comes first', async (w) => {
  const merida = { lat: 20.9674, lng: -89.5926 }
  assert.equal(await slugs(w, { ...merida, radiusKm: 83 }), [])
  assert.equal(await slugs(w, { ...merida, radiusKm: 86 }), [w.kayak.slug])
  assert.equal(await slugs(w, { ...merida, radiusKm: 200 }), [w.kayak.slug, w.cave.slug])
  assert.equal(await slugs(w, { place: 'valladolid' }), [w.cave.slug])
  assert.equal(await slugs(w, { place: 'valladolid', radiusKm: 300 }), [w.cave.slug, w.kayak.slug])
})

Search('[CATALOG-5] a day means the place’s own, a party needs its seats, before the cut-off', async (w) => {
  assert.equal((await slugs(w, { date: '2026-06-10' })).sort(), [w.cave.slug, w.kayak.slug].sort())
  assert.equal(await slugs(w, { date: '2026-06-10', party: 4 }), [w.cave.slug])
  assert.equal(await slugs(w, { date: '2026-06-12' }), [])
  await queryRows(w.em, `update departures set status = 'closed' where id = $1`, [w.cave.departureId])
  assert.equal(await slugs(w, { date: '2026-06-10', party: 4 }), [])
  await queryRows(w.em, `update departures set status = 'open', cutoff_at = $2 where id = $1`, [
    w.cave.departureId,
    w.now,
  ])
  assert.equal(await slugs(w, { date: '2026-06-10', party: 4 }), [])
  await queryRows(w.em, `update departures set cutoff_at = starts_at where id = $1`, [w.cave.departureId])
  assert.equal(await slugs(w, { date: '2026-06-10', party: 4 }), [w.cave.slug])
})

Search(
  '[SEAT-2] seats of a lapsed hold count as free before anybody swept it, those of a live one do not',
  async (w) => {
    const { kayak, now } = w
    const expiring = async (expiresAt: string) => {
      await queryRows(w.em, 'delete from holds')
      await queryRows(
        w.em,
        `insert into holds (id, departure_id, seats, party, total_minor, currency, holder, created_at, expires_at)
       values (gen_random_uuid(), $1, 3, '[]', 0, 'MXN', 'g:ana', $2::timestamptz - interval '15 minutes', $2)`,
        [kayak.departureId, expiresAt],
      )
      return slugs(w, { date: '2026-06-10', party: 1, place: 'celestun' })
    }
    await queryRows(w.em, 'update departures set seats_taken = 3 where id = $1', [kayak.departureId])
    assert.equal(await expiring(new Date(now.getTime() + 1).toISOString()), [])
    const [card] = (await listExperiences(w.ctx(), { place: 'celestun' })).items
    assert.is(card?.next?.vacancies, 0)
    assert.is(card?.next?.nextLapseAt, '2026-06-01T12:00:00.001Z')
    assert.equal(await expiring(now.toISOString()), [kayak.slug])
    await queryRows(w.em, 'delete from holds')
    await queryRows(w.em, 'update departures set seats_taken = 0 where id = $1', [kayak.departureId])
  },
)

Search('the next departure is one with room for the party, else the next at all', async (w) => {
  const { full, roomy } = await makeDepartures(w, {
    full: { of: w.medina, capacity: 1, localStart: '2026-06-09T09:00' },
    roomy: { of: w.medina, capacity: 8, localStart: '2026-06-13T09:00' },
  })
  const next = async (party: number) =>
    (await listExperiences(w.ctx(), { place: 'marrakesh', party })).items[0]?.next?.departureId
  assert.is(await next(1), full.departureId)
  assert.is(await next(2), w.medina.departureId)
  assert.is(await next(20), full.departureId)
  await queryRows(w.em, 'delete from departures where id = any($1)', [[full.departureId, roomy.departureId]])
})

Search('a price is compared in the asked currency, else in each one’s own', async (w) => {
  assert.equal(await slugs(w, { priceMax: 80_000, currency: 'MXN' }), [w.cave.slug])
  assert.equal((await slugs(w, { priceMax: 80_000 })).sort(), [w.cave.slug, w.medina.slug].sort())
})

Search('a card speaks the reader’s language where it can, else English', async (w) => {
  const cards = (await listExperiences(w.ctx({ locale: 'es' }), {})).items
  assert.is(cards.find((card) => card.slug === w.kayak.slug)?.title, 'Kayak entre manglares al alba')
  assert.is(cards.find((card) => card.slug === w.cave.slug)?.title, 'Three cenotes by bicycle')
})

Search('pages follow each other without gap or repeat, while new ones appear and ratings are equal', async (w) => {
  for (let n = 0; n < 12; n++)
    await makeDepartures(w, {
      extra: { title: n % 3 ? 'Night walk' : 'Walk', description: 'At night.', category: 'night' },
    })
  const orders: ListExperiencesInput[] = [{ category: 'night' }, { q: 'night' }, { place: 'merida', radiusKm: 10 }]
  for (const order of orders) {
    const whole = await slugs(w, { ...order, limit: 50 })
    assert.is(whole.length, 12)
    const pages: string[] = []
    let cursor: string | undefined
    do {
      const page = await listExperiences(w.ctx(), { ...order, limit: 5, cursor })
      pages.push(...page.items.map((card) => card.slug))
      assert.is(page.total, 12, 'the count of the first page travels along')
      cursor = page.nextCursor ?? undefined
      if (pages.length === 5)
        await queryRows(w.em, `update experiences set rating_sum = 5, rating_count = 1 where slug = $1`, [w.cave.slug])
    } while (cursor)
    assert.equal(pages, whole)
  }
})

Search('a cursor that is not ours is refused, not guessed at', async (w) => {
  for (const cursor of ['x', 'W10', btoa('["any","1;drop","x",1]')])
    try {
      await listExperiences(w.ctx(), { cursor })
      assert.unreachable()
    } catch (error) {
      assert.ok(isRefusal(error, 'invalid_input'), String(error))
    }
})

Search('empty fields of a form are no filters; half a point or a day no calendar has is refused', () => {
  assert.equal(listExperiencesInput.parse({ q: '', date: '', party: '2', lat: '' }).party, 2)
  for (const bad of [
    { lat: '20' },
    { date: '2026-02-30' },
    { date: '0000-01-01' },
    { party: '1e9' },
    { party: '0' },
    { priceMax: '-1' },
    { q: 'a\0b' },
    { limit: '101' },
  ])
    assert.not.ok(listExperiencesInput.safeParse(bad).success, JSON.stringify(bad))
})

Search.run()
