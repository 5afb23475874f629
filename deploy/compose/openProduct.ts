import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MikroORM, SqlEntityManager } from '@mikro-orm/postgresql'
import type { Pool } from 'pg'
import type { PgBoss } from 'pg-boss'
import { setApp, type App } from '@mayago/core/app.ts'
import { createHeadSigner } from '@mayago/core/audit/index.ts'
import { createCatalogCache } from '@mayago/core/catalog/catalogCache.ts'
import { createPictureShelf } from '@mayago/core/catalog/pictureShelf.ts'
import { createSeatDesk, type SeatDeskParts } from '@mayago/core/booking/seatDesk.ts'
import { publishNews } from '@mayago/core/events/relay.ts'
import { createPasswordHasher, OWASP_MINIMUM } from '@mayago/core/identity/passwords/passwordHasher.ts'
import { createSealer } from '@mayago/core/identity/sealer.ts'
import { createCourier } from '@mayago/core/partners/index.ts'
import { createSigner } from '@mayago/core/identity/signer.ts'
import { createJobs } from '@mayago/core/jobs/jobs.ts'
import { openBoss } from '@mayago/core/jobs/openBoss.ts'
import type { LogPort } from '@mayago/core/ports/log.ts'
import { toAddress } from '@mayago/core/identity/toAddress.ts'
import { createAccessKeyRing } from '@mayago/core/identity/tokens/accessKeyRing.ts'
import { openOrm, poolOf } from '@mayago/db/orm.ts'
import type { Config } from '../config/readConfig.ts'
import { openPorts } from './openPorts.ts'
import { settingsOf } from './settingsOf.ts'
import { systemClock } from './systemClock.ts'

/** One process's product: everything the doors need, and the way down. */
export interface Product {
  app: App
  orm: MikroORM
  pool: Pool
  boss: PgBoss
  databaseUrl: string
  picturesFolder: string
  close(): Promise<void>
}

export interface ProductOptions {
  config: Config
  log: LogPort
  databaseUrl: string
  /** True in the process that looks after the job queues. */
  keepsJobs: boolean
  onBatch?: SeatDeskParts['onBatch']
}

export const VERSION = (
  JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string }
).version

/** Opens the database, the ports and the services of this process, and hands them to its doors. */
export const openProduct = async ({
  config,
  log,
  databaseUrl,
  keepsJobs,
  onBatch,
}: ProductOptions): Promise<Product> => {
  const orm = await openOrm(databaseUrl, { poolMax: config.DATABASE_POOL })
  const pool = await poolOf(orm)
  const boss = await openBoss(databaseUrl, {
    worker: keepsJobs,
    onError: (error) => log.warn({ error: String(error) }, 'the job queues did not answer'),
  })
  const ports = await openPorts(config, log, pool)
  const settings = settingsOf(config)
  const picturesFolder = join(config.DATA_DIR, 'pictures')
  const publish = (news: Parameters<typeof publishNews>[1]): void =>
    publishNews({ em: orm.em as SqlEntityManager, ports }, news)
  const services = {
    seatDesk: createSeatDesk({ pool, settings, publish, ...(onBatch ? { onBatch } : {}) }),
    jobs: createJobs(boss),
    signer: createSigner({
      guest: config.GUEST_SECRET,
      hold: config.HOLD_SECRET,
      link: config.LINK_SECRET,
      ticket: config.TICKET_SIGNING_KEY,
    }),
    passwords: createPasswordHasher(OWASP_MINIMUM, config.PASSWORD_QUEUE_MAX),
    accessKeys: createAccessKeyRing(),
    sealer: createSealer([config.FIELD_KEY, ...(config.FIELD_KEYS_OLD ?? [])]),
    headSigner: createHeadSigner(config.AUDIT_SIGNING_KEY, config.AUDIT_PUBLIC_KEYS_OLD),
    settings,
    pictures: createPictureShelf(picturesFolder),
    courier: createCourier(),
    catalogCache: createCatalogCache(ports.bus),
  }
  const app: App = {
    ports,
    services,
    embedded: config.embedded,
    version: VERSION,
    makeCtx: ({ idempotencyKey = null, userAgent = null, address, ...asked }) => {
      let em: SqlEntityManager | undefined
      return {
        ...asked,
        idempotencyKey,
        userAgent,
        address: address === null ? null : toAddress(address),
        // Made when it is asked for: what the seat desk decides needs none.
        get em() {
          return (em ??= orm.em.fork() as SqlEntityManager)
        },
        clock: systemClock,
        now: systemClock.now(),
        news: null,
        ports,
        services,
      }
    },
  }
  setApp(app)
  const close = async (): Promise<void> => {
    await Promise.all([services.seatDesk.close(), services.courier.close()])
    await boss.stop({ graceful: true, timeout: 8000 })
    await Promise.all([ports.bus.close(), ports.cache.close(), ports.marks.close(), ports.limits.close()])
    await orm.close()
  }
  return { app, orm, pool, boss, databaseUrl, picturesFolder, close }
}
