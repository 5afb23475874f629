import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isRefusal } from '@mayago/kernel/errors.ts'
import { seededRandom } from '@mayago/kernel/random.ts'
import { queryRows } from '@mayago/db/sql.ts'
import { makeDepartures } from '@mayago/db/testing/makeDepartures.ts'
import { readWorld, type ReadWorld } from '../../test/readWorld.ts'
import { chanceSeed } from '../../test/seed.ts'
import { listExperiences, listExperiencesInput, type ListExperiencesInput } from './index.ts'

interface Sold {
  id: string
  currency: 'MXN' | 'JPY' | 'MAD'
  price: number
  rating: number
  place: keyof typeof PLACES
  category: 'water' | 'food'
  title: string
}
interface World extends ReadWorld {
  sold: Sold[]
}
type Sort = NonNullable<ListExperiencesInput['sort']>

const MERIDA = { slug: 'merida', name: 'Mérida', latitude: 20.9674, longitude: -89.5926 }
const PLACES = {
  merida: MERIDA,
  celestun: { slug: 'celestun', name: 'Celestún', latitude: 20.8594, longitude: -90.4 },
  valladolid: { slug: 'valladolid', name: 'Valladolid', latitude: 20.6896, longitude: -88.2012 },
}
/** From the plaza of Mérida. */
const KM = { merida: 0, celestun: 85, valladolid: 148 }

const SoldInOrder = suite<World>('sorted listExperiences')
SoldInOrder.before(async (w) => {
  Object.assign(w, await readWorld(new Date('2026-06-01T12:00:00Z')), { sold: [] })
  const random = seededRandom(chanceSeed('sorted experiences'))
  // Few values for many, so that most stand beside their equals.
  for (let n = 0; n < 60; n++) {
    const [currency, price] = [random.pick(['MXN', 'JPY', 'MAD'] as const), random.pick([900, 1200, 45_000])]
    const [place, category] = [
      random.pick(['merida', 'celestun', 'valladolid'] as const),
      random.pick(['water', 'food'] as const),
    ]
    const [title, description] = random.pick([
      ['Kayak', 'At dawn.'],
      ['Walk', 'Past a kayak.'],
      ['Bread', 'In an oven.'],
    ] as const)
    const { made } = await makeDepartures(w, {
      made: {
        title,
        description,
        currency,
        priceMinor: price,
        category,
        place: PLACES[place],
        localStart: '2026-06-10T09:00',
      },
    })
    const [stars, count] = random.pick([
      [0, 0],
      [50, 10],
      [10, 10],
      [5, 1],
    ] as const)
    await queryRows(w.em, 'update experiences set rating_sum = $2, rating_count = $3 where id = $1', [
      made.experienceId,
      stars,
      count,
    ])
    w.sold.push({ id: made.experienceId, currency, price, rating: (stars + 40) / (count + 10), place, category, title })
  }
})
SoldInOrder.after((w) => w.drop())

/** What a sort compares, as a number or a text each. */
const MEASURES: Record<Sort, (one: Sold) => (string | number)[]> = {
  recommended: ({ rating }) => [-rating],
  rating: ({ rating }) => [rating],
  '-rating': ({ rating }) => [-rating],
  price: ({ currency, price }) => [currency, price],
  '-price': ({ currency, price }) => [currency, price],
  distance: ({ place }) => [KM[place]],
}
const compare = (a: readonly (string | number)[], b: readonly (string | number)[]): number => {
  for (const [n, value] of a.entries()) if (value !== b[n]) return value < (b[n] as typeof value) ? -1 : 1
  return 0
}
/** Of equals any may be first, as long as it is always the same. */
const expected = (sold: readonly Sold[], sort: Sort): (string | number)[][] => {
  const measured = sold.map(MEASURES[sort]).sort(compare)
  return sort === '-price' ? measured.reverse() : measured
}

const walk = async (w: World, input: ListExperiencesInput): Promise<string[]> => {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page = await listExperiences(w.ctx(), listExperiencesInput.parse({ ...input, cursor }))
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return ids
}

const FILTERS: [ListExperiencesInput, (one: Sold) => boolean][] = [
  [{}, () => true],
  [{ category: 'food' }, ({ category }) => category === 'food'],
  [{ place: 'celestun' }, ({ place }) => place === 'celestun'],
  [{ currency: 'JPY' }, ({ currency }) => currency === 'JPY'],
  [{ priceMax: 1000 }, ({ price }) => price <= 1000],
  [{ q: 'kayak' }, ({ title }) => title !== 'Bread'],
  [{ lat: MERIDA.latitude, lng: MERIDA.longitude, radiusKm: 100 }, ({ place }) => place !== 'valladolid'],
  [{ date: '2026-06-10', party: 2, category: 'water' }, ({ category }) => category === 'water'],
]

