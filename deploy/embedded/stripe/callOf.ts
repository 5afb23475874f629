import type pg from 'pg'
import { newRequestId } from './sandboxIds.ts'
import type { Sandbox } from './sandbox.ts'
import type { Call } from './store.ts'

/** A call that nobody made: time did, or one of the sandbox's own pages. */
export const callOf = (sandbox: Sandbox, db: pg.PoolClient): Call => ({
  db,
  nowMs: sandbox.clock.now().getTime(),
  sentMs: sandbox.clock.now().getTime(),
  home: sandbox.home(),
  requestId: newRequestId(),
  idempotencyKey: null,
  isSecret: true,
  account: null,
})
