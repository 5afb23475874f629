import { newId, type SessionId, type UserId } from '@mayago/kernel/ids.ts'
import { addMinutes } from '@mayago/kernel/time.ts'
import { queryRows } from '@mayago/db/sql.ts'
import type { Ctx } from '../../context.ts'
import { signAccessToken } from '../tokens/accessToken.ts'
import { digest, newSecret } from '../tokens/secretToken.ts'
import { describeDevice } from './describeDevice.ts'

/** A browser holds its tokens in cookies, an API client in its memory. */
export type Channel = 'browser' | 'api'

/** A session with the tokens that prove it. They are told here and never again. */
export interface SignedIn extends OpenedSession {
  accessToken: string
  accessExpiresAt: string
}

/** A session as its transaction leaves it. */
export interface OpenedSession {
  userId: UserId
  sessionId: SessionId
  refreshToken: string
  refreshExpiresAt: string
}

export interface OpenedFor {
  userId: UserId
  channel: Channel
  /** Whether a second factor was shown. */
  secondFactor: boolean
  /** The admin who acts as this user. */
  actedBy?: UserId
}

const DAY = 1440
/** Unused this long, a session is over. */
const IDLE_DAYS = 30
/** And after this, however much it is used. */
const LONGEST_DAYS = 90

/** Until when a session lasts that is used now; one in which an admin acts as somebody is short, used or not. ADMIN-4. */
export const lastsUntil = (
  { now, services }: Pick<Ctx, 'now' | 'services'>,
  { createdAt, isActed }: { createdAt: Date; isActed: boolean },
): Date => {
  if (isActed) return addMinutes(createdAt, services.settings.actingMinutes)
  const [idle, longest] = [addMinutes(now, IDLE_DAYS * DAY), addMinutes(createdAt, LONGEST_DAYS * DAY)]
  return idle < longest ? idle : longest
}

/**
 * Opens a session in the caller's transaction. Whoever calls this has seen what proves the person, and calls
 * `toSignedIn` after the commit.
 */
export const openSession = async (tx: Ctx, opened: OpenedFor): Promise<OpenedSession> => {
  const { userId, channel, secondFactor, actedBy } = opened
  const sessionId = newId<'session'>(tx.now.getTime()) as SessionId
  const expiresAt = lastsUntil(tx, { createdAt: tx.now, isActed: actedBy !== undefined })
  await queryRows(
    tx.em,
    `insert into sessions (id, user_id, acted_by, channel, device, address, created_at, signed_in_at, second_factor_at,
       last_used_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $7, $9)`,
    [
      sessionId,
      userId,
      actedBy ?? null,
      channel,
      describeDevice(tx.userAgent),
      tx.address,
      tx.now,
      secondFactor ? tx.now : null,
      expiresAt,
    ],
  )
  const refreshToken = await issueRefreshToken(tx, sessionId)
  return { userId, sessionId, refreshToken, refreshExpiresAt: expiresAt.toISOString() }
}

/** Adds the access token, once the session's transaction has committed: signing may have to read or make a key. */
export const toSignedIn = async (ctx: Ctx, opened: OpenedSession): Promise<SignedIn> => {
  const { token, expiresAt } = await signAccessToken(ctx, opened.userId, opened.sessionId)
  return { ...opened, accessToken: token, accessExpiresAt: expiresAt.toISOString() }
}

/** The next token of a session's family. */
export const issueRefreshToken = async (tx: Ctx, sessionId: SessionId): Promise<string> => {
  const token = newSecret()
  await queryRows(tx.em, 'insert into refresh_tokens (hash, session_id, issued_at) values ($1, $2, $3)', [
    digest(token),
    sessionId,
    tx.now,
  ])
  return token
}
