import type { MikroORM, SqlEntityManager } from '@mikro-orm/postgresql'
import { openLocalBus } from '@mayago/core/adapters/local/localBus.ts'
import { openLocalCache } from '@mayago/core/adapters/local/localCache.ts'
import type { Ctx } from '@mayago/core/context.ts'
import type { LogPort } from '@mayago/core/ports/log.ts'
import type { Ports } from '@mayago/core/ports/index.ts'
import type { Services } from '@mayago/core/services.ts'
import { defaultSettings } from '@mayago/core/settings.ts'

/** Runs a command's work. Its news stay in the outbox: whoever serves the product sweeps them up in a second or two. */
export const quietly = async <Result>(
  orm: MikroORM,
  log: LogPort,
  now: Date,
  work: (ctx: Ctx) => Promise<Result>,
): Promise<Result> => {
  const bus = openLocalBus(log)
  await bus.close()
  return work({
    em: orm.em.fork() as SqlEntityManager,
    actor: { kind: 'system', job: 'command' },
    locale: 'en',
    clock: { now: () => now },
    now,
    requestId: 'command',
    address: null,
    userAgent: null,
    idempotencyKey: null,
    news: null,
    ports: { bus, marks: openLocalCache(), log } as Pick<Ports, 'bus' | 'marks' | 'log'> as Ports,
    services: { settings: defaultSettings } as Pick<Services, 'settings'> as Services,
  })
}
