import { inTransaction, type Ctx } from '../../context.ts'
import { ownAccount } from '../accounts/ownAccount.ts'
import { recordAct } from '../../audit/index.ts'
import { endSessions } from './endSessions.ts'
import { markEnded } from './sessionState.ts'

/** Ends the session that asks: its tokens are worthless at once, its live sockets close. SESSION-2. */
export const signOut = async (ctx: Ctx): Promise<Record<string, never>> => {
  const { userId, session } = ownAccount(ctx, 'session.end')
  const ended = await inTransaction(ctx, async (tx) => {
    await recordAct(tx, 'session.ended', `session:${session.sessionId}`, { reason: 'signed_out' })
    return endSessions(tx, { userId, only: session.sessionId }, 'signed_out')
  })
  await markEnded(ctx, ended)
  return {}
}
