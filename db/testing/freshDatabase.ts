import { randomBytes } from 'node:crypto'
import type { MikroORM, SqlEntityManager } from '@mikro-orm/postgresql'
import pg from 'pg'
import { openOrm } from '../orm.ts'
import { TEMPLATE, administer, testServer } from './testServer.ts'

export interface FreshDatabase {
  orm: MikroORM
  /** A fork to arrange and look with; use-cases under test get their own. */
  em: SqlEntityManager
  /** For plain SQL beside the ORM. */
  pool: pg.Pool
  url: string
  /** Closes what is open and drops the database. */
  drop(): Promise<void>
}

/** A migrated, empty database of one's own: a clone of the template, one per test file. */
export const freshDatabase = async (settings: { poolMax?: number } = {}): Promise<FreshDatabase> => {
  const server = await testServer()
  const name = `test_${randomBytes(6).toString('hex')}`
  await administer(server, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`)
  const url = `${server}/${name}`
  const pool = new pg.Pool({ connectionString: url, max: settings.poolMax ?? 20, allowExitOnIdle: true })
  // A dropped database ends idle sessions; without a listener that would end the process.
  pool.on('error', () => undefined)
  const orm = await openOrm(url, { poolMax: settings.poolMax ?? 20 })
  const drop = async (): Promise<void> => {
    await pool.end()
    await orm.close()
    await administer(server, `DROP DATABASE ${name} WITH (FORCE)`)
  }
  return { orm, em: orm.em.fork() as SqlEntityManager, pool, url, drop }
}
