import type { SessionId, UserId } from '@mayago/kernel/ids.ts'
import { queryRow, toDate } from '@mayago/db/sql.ts'
import type { Ctx } from '../../context.ts'
import type { PlatformRole, SessionFacts } from '../actor.ts'

/** A live session as requests see it. */
export interface LiveSession {
  userId: UserId
  facts: SessionFacts
}

/** A fact may be this old; that a session ended is told at once. */
const FRESH_SECONDS = 30
/** Longer than an access token lives. */
const ENDED_SECONDS = 900
const ENDED = 'ended'

interface SessionRow {
  user_id: UserId
  acted_by: UserId | null
  signed_in_at: string
  second_factor_at: string | null
  role: PlatformRole
  email_verified_at: string | null
}

/** The session while it lasts, from the marks, else from PostgreSQL; null when it ended, ran out, or never was. */
export const findSession = async (ctx: Ctx, sessionId: SessionId): Promise<LiveSession | null> => {
  const mark = await ctx.ports.marks.get(keyOf(sessionId))
  if (mark !== null) return mark === ENDED ? null : (JSON.parse(mark) as LiveSession)
  const session = await readSession(ctx, sessionId)
  // Only added: who ended it in between has set the mark, and that stays.
  if (session !== null) await ctx.ports.marks.add(keyOf(sessionId), JSON.stringify(session), FRESH_SECONDS)
  return session
}

const readSession = async (ctx: Ctx, sessionId: SessionId): Promise<LiveSession | null> => {
  const row = await queryRow<SessionRow>(
    ctx.em,
    `select s.user_id, s.acted_by, s.signed_in_at, s.second_factor_at, u.role, u.email_verified_at
     from sessions s join users u on u.id = s.user_id
     where s.id = $1 and s.ended_at is null and s.expires_at > $2 and u.suspended_at is null and u.erased_at is null`,
    [sessionId, ctx.now],
  )
  return row && toLiveSession(sessionId, row)
}

const toLiveSession = (sessionId: SessionId, row: SessionRow): LiveSession => ({
  userId: row.user_id,
  facts: {
    sessionId,
    role: row.role,
    emailVerified: row.email_verified_at !== null,
    signedInAt: toDate(row.signed_in_at).toISOString(),
    secondFactor: row.second_factor_at !== null,
    actedBy: row.acted_by,
  },
})

/** Says at once, everywhere, that sessions ended. To be called after the commit that ended them. */
export const markEnded = async (ctx: Ctx, sessionIds: readonly SessionId[]): Promise<void> => {
  await Promise.all(sessionIds.map((id) => ctx.ports.marks.set(keyOf(id), ENDED, ENDED_SECONDS)))
}

/** Has what changed about sessions read anew. To be called after the commit that changed it; ended ones stay ended. */
export const refreshFacts = async (ctx: Ctx, sessionIds: readonly SessionId[]): Promise<void> => {
  for (const id of sessionIds) {
    const session = await readSession(ctx, id)
    if (session === null) await markEnded(ctx, [id])
    // Who ended it since it was read has set the mark, and that stays.
    else await ctx.ports.marks.setUnless(keyOf(id), JSON.stringify(session), FRESH_SECONDS, ENDED)
  }
}

const keyOf = (sessionId: SessionId): string => `session:${sessionId}`
