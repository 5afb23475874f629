import type { SqlEntityManager } from '@mikro-orm/postgresql'
import type { Clock } from '@mayago/kernel/time.ts'
import { writeNews, type News } from './events/record.ts'
import { publishNews } from './events/relay.ts'
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
  /** What the client says of itself, for its owner's list of devices; null for jobs and rooms. */
  userAgent: string | null
  /** What the client calls this attempt, so that a retry is the same attempt (SEAT-4); null where none is given. */
  idempotencyKey: string | null
  /** Events recorded in the open transaction, written as it ends and published once committed; null outside of one. */
  news: News[] | null
  ports: Ports
  services: Services
}

/** A context over the same ports for another actor. */
export const withActor = (ctx: Ctx, actor: Actor): Ctx => ({ ...ctx, actor })

/**
 * Runs `work` in one transaction; what it throws is the rollback. Inside an open one it joins that. Events recorded by
 * `work` are written as its last statement, all at once, and published after the commit.
 */
export const inTransaction = async <Result>(ctx: Ctx, work: (ctx: Ctx) => Promise<Result>): Promise<Result> => {
  if (ctx.news !== null) return work(ctx)
  const { result, news } = await ctx.em.fork().transactional(async (fork) => {
    const em = fork as SqlEntityManager
    const recorded: News[] = []
    const result = await work({ ...ctx, em, news: recorded })
    return { result, news: await writeNews(em, recorded) }
  })
  publishNews(ctx, news)
  return result
}
