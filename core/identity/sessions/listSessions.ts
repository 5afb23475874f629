import { refuse } from '@mayago/kernel/errors.ts'
import type { SessionId } from '@mayago/kernel/ids.ts'
import { orderSql } from '@mayago/db/queries/keyset.ts'
import { queryRows, toDate } from '@mayago/db/sql.ts'
import { recordAct } from '../../audit/index.ts'
import { inTransaction, type Ctx } from '../../context.ts'
import { sessionOrder, type ListSessionsInput, type SessionIdInput } from '../accounts/account.schema.ts'
import type { SessionsEndedView, SessionsView } from '../accounts/account.view.ts'
import { ownAccount } from '../accounts/ownAccount.ts'
import { endSessions } from './endSessions.ts'
import type { Channel } from './openSession.ts'
import { markEnded } from './sessionState.ts'

interface SessionRow {
  id: SessionId
  device: string
  channel: Channel
  address: string | null
  created_at: string
  last_used_at: string
  second_factor: boolean
}

const COLUMNS = { lastUsedAt: 'last_used_at', createdAt: 'created_at' }

/** Where this account is signed in, the one used last on top unless asked otherwise. SESSION-2. */
export const listSessions = async (ctx: Ctx, { sort }: ListSessionsInput = {}): Promise<SessionsView> => {
  const { by, descending } = sessionOrder.of(sort)
  const { userId, session } = ownAccount(ctx, 'account.read')
  const rows = await queryRows<SessionRow>(
    ctx.em,
    `select id, device, channel, host(address) as address, created_at, last_used_at,
       second_factor_at is not null as second_factor
     from sessions where user_id = $1 and ended_at is null and expires_at > $2 and acted_by is null
     ${orderSql([COLUMNS[by], 'id'], descending)} limit 100`,
    [userId, ctx.now],
  )
  return {
    items: rows.map((row) => ({
      id: row.id,
      device: row.device,
      channel: row.channel,
      address: row.address,
      createdAt: toDate(row.created_at).toISOString(),
      lastUsedAt: toDate(row.last_used_at).toISOString(),
      secondFactor: row.second_factor,
      current: row.id === session.sessionId,
    })),
  }
}

/** Ends one of one's own sessions. Another's is as unknown as none: `not_found`. */
export const endSession = async (ctx: Ctx, { sessionId }: SessionIdInput): Promise<Record<string, never>> => {
  const { userId } = ownAccount(ctx, 'session.end')
  const ended = await inTransaction(ctx, async (tx) => {
    const ids = await endSessions(tx, { userId, only: sessionId as SessionId }, 'revoked')
    if (ids.length === 0) throw refuse('not_found', { what: 'session' })
    await recordAct(tx, 'session.ended', `session:${sessionId}`, { reason: 'revoked' })
    return ids
  })
  await markEnded(ctx, ended)
  return {}
}

/** Ends all of one's sessions but the one that asks. */
export const endOtherSessions = async (ctx: Ctx): Promise<SessionsEndedView> => {
  const { userId, session } = ownAccount(ctx, 'session.end')
  const ended = await inTransaction(ctx, async (tx) => {
    const ids = await endSessions(tx, { userId, except: session.sessionId }, 'revoked')
    for (const id of ids) await recordAct(tx, 'session.ended', `session:${id}`, { reason: 'revoked' })
    return ids
  })
  await markEnded(ctx, ended)
  return { ended: ended.length }
}
