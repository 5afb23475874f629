import { refuse } from '@mayago/kernel/errors.ts'
import type { SessionId, UserId } from '@mayago/kernel/ids.ts'
import { FOR_UPDATE_OF_SESSION } from '@mayago/db/locks.ts'
import { queryRow, queryRows, toDate } from '@mayago/db/sql.ts'
import { recordAct } from '../../audit/index.ts'
import { inTransaction, type Ctx } from '../../context.ts'
import { placeOf } from '../sealedFields.ts'
import { assertCan } from '../access.ts'
import { hashSecret } from '../tokens/secretToken.ts'
import { endSessions, type EndReason } from './endSessions.ts'
import {
  issueRefreshToken,
  lastsUntil,
  toSignedIn,
  type Channel,
  type OpenedSession,
  type SignedIn,
} from './openSession.ts'
import { markEnded } from './sessionState.ts'

interface PresentedRow {
  session_id: SessionId
  user_id: UserId
  channel: Channel
  is_acted: boolean
  created_at: string
  expires_at: string
  ended: boolean
  used_at: string | null
  successor_sealed: string | null
}

/** Two tabs of a browser may come with the same token; the second within this time is given what the first got. */
const GRACE_MS = 10_000

type Outcome = { kind: 'refreshed'; opened: OpenedSession } | { kind: 'refused'; ended: readonly SessionId[] }

/**
 * Exchanges a refresh token for its successor and a fresh access token, once. One that was used before was copied: its
 * whole session ends at once, live sockets too. Throws `token_invalid`. TOKEN-3, TOKEN-4.
 */
export const refreshSession = async (
  ctx: Ctx,
  { refreshToken, channel }: { refreshToken: string; channel: Channel },
): Promise<SignedIn> => {
  assertCan(ctx, 'account.signIn')
  const hash = hashSecret(refreshToken)
  if (hash === null) throw refuse('token_invalid', {})
  // What must be kept although it refuses is no throw inside the transaction.
  const outcome = await inTransaction(ctx, (tx) => present(tx, hash, channel))
  if (outcome.kind === 'refreshed') return toSignedIn(ctx, outcome.opened)
  await markEnded(ctx, outcome.ended)
  throw refuse('token_invalid', {})
}

const present = async (tx: Ctx, hash: Buffer, channel: Channel): Promise<Outcome> => {
  const row = await queryRow<PresentedRow>(
    tx.em,
    `select s.id as session_id, s.user_id, s.channel, s.acted_by is not null as is_acted, s.created_at, s.expires_at, s.ended_at is not null as ended
     from refresh_tokens r join sessions s on s.id = r.session_id where r.hash = $1 ${FOR_UPDATE_OF_SESSION}`,
    [hash],
  )
  if (row === null || row.ended || row.channel !== channel) return { kind: 'refused', ended: [] }
  if (toDate(row.expires_at) <= tx.now) return end(tx, row, 'expired')
  // Read after the lock: what another did while this waited is seen.
  const token = await queryRow<Pick<PresentedRow, 'used_at' | 'successor_sealed'>>(
    tx.em,
    'select used_at, successor_sealed from refresh_tokens where hash = $1',
    [hash],
  )
  if (token === null) return { kind: 'refused', ended: [] }
  if (token.used_at === null) return { kind: 'refreshed', opened: await rotate(tx, row, hash) }
  const age = tx.now.getTime() - toDate(token.used_at).getTime()
  if (token.successor_sealed !== null && age <= GRACE_MS) {
    const successor = tx.services.sealer.open(successorPlace(row), token.successor_sealed)
    return { kind: 'refreshed', opened: toOpened(row, successor, toDate(row.expires_at)) }
  }
  return end(tx, row, 'token_reused')
}

const rotate = async (tx: Ctx, row: PresentedRow, hash: Buffer): Promise<OpenedSession> => {
  await queryRows(
    tx.em,
    `update refresh_tokens set used_at = coalesce(used_at, $2), successor_sealed = null
     where session_id = $1 and (hash = $3 or successor_sealed is not null)`,
    [row.session_id, tx.now, hash],
  )
  const successor = await issueRefreshToken(tx, row.session_id)
  if (row.channel === 'browser')
    await queryRows(tx.em, 'update refresh_tokens set successor_sealed = $2 where hash = $1', [
      hash,
      tx.services.sealer.seal(successorPlace(row), successor),
    ])
  const expiresAt = lastsUntil(tx, { createdAt: toDate(row.created_at), isActed: row.is_acted })
  await queryRows(
    tx.em,
    'update sessions set last_used_at = $2, expires_at = $3, address = coalesce($4, address) where id = $1',
    [row.session_id, tx.now, expiresAt, tx.address],
  )
  return toOpened(row, successor, expiresAt)
}

const end = async (tx: Ctx, row: PresentedRow, reason: EndReason): Promise<Outcome> => {
  const ended = await endSessions(tx, { userId: row.user_id, only: row.session_id }, reason)
  if (reason === 'token_reused') await recordAct(tx, 'session.reuseFound', `session:${row.session_id}`)
  return { kind: 'refused', ended }
}

const toOpened = (row: PresentedRow, refreshToken: string, expiresAt: Date): OpenedSession => ({
  userId: row.user_id,
  sessionId: row.session_id,
  refreshToken,
  refreshExpiresAt: expiresAt.toISOString(),
})

/** One token of a session at a time has a successor that can be opened. */
const successorPlace = (row: PresentedRow): string => placeOf('refresh_tokens', 'successor_sealed', row.session_id)
