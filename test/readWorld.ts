import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { openLocalBus } from '@mayago/core/adapters/local/localBus.ts'
import { keepsNothing } from '@mayago/core/catalog/catalogCache.ts'
import type { Ctx } from '@mayago/core/context.ts'
import type { Ports } from '@mayago/core/ports/index.ts'
import type { Services } from '@mayago/core/services.ts'
import { defaultSettings } from '@mayago/core/settings.ts'
import { freshDatabase, type FreshDatabase } from '@mayago/db/testing/freshDatabase.ts'
import { quietLog } from './quietLog.ts'

/** Catalog and availability over a database of their own and an in-process bus: nobody holds, nobody pays. */
export interface ReadWorld extends FreshDatabase {
  /** What tests make is counted from here, and so is `seat_now()`. */
  now: Date
  ports: Pick<Ports, 'bus' | 'log'>
  ctx(over?: Partial<Ctx>): Ctx
}

/** Its clocks, PostgreSQL's for seats included, stand still at `now`. */
export const readWorld = async (now: Date): Promise<ReadWorld> => {
  const database = await freshDatabase()
  await database.pool.query(
    `create or replace function seat_now() returns timestamptz language sql volatile parallel safe
     as $$ select timestamptz '${now.toISOString()}' $$`,
  )
  const log = quietLog()
  const ports = { bus: openLocalBus(log), log }
  const ctx = (over: Partial<Ctx> = {}): Ctx => ({
    em: database.orm.em.fork() as SqlEntityManager,
    actor: { kind: 'system', job: 'test' },
    locale: 'en',
    clock: { now: () => now },
    now,
    requestId: 'test',
    address: null,
    userAgent: null,
    idempotencyKey: null,
    news: null,
    ports: ports as unknown as Ports,
    services: { settings: defaultSettings, catalogCache: keepsNothing } as Services,
    ...over,
  })
  return { ...database, now, ports, ctx }
}
