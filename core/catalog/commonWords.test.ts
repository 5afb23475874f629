import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { queryRows } from '@mayago/db/sql.ts'
import { COUNT_MAX, COUNT_OPEN_MAX } from '@mayago/db/queries/countByWords.ts'
import { makeDepartures } from '@mayago/db/testing/makeDepartures.ts'
import { readWorld, type ReadWorld } from '../../test/readWorld.ts'
import { listExperiences, type ListExperiencesInput } from './index.ts'

/** As many as have the word in their title, and as mention it; both are asked for in another way past `COUNT_MAX`. */
const [NAMED, TOLD] = [COUNT_MAX + 60, 80]
const DAY = '2026-06-10'

const Common = suite<ReadWorld>('what very many have')
Common.before(async (w) => {
  Object.assign(w, await readWorld(new Date('2026-06-01T12:00:00Z')))
  const celestun = { slug: 'celestun', name: 'Celestún', latitude: 20.8594, longitude: -90.4 }
  await makeDepartures(w, {
    of: { title: 'Lantern', capacity: 4, localStart: `${DAY}T06:30` },
    other: { title: 'Rope', place: celestun, capacity: 4, localStart: `${DAY}T06:30` },
  })
  await queryRows(w.em, MULTIPLY, [NAMED + TOLD])
  await queryRows(w.em, 'analyze')
})
Common.after((w) => w.drop())

/** The first experience so many times, a tenth of them elsewhere, rated in steps so that many stand on one rating. */
const MULTIPLY = `
  with copies as (
    insert into experiences (id, slug, rating_count, rating_sum, place_slug, category, provider_id, time_zone, latitude,
        longitude, currency, languages, duration_minutes, price_from_minor, policy)
      select gen_random_uuid(), 'copy-' || n, 10, 10 + n % 37, case when n % 10 = 0 then 'celestun' else place_slug end,
        case when n % 7 = 0 then 'food' else 'water' end, provider_id, time_zone, latitude, longitude, currency, languages,
        duration_minutes, price_from_minor, policy
      from experiences, generate_series(1, $1::int) as n where slug = (select slug from experiences order by id limit 1)
      returning id, slug, replace(slug, 'copy-', '')::int as n),
  texts as (
    insert into experience_texts (experience_id, locale, title, summary, description, meeting_point)
      select id, 'en', case when n > ${TOLD} then 'Lantern walk' else 'Walk' end, 'By lantern.', '', '{}' from copies),
  made_options as (
    insert into options (id, experience_id, code, duration_minutes)
      select gen_random_uuid(), id, 'standard', 180 from copies returning id, experience_id)
  insert into departures (id, experience_id, option_id, local_date, local_start, time_zone, starts_at, ends_at, cutoff_at,
      capacity, seats_taken, price_from_minor, currency)
    select gen_random_uuid(), copies.id, made_options.id, local_date, local_start, time_zone, starts_at, ends_at, cutoff_at, 4,
      case when n % 3 = 0 then 3 else 0 end, price_from_minor, currency
    from copies join made_options on made_options.experience_id = copies.id
    cross join (select * from departures order by id limit 1) as d`

interface Whole {
  slugs: string[]
  total: number
  totalIsExact: boolean
}

/** Every page of a list, one after the other. */
const readAll = async (w: ReadWorld, input: ListExperiencesInput): Promise<Whole> => {
  const slugs: string[] = []
  for (let cursor: string | undefined; ;) {
    const page = await listExperiences(w.ctx(), { ...input, limit: 100, cursor })
    slugs.push(...page.items.map((card) => card.slug))
    if (page.nextCursor === null) return { slugs, total: page.total, totalIsExact: page.totalIsExact }
    cursor = page.nextCursor
  }
}