for (const sort of ['price', '-price', 'rating', '-rating', 'distance'] as const)
  SoldInOrder(
    `[CATALOG-12] sort=${sort}: the pages are the whole list in order, equals among them, none twice`,
    async (w) => {
      for (const [filter, fits] of FILTERS) {
        const from = sort === 'distance' && filter.lat === undefined && filter.place === undefined
        const input = {
          ...filter,
          ...(from ? { lat: MERIDA.latitude, lng: MERIDA.longitude, radiusKm: 500 } : {}),
          sort,
        }
        const about = JSON.stringify(input)
        const matching = w.sold.filter(fits)
        const byId = new Map(matching.map((one) => [one.id, one]))
        const whole = await walk(w, { ...input, limit: 100 })
        assert.is(new Set(whole).size, matching.length, about)
        assert.equal(
          whole.map((id) => MEASURES[sort](byId.get(id) as Sold)),
          expected(matching, sort),
          about,
        )
        for (const limit of [1, 7]) assert.equal(await walk(w, { ...input, limit }), whole, `${about} by ${limit}`)
      }
    },
  )

SoldInOrder('[CATALOG-12] a leading minus is the same list from its end', async (w) => {
  for (const sort of ['price', 'rating'] as const)
    assert.equal((await walk(w, { sort: `-${sort}` })).reverse(), await walk(w, { sort }), sort)
})

SoldInOrder('[CATALOG-12] recommended is what is there when nothing is asked', async (w) => {
  for (const [filter] of FILTERS)
    assert.equal(await walk(w, { ...filter, sort: 'recommended' }), await walk(w, filter), JSON.stringify(filter))
})

SoldInOrder('[CATALOG-12] words that a sort is asked for are found in titles and texts alike', async (w) => {
  const titles = (await listExperiences(w.ctx(), { q: 'kayak', sort: 'price', limit: 100 })).items.map(
    ({ title }) => title,
  )
  const firstMention = titles.indexOf('Walk')
  assert.ok(titles.slice(firstMention).includes('Kayak'), 'a title stands after a mention')
})

SoldInOrder('[CATALOG-12] the nearest of a place are counted from its middle', async (w) => {
  await queryRows(w.em, 'update experiences set latitude = latitude + 0.01 where id = $1', [
    w.sold.find(({ place }) => place === 'celestun')?.id,
  ])
  const ids = await walk(w, { place: 'celestun', sort: 'distance', limit: 2 })
  assert.is(ids.at(-1), w.sold.find(({ place }) => place === 'celestun')?.id)
  assert.equal(await walk(w, { place: 'nowhere', sort: 'distance' }), [])
})

const issuesOf = async (work: Promise<unknown>): Promise<unknown> => {
  const error = await work.catch((error: unknown) => error)
  assert.ok(isRefusal(error, 'invalid_input'), String(error))
  return error.data.issues
}

SoldInOrder('[CATALOG-12] a cursor of another order is refused, and says which field is wrong', async (w) => {
  for (const [of, other] of [
    ['price', '-price'],
    ['price', 'rating'],
    ['-rating', 'recommended'],
    ['recommended', 'price'],
  ] as const) {
    const cursor = (await listExperiences(w.ctx(), { sort: of, limit: 1 })).nextCursor ?? ''
    assert.equal(await issuesOf(listExperiences(w.ctx(), { sort: other, cursor })), [
      { path: 'cursor', message: `is of a list in another order than sort=${other}: begin without it` },
    ])
  }
})

SoldInOrder('a cursor whose parts no page wrote is refused', async (w) => {
  const id = w.sold[0]?.id ?? ''
  for (const parts of [
    ['price', 0, '900', id, 9, 1, 0],
    ['price', 0, 'MXN 9e9', id, 9, 1, 0],
    ['price', 3, 'MXN 900', id, 9, 1, 0],
    ['price', 0, 'MXN 900', 'x', 9, 1, 0],
    ['price', 0, 'MXN 900', id, -1, 1, 0],
    ['price', 0, 'MXN 900', id, 9, 1],
    ['price'],
    [0, '4', id, 9, 1, 0],
  ])
    assert.equal(
      await issuesOf(listExperiences(w.ctx(), { sort: 'price', cursor: btoa(JSON.stringify(parts)) })),
      [{ path: 'cursor', message: 'is not one of ours' }],
      JSON.stringify(parts),
    )
})

SoldInOrder('an unknown sort, and the nearest to nothing, are refused', () => {
  for (const bad of [
    { sort: 'title' },
    { sort: '-distance' },
    { sort: 'price,rating' },
    { sort: 'distance' },
    { sort: 'distance', q: 'kayak' },
  ]) {
    const { error } = listExperiencesInput.safeParse(bad)
    assert.equal(
      error?.issues.map(({ path }) => path),
      [['sort']],
      JSON.stringify(bad),
    )
  }
  assert.ok(listExperiencesInput.safeParse({ sort: 'distance', lat: '20', lng: '-89' }).success)
  assert.ok(listExperiencesInput.safeParse({ sort: 'distance', place: 'merida' }).success)
  assert.is(listExperiencesInput.parse({ sort: '' }).sort, undefined)
})

SoldInOrder.run()
