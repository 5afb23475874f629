import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { loadavg } from 'node:os'
import { listDepartures } from '@mayago/core/availability/index.ts'
import { listExperiences, type ListExperiencesInput } from '@mayago/core/catalog/index.ts'
import type { Ctx } from '@mayago/core/context.ts'
import { addDays, localDateOf } from '@mayago/kernel/time.ts'
import { seededRandom, type Random } from '@mayago/kernel/random.ts'
import { openOrm } from '@mayago/db/orm.ts'
import { queryRows } from '@mayago/db/sql.ts'
import { loadConfig } from '../deploy/start/loadConfig.ts'
import { openDatabase } from '../deploy/start/openDatabase.ts'

// npm run seed -- --experiences 100000, then npm run bench -- search [seconds]
const SETTINGS = { seed: 7, secondsEach: 15, warmUp: 30 }
const BUDGET = { p50: 5, p99: 30, monthP95: 20 }

const WORDS = [
  'kayak',
  'market breakfast',
  'pottery',
  'stargazing',
  'horse',
  'temple walk',
  'cacao',
  'birding forest',
  'surf',
]
const SLIPS = ['kayack', 'potery', 'stargazin', 'cacoa']
const CATEGORIES = ['water', 'ruins', 'food', 'workshop', 'nature', 'town', 'night'] as const

interface Place {
  slug: string
  latitude: number
  longitude: number
}

/** What a list is asked in the proportions that a season of browsing may have: most narrow by place or category. */
const drawSearch = (
  random: Random,
  places: readonly Place[],
  today: string,
): [kind: string, input: ListExperiencesInput] => {
  const place = random.pick(places)
  const [date, party] = [addDays(today, random.int(1, 13)), random.int(1, 6)]
  const near = { lat: place.latitude + random.next() / 4, lng: place.longitude + random.next() / 4 }
  const drawn: [weight: number, kind: string, input: ListExperiencesInput][] = [
    [15, 'everything', {}],
    [15, 'category', { category: random.pick(CATEGORIES) }],
    [15, 'place', { place: place.slug }],
    [10, 'near', { ...near, radiusKm: random.pick([5, 10, 25]) }],
    [15, 'words', { q: random.pick(WORDS) }],
    [3, 'mistyped', { q: random.pick(SLIPS) }],
    [12, 'day and party', { date, party }],
    [8, 'place, day, party', { place: place.slug, date, party }],
    [4, 'words and place', { q: random.pick(WORDS), place: place.slug }],
    [3, 'price', { priceMax: random.int(50, 400) * 1000, currency: 'MXN' }],
  ]
  let left = random.next() * drawn.reduce((sum, [weight]) => sum + weight, 0)
  for (const [weight, kind, input] of drawn) if ((left -= weight) < 0) return [kind, input]
  return ['everything', {}]
}

const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0

const report = (name: string, times: number[]): void => {
  const sorted = times.toSorted((a, b) => a - b)
  const figures = ([0.5, 0.95, 0.99] as const).map((q) => `p${q * 100} ${quantile(sorted, q).toFixed(1)} ms`)
  console.log(`  ${name.padEnd(20)} ${String(times.length).padStart(6)} × ${figures.join('  ')}`)
}

export const run = async ([seconds]: string[]): Promise<void> => {
  const database = await openDatabase(loadConfig(), (line) => console.log(line))
  const orm = await openOrm(database.url, { poolMax: 4 })
  const ctx = (): Ctx => ({ em: orm.em.fork() as SqlEntityManager, locale: 'en', now: new Date() }) as Ctx
  const [size] = await queryRows<{ experiences: number; departures: number }>(
    ctx().em,
    'select (select count(*)::int from experiences) as experiences, (select count(*)::int from departures) as departures',
  )
  const places = await queryRows<Place>(ctx().em, 'select slug, latitude, longitude from places order by slug')
  const ids = await queryRows<{ id: string }>(ctx().em, 'select id from experiences order by md5(id::text) limit 500')
  console.log('search', { ...SETTINGS, ...size, oneAtATime: true, load: loadavg()[0]?.toFixed(1) })

  const random = seededRandom(SETTINGS.seed)
  const today = localDateOf(new Date(), 'UTC')
  const times = new Map<string, number[]>()
  const measure = async (kind: string, work: () => Promise<unknown>, counts: boolean): Promise<void> => {
    const began = performance.now()
    await work()
    if (counts) times.set(kind, [...(times.get(kind) ?? []), performance.now() - began])
  }
  const until = (from: number) => from + Number(seconds ?? SETTINGS.secondsEach) * 1000
  for (let n = 0, end = Infinity; performance.now() < end; n++) {
    if (n === SETTINGS.warmUp) end = until(performance.now())
    const [kind, input] = drawSearch(random, places, today)
    await measure(kind, () => listExperiences(ctx(), input), n >= SETTINGS.warmUp)
  }
  for (const [kind, list] of [...times].sort()) report(kind, list)
  report('all searches', [...times.values()].flat())
  console.log(`  budget: p50 < ${BUDGET.p50} ms, p99 < ${BUDGET.p99} ms`)

  times.clear()
  const month = { from: today, to: addDays(today, 30) }
  for (let n = 0, end = Infinity; performance.now() < end; n++) {
    if (n === SETTINGS.warmUp) end = until(performance.now())
    const { id: experienceId } = random.pick(ids)
    await measure(
      'calendar month',
      () => listDepartures(ctx(), { experienceId, ...month, limit: 500 }),
      n >= SETTINGS.warmUp,
    )
  }
  report('calendar month', times.get('calendar month') ?? [])
  console.log(`  budget: p95 < ${BUDGET.monthP95} ms; load at the end ${loadavg()[0]?.toFixed(1)}`)
  await orm.close()
  await database.stop()
}
