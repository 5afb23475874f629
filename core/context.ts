import type { SqlEntityManager } from '@mikro-orm/postgresql'
import type { Clock } from '@mayago/kernel/time.ts'
import type { Actor } from './identity/actor.ts'
import type { Ports } from './ports/index.ts'
import type { Services } from './services.ts'

export type Locale = 'en' | 'es'

/** What every use-case is given first: who asks, when, in which language, and what it may reach. */
export interface Ctx {
  em: SqlEntityManager
  actor: Actor
  locale: Locale
  clock: Clock
  /** Read once per request, message or job. */
  now: Date
  requestId: string
  /** The client's address as far as our proxies can be trusted; null for jobs. */
  address: string | null
  ports: Ports
  services: Services
}

/** A context over the same ports for another actor or moment. */
export const withActor = (ctx: Ctx, actor: Actor): Ctx => ({ ...ctx, actor })

/** Runs `work` in one transaction; what it throws is the rollback. */
export const inTransaction = <Result>(ctx: Ctx, work: (ctx: Ctx) => Promise<Result>): Promise<Result> =>
  ctx.em.transactional((em) => work({ ...ctx, em: em as SqlEntityManager }), { clear: false })
