import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PgBoss } from 'pg-boss'
import { openHooks } from '../core/adapters/hooks/openHooks.ts'
import { openLocalBus } from '../core/adapters/local/localBus.ts'
import { openLocalCache } from '../core/adapters/local/localCache.ts'
import { openLocalFiles } from '../core/adapters/local/localFiles.ts'
import { openLocalLimits } from '../core/adapters/local/localLimits.ts'
import { openLocalSms } from '../core/adapters/local/localSms.ts'
import { createHeadSigner } from '../core/audit/index.ts'
import { keepsNothing } from '../core/catalog/catalogCache.ts'
import { createPictureShelf } from '../core/catalog/pictureShelf.ts'
import { createSeatDesk, type SeatDesk } from '../core/booking/index.ts'
import type { Ctx } from '../core/context.ts'
import { publishNews } from '../core/events/relay.ts'
import type { Actor } from '../core/identity/actor.ts'
import { createPasswordHasher } from '../core/identity/passwords/passwordHasher.ts'
import { createSealer } from '../core/identity/sealer.ts'
import { createSigner } from '../core/identity/signer.ts'
import { createAccessKeyRing } from '../core/identity/tokens/accessKeyRing.ts'
import { createCourier } from '../core/partners/index.ts'
import { createJobs } from '../core/jobs/jobs.ts'
import { openBoss } from '../core/jobs/openBoss.ts'
import type { Ports } from '../core/ports/index.ts'
import { noLimits } from './noLimits.ts'
import { defaultSettings, type Settings } from '../core/settings.ts'
import { newId, type GuestId } from '../core/kernel/ids.ts'
import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { poolOf } from '../db/orm.ts'
import { freshDatabase, type FreshDatabase } from '../db/testing/freshDatabase.ts'
import { startSandbox, type SandboxWorld } from '../deploy/embedded/stripe/testing/startSandbox.ts'
import { quietLog } from './quietLog.ts'

/** Core over a database of its own or a given one, the real Stripe adapter on the sandbox, an in-process bus and real jobs. */
export interface CoreWorld extends FreshDatabase {
  ports: Ports
  boss: PgBoss
  stripe: SandboxWorld
  settings: Settings
  /** A context for somebody; without an actor, for the system. */
  as(actor?: Actor, over?: Partial<Ctx>): Ctx
  /** A guest with a cookie and an address of their own. */
  guest(over?: Partial<Ctx>): Ctx
  /** Moves the only clock that judges holds; null puts the real one back. */
  shiftSeatClock(interval: string | null): Promise<void>
  /** A second process as far as seats go: a desk of its own on the same database. */
  anotherDesk(): SeatDesk
  /** Stops what runs on the database and leaves it standing. */
  close(): Promise<void>
}

const key = (byte: number) => new Uint8Array(32).fill(byte)

export const coreWorld = async (over: Partial<Settings> = {}, given?: FreshDatabase): Promise<CoreWorld> => {
  const database = given ?? (await freshDatabase())
  const settings: Settings = { ...defaultSettings, ...over }
  const log = quietLog()
  const stripe = await startSandbox(database.pool)
  const boss = await openBoss(database.url, { worker: false, onError: () => undefined })
  const clock = { now: () => new Date() }
  const folder = mkdtempSync(join(tmpdir(), 'mayago-files-'))
  const caches = { cache: openLocalCache(), marks: openLocalCache() }
  const ports = {
    bus: openLocalBus(log),
    ...caches,
    files: openLocalFiles(folder),
    issuers: {},
    limits: openLocalLimits(noLimits),
    hooks: openHooks({ allowLoopback: true, timeoutMs: 500 }),
    sms: openLocalSms(database.pool, clock),
    log,
    payments: stripe.payments,
    mail: { send: () => Promise.reject(new Error('no mail is sent here')) },
  } as unknown as Ports
  const pool = await poolOf(database.orm)
  const relay = { em: database.orm.em.fork() as SqlEntityManager, ports }
  const makeDesk = () => createSeatDesk({ pool, settings, publish: (news) => publishNews(relay, news) })
  const desk = makeDesk()
  const desks = [desk]
  const services = {
    seatDesk: desk,
    jobs: createJobs(boss),
    sealer: createSealer([key(5)]),
    passwords: createPasswordHasher(),
    accessKeys: createAccessKeyRing(),
    headSigner: createHeadSigner(key(6)),
    signer: createSigner({ guest: key(1), hold: key(2), link: key(3), ticket: key(4) }),
    settings,
    pictures: createPictureShelf(join(tmpdir(), 'mayago-test-pictures')),
    courier: createCourier(),
    catalogCache: keepsNothing,
  }
  const close = async (): Promise<void> => {
    await Promise.all([...desks.map((one) => one.close()), services.courier.close()])
    await boss.stop({ graceful: false })
    await stripe.stop()
    await Promise.all([caches.cache.close(), caches.marks.close()])
    rmSync(folder, { recursive: true })
  }
  const as = (actor: Actor = { kind: 'system', job: 'test' }, more: Partial<Ctx> = {}): Ctx => ({
    em: database.orm.em.fork() as SqlEntityManager,
    actor,
    locale: 'en',
    clock,
    now: clock.now(),
    requestId: 'test',
    address: null,
    userAgent: null,
    idempotencyKey: null,
    news: null,
    ports,
    services,
    ...more,
  })
  return {
    ...database,
    ports,
    boss,
    stripe,
    settings,
    as,
    guest: (more) => as({ kind: 'anonymous', guestId: newId<'guest'>(Date.now()) as GuestId, holdToken: null }, more),
    shiftSeatClock: async (interval) => {
      const shift = interval === null ? '' : ` + interval '${interval}'`
      await database.pool.query(
        `create or replace function seat_now() returns timestamptz language sql volatile parallel safe
         as $$ select clock_timestamp()${shift} $$`,
      )
    },
    anotherDesk: () => {
      const another = makeDesk()
      desks.push(another)
      return another
    },
    close,
    drop: async () => {
      await close()
      await database.drop()
    },
  }
}
