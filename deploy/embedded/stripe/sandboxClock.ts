import type pg from 'pg'
import type { Clock } from '@mayago/kernel/time.ts'

export interface SandboxClock extends Clock {
  /** Reads how far the clock was advanced, after a restart. */
  load(): Promise<void>
  /** Sets the sandbox's time forward, for good: it never goes back. */
  advance(milliseconds: number): Promise<void>
}

/** Runs beside `base`, ahead of it by what it was advanced. */
export const createSandboxClock = (pool: pg.Pool, base: Clock): SandboxClock => {
  let aheadMs = 0
  const take = (rows: { advance_ms: string }[]): void => {
    aheadMs = Number(rows[0]?.advance_ms ?? 0)
  }
  return {
    now: () => new Date(base.now().getTime() + aheadMs),
    load: async () => take((await pool.query('SELECT advance_ms FROM stripe_sandbox.clock')).rows),
    advance: async (milliseconds) =>
      take(
        (
          await pool.query('UPDATE stripe_sandbox.clock SET advance_ms = advance_ms + $1 RETURNING advance_ms', [
            Math.trunc(milliseconds),
          ])
        ).rows,
      ),
  }
}