/** The same by reading everything: those named so first, each tier by rating. */
const expected = async (w: ReadWorld, where: string): Promise<string[]> =>
  (
    await queryRows<{ slug: string }>(
      w.em,
      `select e.slug from experiences e join experience_texts t on t.experience_id = e.id
       where ${where}
       order by t.title !~* 'lantern', (e.rating_sum + 40.0) / (e.rating_count + 10) desc, e.id`,
    )
  ).map(({ slug }) => slug)

const LANTERNS = `concat(t.title, t.summary) ~* 'lantern'`
const ROOMY = 'exists (select from departures d where d.experience_id = e.id and d.capacity - d.seats_taken >= 2)'

Common('[CATALOG-7] a common word lists them all once, in order, and says that it stopped counting', async (w) => {
  const found = await readAll(w, { q: 'lantern' })
  assert.equal(found.slugs, await expected(w, LANTERNS))
  assert.equal([found.total, found.totalIsExact], [COUNT_MAX, false])
})

Common('[CATALOG-2] named by few and told by many: what is named comes first', async (w) => {
  await queryRows(
    w.em,
    `update experience_texts set title = 'Walk' where title = 'Lantern walk' and experience_id > $1`,
    [await medianId(w)],
  )
  const found = await readAll(w, { q: 'lantern' })
  assert.equal(found.slugs, await expected(w, LANTERNS))
  assert.equal([found.total, found.totalIsExact], [COUNT_MAX, false])
})

const medianId = async (w: ReadWorld): Promise<string> =>
  (await queryRows<{ id: string }>(w.em, 'select id from experiences order by id limit 1 offset 500'))[0]?.id ?? ''

Common('[CATALOG-7] with a place or a category that leaves few, they are counted', async (w) => {
  for (const [input, where] of [
    [{ place: 'celestun' }, `e.place_slug = 'celestun'`],
    [{ category: 'food' }, `e.category = 'food'`],
    [
      { place: 'merida', category: 'food', date: DAY, party: 2 },
      `place_slug = 'merida' and category = 'food' and ${ROOMY}`,
    ],
  ] as const) {
    const found = await readAll(w, { q: 'lantern', ...input })
    const slugs = await expected(w, `${LANTERNS} and ${where}`)
    assert.equal(found.slugs, slugs, JSON.stringify(input))
    assert.equal([found.total, found.totalIsExact], [slugs.length, true])
  }
})

Common('[CATALOG-5] a day on which very many go leaves out those without room', async (w) => {
  for (const [input, where] of [
    [{}, 'true'],
    [{ q: 'lantern' }, LANTERNS],
    [{ place: 'celestun' }, `e.place_slug = 'celestun'`],
  ] as const) {
    const found = await readAll(w, { ...input, date: DAY, party: 2 })
    const slugs = await expected(w, `${where} and ${ROOMY}`)
    const order = 'q' in input ? slugs : await byRating(w, slugs)
    assert.equal(found.slugs, order, JSON.stringify(input))
    const few = slugs.length <= COUNT_OPEN_MAX
    assert.equal([found.total, found.totalIsExact], few ? [slugs.length, true] : [COUNT_OPEN_MAX, false])
  }
})

const byRating = async (w: ReadWorld, slugs: readonly string[]): Promise<string[]> =>
  (
    await queryRows<{ slug: string }>(
      w.em,
      'select slug from experiences where slug = any($1) order by (rating_sum + 40.0) / (rating_count + 10) desc, id',
      [slugs],
    )
  ).map(({ slug }) => slug)

Common('[CATALOG-2] words may be told in different languages of one experience', async (w) => {
  const { both } = await makeDepartures(w, {
    both: { title: 'Weaving with Rosa', titleEs: 'Telar con Rosa' },
  })
  assert.equal((await readAll(w, { q: 'telar weaving' })).slugs, [both.slug])
})

Common('[CATALOG-3] words found nowhere with the other filters are not taken for slips', async (w) => {
  const { items, searchedFor } = await listExperiences(w.ctx(), { q: 'rope', place: 'merida' })
  assert.equal([items, searchedFor], [[], undefined])
})

Common.run()
