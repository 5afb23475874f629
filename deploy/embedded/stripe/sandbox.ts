import type pg from 'pg'
import type { LogPort } from '@mayago/core/ports/log.ts'
import type { SandboxClock } from './sandboxClock.ts'

/** What the sandbox's parts share. */
export interface Sandbox {
  pool: pg.Pool
  clock: SandboxClock
  basePath: string
  /** Where it is mounted as browsers see it, e.g. `http://127.0.0.1:5173/_stripe`. */
  home(): string
  secretKey: string
  publishableKey: string
  log: LogPort
  /** There may be events to send. */
  wake(): void
}
