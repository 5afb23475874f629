import { queryRow } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'

/** How far the log went at an instant, as it is signed and kept. */
export interface AuditHead {
  seq: number
  /** Of the last act, in hex. */
  hash: string
  signedAt: string
}

export const HEADS = 'audit/heads/'

/**
 * Signs the log's head and keeps it as a file, outside the database: from then on nothing before it can be changed or
 * cut off unnoticed. A log that has not grown keeps the head it has. AUDIT-4.
 */
export const signHead = async (ctx: Ctx): Promise<void> => {
  const last = await queryRow<{ seq: string; hash: Buffer }>(
    ctx.em,
    'select seq, hash from audit_chain order by seq desc limit 1',
  )
  if (!last) return
  const head: AuditHead = { seq: Number(last.seq), hash: last.hash.toString('hex'), signedAt: ctx.now.toISOString() }
  const text = JSON.stringify(head)
  const file = JSON.stringify({ head: text, signature: ctx.services.headSigner.sign(text) })
  await ctx.ports.files.put(headKey(head.seq), Buffer.from(file), 'application/json')
}

/** Keys in the order of their heads. */
const headKey = (seq: number): string => `${HEADS}${String(seq).padStart(16, '0')}.json`
