import { refuse } from '@mayago/kernel/errors.ts'
import type { SessionId } from '@mayago/kernel/ids.ts'
import { LOCK_USER } from '@mayago/db/locks.ts'
import { queryRow } from '@mayago/db/sql.ts'
import { inTransaction, type Ctx } from '../../context.ts'
import { tieIdentity, type Identity } from '../accounts/makeAccount.ts'
import { ownAccount } from '../accounts/ownAccount.ts'

/** Ties an identity to the account of the very session that asked for it; false when either is tied otherwise. */
export const connectIdentity = (
  ctx: Ctx,
  connectTo: SessionId,
  identity: Identity,
  email: string | null,
): Promise<boolean> => {
  const { userId, session } = ownAccount(ctx, 'account.secure')
  if (session.sessionId !== connectTo) throw refuse('link_expired', {})
  return inTransaction(ctx, async (tx) => {
    await queryRow(tx.em, LOCK_USER, [userId])
    const tied = await tieIdentity(tx, userId, identity, email)
    if (tied) await tx.services.jobs.enqueue(tx.em, 'account.sendConnected', { userId, issuer: identity.issuer })
    return tied
  })
}
