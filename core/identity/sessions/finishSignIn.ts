import { refuse } from '@mayago/kernel/errors.ts'
import type { UserId } from '@mayago/kernel/ids.ts'
import { LOCK_USER } from '@mayago/db/locks.ts'
import { joinByEmail } from '@mayago/db/queries/joinByEmail.ts'
import { queryRow, toDate } from '@mayago/db/sql.ts'
import { recordAct } from '../../audit/index.ts'
import { inTransaction, type Ctx } from '../../context.ts'
import { listMethods } from '../factors/listMethods.ts'
import { signChallenge } from './challenge.ts'
import { describeDevice } from './describeDevice.ts'
import { openSession, toSignedIn, type Channel, type SignedIn } from './openSession.ts'

export interface Proven {
  userId: UserId
  channel: Channel
  /** When the first factor was shown: a password changed since makes it worthless. */
  provenAt: Date
  /** Whether a second factor was shown too, or the first one counts as two, as a passkey does. */
  secondFactor: boolean
}

/**
 * Opens a session for who has shown who they are, however they did. Throws `second_factor_required`, with a challenge,
 * when the account has a second factor that was not shown; `account_suspended`; `wrong_credentials` when what was shown
 * is no longer good. SESSION-1.
 */
export const finishSignIn = async (ctx: Ctx, proven: Proven): Promise<SignedIn> => {
  const { userId, channel, secondFactor } = proven
  if (!secondFactor) {
    const methods = await listMethods(ctx, userId)
    if (methods.length > 0)
      throw refuse('second_factor_required', { methods, challenge: await signChallenge(ctx, proven) })
  }
  const opened = await inTransaction(ctx, async (tx) => {
    await queryRow(tx.em, LOCK_USER, [userId])
    await assertStillGood(tx, proven)
    await join(tx, userId)
    const isNew = await isNewDevice(tx, userId)
    const opened = await openSession(tx, { userId, channel, secondFactor })
    await recordAct(tx, 'account.signedIn', `user:${userId}`, { sessionId: opened.sessionId, channel, secondFactor })
    if (isNew) await tx.services.jobs.enqueue(tx.em, 'account.sendNewDevice', { sessionId: opened.sessionId })
    return opened
  })
  return toSignedIn(ctx, opened)
}

const assertStillGood = async (tx: Ctx, { userId, provenAt }: Proven): Promise<void> => {
  const row = await queryRow<{ suspended: boolean; erased: boolean; password_changed_at: string | null }>(
    tx.em,
    `select suspended_at is not null as suspended, erased_at is not null as erased, password_changed_at
     from users where id = $1`,
    [userId],
  )
  if (row === null || row.erased) throw refuse('wrong_credentials', {})
  if (row.suspended) throw refuse('account_suspended', {})
  if (row.password_changed_at !== null && toDate(row.password_changed_at) > provenAt)
    throw refuse('wrong_credentials', {})
}

/** ACCOUNT-4: what was booked while signed out joins with the next sign-in, where the address is proven. */
const join = async (tx: Ctx, userId: UserId): Promise<void> => {
  const guestId = 'guestId' in tx.actor ? tx.actor.guestId : null
  const row = await queryRow<{ email: string }>(
    tx.em,
    'select email from users where id = $1 and email_verified_at is not null',
    [userId],
  )
  if (row === null) return
  const { bookings, saved } = await joinByEmail(tx.em, { userId, email: row.email, guestId })
  if (bookings + saved > 0) await recordAct(tx, 'account.joined', `user:${userId}`, { bookings, saved })
}

/** A first device is expected; another than those we know is told to the person. */
const isNewDevice = async (tx: Ctx, userId: UserId): Promise<boolean> => {
  const row = await queryRow<{ known: boolean; any: boolean }>(
    tx.em,
    `select coalesce(bool_or(device = $2), false) as known, count(*) > 0 as any
     from sessions where user_id = $1 and acted_by is null`,
    [userId, describeDevice(tx.userAgent)],
  )
  return row !== null && row.any && !row.known
}
