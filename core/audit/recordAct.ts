import { assert } from '@mayago/kernel/assert.ts'
import { newId } from '@mayago/kernel/ids.ts'
import type { JsonValue } from '@mayago/kernel/json.ts'
import { queryRows } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'
import type { Actor } from '../identity/actor.ts'
import type { AuditAction } from './audit.actions.ts'

/**
 * Writes a sensitive act down in the transaction that does it, with who asked: no act without its entry, no entry
 * without its act. `subject` is `<kind>:<id>`. Ids only: names, addresses and secrets stay out. AUDIT-1.
 */
export const recordAct = async (
  tx: Ctx,
  action: AuditAction,
  subject: string,
  data: Record<string, JsonValue> = {},
): Promise<void> => {
  assert(tx.news !== null, 'acts are recorded inside inTransaction')
  await queryRows(
    tx.em,
    'insert into audit_acts (id, actor, action, subject, data, request_id) values ($1, $2, $3, $4, $5, $6)',
    [
      newId<'act'>(tx.clock.now().getTime()),
      JSON.stringify(toAuditActor(tx.actor)),
      action,
      subject,
      JSON.stringify(data),
      tx.requestId,
    ],
  )
}

/** Who asked, as the log keeps it: what proved them is left out. */
export type AuditActor =
  | { kind: 'anonymous'; guestId: string | null }
  | { kind: 'link'; bookingId: string }
  | { kind: 'user'; userId: string; sessionId: string; actedBy: string | null }
  | { kind: 'apiKey'; keyId: string; userId: string }
  | { kind: 'system'; job: string }

/** Who asked, by ids alone. */
export const toAuditActor = (actor: Actor): AuditActor => {
  switch (actor.kind) {
    case 'anonymous':
      return { kind: actor.kind, guestId: actor.guestId }
    case 'link':
      return { kind: actor.kind, bookingId: actor.bookingId }
    case 'user': {
      const { sessionId, actedBy } = actor.session
      return { kind: actor.kind, userId: actor.userId, sessionId, actedBy }
    }
    case 'apiKey':
      return { kind: actor.kind, keyId: actor.keyId, userId: actor.userId }
    case 'system':
      return { kind: actor.kind, job: actor.job }
  }
}
