import type { Pool } from 'pg'
import { assert } from '@mayago/kernel/assert.ts'
import { refuse } from '@mayago/kernel/errors.ts'
import type { NewsRow } from '../events/relay.ts'
import type { Settings } from '../settings.ts'
import { BatchFailed, runBatch, type DeskAnswer, type DeskOutcome, type DeskRequest } from './deskBatch.ts'

/** Decides holds, extensions and releases of one departure in order, many to a commit. SEAT-3. */
export interface SeatDesk {
  ask(departureId: string, request: DeskRequest): Promise<DeskAnswer>
  /** Takes no more, and resolves when all that was taken is answered. */
  close(): Promise<void>
}

export interface SeatDeskParts {
  pool: Pool
  settings: Settings
  /** Told of every commit's events. */
  publish: (news: readonly NewsRow[]) => void
  /** Told of each batch's size, its answers, and whether it failed as a whole; for metrics and logs. */
  onBatch?: (batch: { size: number; outcomes: readonly DeskOutcome[]; failed: BatchFailed | null }) => void
}

interface Waiting {
  request: DeskRequest
  resolve: (answer: DeskAnswer) => void
  reject: (error: unknown) => void
}

/** Keeps one commit's rows, and a waiting answer's time, bounded. */
const BATCH_MAX = 1000

export const createSeatDesk = ({ pool, settings, publish, onBatch }: SeatDeskParts): SeatDesk => {
  const queues = new Map<string, Waiting[]>()
  const atWork = new Set<Promise<void>>()
  let closed = false

  const settle = (waiting: readonly Waiting[], outcomes: readonly DeskOutcome[]): void =>
    waiting.forEach(({ resolve, reject }, index) => {
      const outcome = outcomes[index]
      assert(outcome, 'every request has its outcome')
      if ('answer' in outcome) resolve(outcome.answer)
      else reject(outcome.refusal)
    })

  const run = async (departureId: string, waiting: readonly Waiting[]): Promise<void> => {
    try {
      const { outcomes, news } = await runBatch(
        pool,
        departureId,
        waiting.map(({ request }) => request),
        settings,
      )
      onBatch?.({ size: waiting.length, outcomes, failed: null })
      publish(news)
      settle(waiting, outcomes)
    } catch (error) {
      // Whatever else went wrong here did so after the commit: nobody's wait may be forgotten, nor the desk left standing.
      const failed = error instanceof BatchFailed ? error : new BatchFailed(error, 'committing')
      onBatch?.({ size: waiting.length, outcomes: [], failed })
      // Run again one by one, so that a bad request fails alone; never when the commit may have been heard.
      if (waiting.length > 1 && failed.failedWhile === 'deciding')
        for (const one of waiting) await run(departureId, [one])
      else for (const one of waiting) one.reject(failed)
    }
  }

  const drain = async (departureId: string, queue: Waiting[]): Promise<void> => {
    while (queue.length > 0) await run(departureId, queue.splice(0, BATCH_MAX))
    queues.delete(departureId)
  }

  return {
    ask: (departureId, request) =>
      new Promise((resolve, reject) => {
        const queue = queues.get(departureId)
        if (closed || (queue && queue.length >= settings.deskQueueMax)) {
          reject(refuse('overloaded', { retryAfterSeconds: 1 }))
        } else if (queue) {
          queue.push({ request, resolve, reject })
        } else {
          const fresh: Waiting[] = [{ request, resolve, reject }]
          queues.set(departureId, fresh)
          const work = drain(departureId, fresh).finally(() => atWork.delete(work))
          atWork.add(work)
        }
      }),
    close: async () => {
      closed = true
      await Promise.all(atWork)
    },
  }
}
