import { MikroORM, type Options } from '@mikro-orm/postgresql'
import type { Pool } from 'pg'
import { entities } from './entities/index.ts'

export interface OrmSettings {
  poolMax: number
}

export const ormOptions = (url: string, { poolMax }: OrmSettings): Options => ({
  clientUrl: url,
  entities: [...entities],
  pool: { min: 0, max: poolMax },
  forceUtcTimezone: true,
  allowGlobalContext: false,
  // Sessions speak UTC, so that instants read as text are unambiguous.
  driverOptions: { options: '-c timezone=UTC', application_name: 'mayago' },
})

/** Opens the database. One per process; `em.fork()` per request. */
export const openOrm = (url: string, settings: OrmSettings = { poolMax: 20 }): Promise<MikroORM> =>
  MikroORM.init(ormOptions(url, settings))

/** The driver's own pool, for the paths where prepared statements and round trips are counted. */
export const poolOf = (orm: MikroORM): Promise<Pool> =>
  orm.em.getConnection().getNativeClient() as Promise<unknown> as Promise<Pool>
