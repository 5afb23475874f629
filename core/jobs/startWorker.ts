import type { PgBoss } from 'pg-boss'
import type { Ctx } from '../context.ts'
import type { LogPort } from '../ports/log.ts'
import { JOB_HANDLERS, ROUNDS } from './handlers.ts'
import { JOB_NAMES, JOB_SCHEDULE, type JobMap } from './jobMap.ts'

interface WorkerParts {
  boss: PgBoss
  log: LogPort
  /** A fresh context for the system, named after the job. */
  makeCtx(job: string): Ctx
}

/** Takes jobs from the queues and makes the recurring rounds, until stopped. What is at work then is finished first. */
export const startWorker = async ({ boss, log, makeCtx }: WorkerParts): Promise<{ stop(): Promise<void> }> => {
  for (const name of JOB_NAMES) {
    await boss.work<JobMap[typeof name]>(name, { pollingIntervalSeconds: 0.5 }, async (jobs) => {
      for (const job of jobs)
        await (JOB_HANDLERS[name] as (ctx: Ctx, data: unknown) => Promise<unknown>)(makeCtx(name), job.data)
    })
  }
  for (const [name, cron] of Object.entries(JOB_SCHEDULE)) await boss.schedule(name, cron)
  const rounds = ROUNDS.map(({ name, everySeconds, work }) =>
    repeat(everySeconds, async () => {
      try {
        await work(makeCtx(name))
      } catch (error) {
        log.warn({ job: name, error: String(error) }, 'a recurring round failed and comes again')
      }
    }),
  )
  return {
    stop: async () => {
      await Promise.all(rounds.map((round) => round.stop()))
      for (const name of JOB_NAMES) await boss.offWork(name)
    },
  }
}

/** One round after the other, this long apart; stopping waits for the one at work. */
const repeat = (everySeconds: number, round: () => Promise<void>): { stop(): Promise<void> } => {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let atWork = Promise.resolve()
  const next = (): void => {
    timer = setTimeout(() => {
      atWork = round().then(() => (stopped ? undefined : next()))
    }, everySeconds * 1000)
  }
  next()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await atWork
    },
  }
}
