import type { SessionId, UserId } from '@mayago/kernel/ids.ts'
import { queryRows } from '@mayago/db/sql.ts'
import type { Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'

export type EndReason =
  'signed_out' | 'revoked' | 'token_reused' | 'password_changed' | 'suspended' | 'erased' | 'expired' | 'role_changed'

interface Which {
  userId: UserId
  /** Only this one. */
  only?: SessionId
  /** All but this one. */
  except?: SessionId | null
}

/**
 * Ends live sessions of a user in the caller's transaction; their live sockets close with its commit. Call
 * `markEnded` with the answer once it has committed.
 */
export const endSessions = async (
  tx: Ctx,
  { userId, only, except }: Which,
  reason: EndReason,
): Promise<readonly SessionId[]> => {
  const rows = await queryRows<{ id: SessionId }>(
    tx.em,
    `update sessions set ended_at = $2, end_reason = $3
     where user_id = $1 and ended_at is null and ($4::uuid is null or id = $4) and ($5::uuid is null or id <> $5)
     returning id`,
    [userId, tx.now, reason, only ?? null, except ?? null],
  )
  const ids = rows.map(({ id }) => id)
  for (const id of ids) record(tx, 'login.revoked', id, { login: `session:${id}` })
  return ids
}
