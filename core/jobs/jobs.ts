import type { SqlEntityManager } from '@mikro-orm/postgresql'
import type { PgBoss } from 'pg-boss'
import { prepared } from '@mayago/db/preparedClient.ts'
import { queryRows } from '@mayago/db/sql.ts'
import type { JobMap, JobName } from './jobMap.ts'

/** Work for later, enqueued in the transaction that makes it necessary. */
export interface Jobs {
  /** A rollback of `em`'s transaction leaves no job, a commit leaves one. */
  enqueue<Name extends JobName>(
    em: SqlEntityManager,
    name: Name,
    data: JobMap[Name],
    options?: EnqueueOptions,
  ): Promise<void>
}

export interface EnqueueOptions {
  startAfter?: Date
  /** Jobs with the same key are one while the first waits. */
  singletonKey?: string
}

/** Retries for a day with growing pauses: a mail or refund must outlive an evening's outage. */
const RETRY = { retryLimit: 20, retryDelay: 2, retryBackoff: true, retryDelayMax: 3600 }

export const createJobs = (boss: PgBoss): Jobs => ({
  enqueue: async (em, name, data, options = {}) => {
    await boss.send(name, data, { ...RETRY, ...options, db: { executeSql: sendingIn(em) } })
  },
})

/** Sending has one long text a queue, worth parsing once per connection. */
const sendingIn =
  (em: SqlEntityManager) =>
  async (text: string, values: unknown[] = []): Promise<{ rows: object[] }> => ({
    rows: await queryRows<object>(em, prepared(text), values),
  })
