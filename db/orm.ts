import { MikroORM, type Options } from '@mikro-orm/postgresql'
import type { Pool } from 'pg'
import { entities } from './entities/index.ts'
import { PreparedClient } from './preparedClient.ts'

export interface OrmSettings {
  poolMax: number
}

export const ormOptions = (url: string, { poolMax }: OrmSettings): Options => ({
  clientUrl: url,
  entities: [...entities],
  pool: { min: 0, max: poolMax },
  forceUtcTimezone: true,
  allowGlobalContext: false,
  driverOptions: {
    // Sessions speak UTC, so that instants read as text are unambiguous.
    options: '-c timezone=UTC',
    application_name: 'mayago',
    Client: PreparedClient,
    // Statements sent without waiting for each other's answers go out at once, and are run in that order.
    pipeline: true,
  },
})

/** Opens the database. One per process; `em.fork()` per request. */
export const openOrm = async (url: string, settings: OrmSettings = { poolMax: 20 }): Promise<MikroORM> => {
  const orm = await MikroORM.init(ormOptions(url, settings))
  outliveServer(await poolOf(orm))
  return orm
}

/**
 * A server that dies fails the queries under way, and that is enough: without these listeners the end of a connection,
 * idle or lent out, would end the process too.
 */
const outliveServer = (pool: Pool): void => {
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
}

/** The driver's own pool, for the paths where prepared statements and round trips are counted. */
export const poolOf = (orm: MikroORM): Promise<Pool> =>
  orm.em.getConnection().getNativeClient() as Promise<unknown> as Promise<Pool>
