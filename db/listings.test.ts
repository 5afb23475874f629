import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type pg from 'pg'
import { seededRandom } from '@mayago/kernel/random.ts'
import { freshDatabase, type FreshDatabase } from './testing/freshDatabase.ts'
import { makeExperience } from './testing/makeExperience.ts'

const SEED = 20_260_601

const Listings = suite<FreshDatabase>('listings')
Listings.before.each(async (w) => {
  Object.assign(w, await freshDatabase())
})
Listings.after.each((w) => w.drop())

/** What there should be, said a second time and without the triggers. */
const EXPECTED = `
  select e.id as experience_id, e.place_slug, e.category, e.currency, e.price_from_minor, e.party_max,
    (e.rating_sum + 40.0) / (e.rating_count + 10) as rating, e.latitude, e.longitude,
    (select string_agg(word, ' ' order by word collate "C") from (
      select distinct word from experience_texts t, unnest(tsvector_to_array(
        to_tsvector(case t.locale when 'es' then 'spanish'::regconfig else 'english' end, plain_text(t.title)) ||
        to_tsvector('simple', plain_text(t.search_extra)))) as word where t.experience_id = e.id) as words) as title,
    (select string_agg(word, ' ' order by word collate "C") from (
      select distinct word from experience_texts t, unnest(tsvector_to_array(
        to_tsvector(case t.locale when 'es' then 'spanish'::regconfig else 'english' end,
          plain_text(concat_ws(' ', t.title, t.summary, t.description))) ||
        to_tsvector('simple', plain_text(t.search_extra)))) as word where t.experience_id = e.id) as words) as words
  from experiences e
  where e.status = 'published' and exists (select from experience_texts t where t.experience_id = e.id)
  order by e.id`

const LISTED = `
  select experience_id, place_slug, category, currency, price_from_minor, party_max, rating, latitude(point), longitude(point),
    (select string_agg(word, ' ' order by word collate "C") from unnest(tsvector_to_array(title)) as word) as title,
    (select string_agg(word, ' ' order by word collate "C") from unnest(tsvector_to_array(words)) as word) as words
  from listings order by experience_id`

const rounded = async (w: FreshDatabase, text: string): Promise<unknown[]> =>
  (await w.pool.query<Record<string, unknown>>(text)).rows.map((row) => ({
    ...row,
    ...Object.fromEntries(['rating', 'latitude', 'longitude'].map((name) => [name, Number(row[name]).toFixed(6)])),
  }))

Listings('are what is published and has a text, whatever is changed, in whatever order', async (w) => {
  const random = seededRandom(SEED)
  const ids = []
  for (const titleEs of ['Kayak al alba', undefined, 'Cenotes en bicicleta', undefined])
    ids.push((await makeExperience(w.em, { title: `Seen by ${titleEs ?? 'few'}`, titleEs })).experienceId)
  const text = (): string => random.shuffle(['paddle', 'faroles', 'river', 'madera', 'bread']).slice(0, 2).join(' ')
  const changes = (): string[] => [
    `status = '${random.pick(['draft', 'published', 'paused', 'archived', 'published'])}'`,
    `rating_count = 10, rating_sum = ${random.int(10, 50)}`,
    `category = '${random.pick(['food', 'night'])}', party_max = ${random.int(1, 9)}`,
    `price_from_minor = ${random.int(1, 900)}, currency = '${random.pick(['MXN', 'USD'])}'`,
    `latitude = ${random.int(-60, 60)}, longitude = ${random.int(-170, 170)}`,
    `slug = slug || 'x'`,
  ]
  for (let round = 0; round < 120; round++) {
    const id = random.pick(ids)
    const [locale, share] = [random.pick(['en', 'es', 'fr']), random.chance(0.2)]
    const which = share ? 'true' : `id = '${id}'`
    const ofText = `${share ? 'true' : `experience_id = '${id}'`} and locale = '${locale}'`
    await w.pool.query(
      random.pick([
        `update experiences set ${random.pick(changes())} where ${which}`,
        `update experience_texts set ${random.pick(['title', 'summary', 'description', 'search_extra'])} = '${text()}' where ${ofText}`,
        `delete from experience_texts where ${ofText}`,
        `insert into experience_texts (experience_id, locale, title, summary, description, meeting_point)
         select id, '${locale}', '${text()}', '${text()}', '${text()}', '{}' from experiences where ${which} on conflict do nothing`,
      ]),
    )
    assert.equal(await rounded(w, LISTED), await rounded(w, EXPECTED), `seed ${SEED}, round ${round}`)
  }
  await w.pool.query('delete from listings')
  await w.pool.query('select list_experiences(array(select id from experiences))')
  assert.equal(await rounded(w, LISTED), await rounded(w, EXPECTED), 'and can be made anew')
})

/** Two people write the two languages of one experience at once; which words are found in the end. */
const writeBoth = async (w: FreshDatabase): Promise<string[]> => {
  const { experienceId } = await makeExperience(w.em, { title: 'Before', titleEs: 'Antes' })
  const [first, second] = [await w.pool.connect(), await w.pool.connect()]
  const write = (client: pg.PoolClient, locale: string, title: string) =>
    client.query('update experience_texts set title = $3 where experience_id = $1 and locale = $2', [
      experienceId,
      locale,
      title,
    ])
  try {
    await first.query('begin')
    await write(first, 'en', 'Lanterns')
    await second.query('begin')
    const later = write(second, 'es', 'Faroles')
    await waitingForLock(w)
    await first.query('commit')
    await later
    await second.query('commit')
  } finally {
    first.release()
    second.release()
  }
  const { rows } = await w.pool.query<{ title: string[] }>(
    'select tsvector_to_array(title) as title from listings where experience_id = $1',
    [experienceId],
  )
  return rows[0]?.title.filter((word) => ['lantern', 'farol'].includes(word)) ?? []
}

/** Returns once a session waits for another's lock. */
const waitingForLock = async (w: FreshDatabase): Promise<void> => {
  for (;;) {
    const { rowCount } = await w.pool.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    if (rowCount) return
  }
}

Listings('keep what two transactions write at once in two languages', async (w) => {
  assert.equal((await writeBoth(w)).sort(), ['farol', 'lantern'])
})

Listings('control: without the lock the later would not see the earlier', async (w) => {
  const { rows } = await w.pool.query<{ source: string }>(
    `select pg_get_functiondef('list_experiences'::regproc) as source`,
  )
  const source = rows[0]?.source ?? ''
  const unlocked = source.replace('order by id for no key update', 'order by id')
  assert.is.not(unlocked, source)
  await w.pool.query(unlocked)
  assert.equal(await writeBoth(w), ['farol'])
})

Listings.run()
