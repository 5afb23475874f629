import { createHash } from 'node:crypto'

/** An act as PostgreSQL writes it: texts only, so that its bytes depend on nobody's way of reading numbers or dates. */
export interface ChainedAct {
  id: string
  at: string
  actor: string
  action: string
  subject: string
  data: string
  request_id: string
  tx: string
}

/** The columns of `audit_acts a` that are chained: all of them. */
export const CHAINED_COLUMNS = `a.id::text as id,
  to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, a.actor::text as actor, a.action, a.subject,
  a.data::text as data, a.request_id, a.tx::text as tx`

/** What the first act follows. */
export const CHAIN_START = Buffer.alloc(32)

/** SHA-256 of the hash before and the act at this place, as JSON: a change anywhere changes every hash after it. AUDIT-3. */
export const chainHash = (previous: Uint8Array, seq: number, act: ChainedAct): Buffer =>
  createHash('sha256')
    .update(previous)
    .update(JSON.stringify([seq, act.id, act.at, act.actor, act.action, act.subject, act.data, act.request_id, act.tx]))
    .digest()
