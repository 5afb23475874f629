import pg from 'pg'
import { copyRows } from './copyRows.ts'
import { drawWorld, type LargeExperience, type LargePlace } from './drawWorld.ts'
import * as rows from './largeRows.ts'

export interface LargeWorldAsked {
  experiences: number
  now: Date
  /** Hears how many rows there will be, then how many more were sent. */
  progress: { start(count: number): void; tell(count: number): void }
}

export class LargeWorldExists extends Error {}

/**
 * Adds a large world around the places that exist: for benchmarks, by COPY, the same for the same number and day. Nobody
 * has booked in it, and no schedule goes on after its fourteen days.
 */
export const seedLarge = async (
  databaseUrl: string,
  { experiences, now, progress }: LargeWorldAsked,
): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    if ((await client.query(`select from providers where slug = 'large-0'`)).rowCount !== 0)
      throw new LargeWorldExists('The large world is there already: npm run reset, then seed it anew.')
    const places = await findPlaces(client)
    const world = await drawWorld(places, experiences)
    await client.query('begin')
    await writeWorld(client, world, places, now, progress)
    await client.query('commit')
    // Statistics and visibility, without which plans and index-only scans would not be those of a lived-in database.
    await client.query('vacuum (analyze)')
  } finally {
    await client.end()
  }
}

const findPlaces = async (client: pg.Client): Promise<LargePlace[]> =>
  (
    await client.query<LargePlace>(
      `select p.slug, t.name, p.time_zone, p.latitude, p.longitude,
         coalesce((select e.currency from experiences e where e.place_slug = p.slug order by e.slug limit 1), 'USD') as currency
       from places p join place_texts t on t.place_slug = p.slug and t.locale = 'en' order by p.slug`,
    )
  ).rows

const writeWorld = async (
  client: pg.Client,
  world: readonly LargeExperience[],
  places: readonly LargePlace[],
  now: Date,
  progress: LargeWorldAsked['progress'],
): Promise<void> => {
  const providers = Math.ceil(world.length / rows.EXPERIENCES_A_PROVIDER)
  const departures = world.reduce((sum, { times }) => sum + times.length * rows.DAYS, 0)
  progress.start(providers * 2 + world.length * (1 + 2 + 1 + 2 + 2 + 4) + departures)
  const copy = (table: string, columns: string, made: Iterable<rows.Row>): Promise<void> =>
    copyRows(client, table, columns.split(' '), made, progress.tell)

  await copy(
    'providers',
    'id slug name since_year place_slug currency email phone',
    rows.providerRows(providers, places),
  )
  await copy('provider_texts', 'provider_id locale about', rows.providerTextRows(providers))
  await copy(
    'experiences',
    'id provider_id slug place_slug category time_zone latitude longitude currency languages duration_minutes price_from_minor policy rating_sum rating_count',
    rows.each(world, rows.experienceRows),
  )
  await copy(
    'experience_texts',
    'experience_id locale machine title summary description meeting_point search_extra',
    rows.each(world, rows.experienceTextRows),
  )
  await copy('options', 'id experience_id code duration_minutes cutoff_minutes', rows.each(world, rows.optionRows))
  await copy('option_texts', 'option_id locale title', rows.each(world, rows.optionTextRows))
  await copy(
    'units',
    'id option_id type position price_minor age_min age_max accompanied',
    rows.each(world, rows.unitRows),
  )
  await copy('unit_texts', 'unit_id locale title', rows.each(world, rows.unitTextRows))
  await copy(
    'departures',
    'id experience_id option_id local_date local_start time_zone starts_at ends_at cutoff_at capacity price_from_minor currency',
    rows.departureRows(world, now),
  )
}
