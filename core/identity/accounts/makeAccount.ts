import { newId, type UserId } from '@mayago/kernel/ids.ts'
import { joinByEmail } from '@mayago/db/queries/joinByEmail.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { recordAct } from '../../audit/index.ts'
import type { Ctx, Locale } from '../../context.ts'
import type { IssuerName } from '../../ports/issuers.ts'

/** Who another issuer says somebody is. */
export interface Identity {
  issuer: IssuerName
  subject: string
}

export interface NewAccount {
  email: string
  name: string
  locale: Locale
  /** Null for who signs in another way. */
  passwordHash: string | null
}

/**
 * Makes the account of who has proven this address, in the caller's transaction; null when the address has one. What
 * waited to be proven for the same address is nobody's any more. ACCOUNT-3.
 */
export const makeAccount = async (
  tx: Ctx,
  { email, name, locale, passwordHash }: NewAccount,
): Promise<UserId | null> => {
  const userId = newId<'user'>(tx.now.getTime()) as UserId
  const made = await queryRow(
    tx.em,
    `insert into users (id, email, name, locale, created_at, email_verified_at, password_hash, password_changed_at)
     values ($1, $2, $3, $4, $5, $5, $6, case when $6::text is null then null else $5::timestamptz end)
     on conflict (email) do nothing returning 1`,
    [userId, email, name, locale, tx.now, passwordHash],
  )
  if (made === null) return null
  await queryRows(tx.em, "delete from mail_links where purpose = 'register' and email = $1 and used_at is null", [
    email,
  ])
  await recordAct(tx, 'account.registered', `user:${userId}`)
  await joinWhatWasBooked(tx, userId, email)
  return userId
}

/** ACCOUNT-4: only a verified address joins what was booked with it. */
export const joinWhatWasBooked = async (tx: Ctx, userId: UserId, email: string): Promise<void> => {
  const guestId = 'guestId' in tx.actor ? tx.actor.guestId : null
  const { bookings, saved } = await joinByEmail(tx.em, { userId, email, guestId })
  if (bookings + saved > 0) await recordAct(tx, 'account.joined', `user:${userId}`, { bookings, saved })
}

/** Ties an issuer's identity to an account; false when it is tied to one already, or the account to another of theirs. */
export const tieIdentity = async (
  tx: Ctx,
  userId: UserId,
  { issuer, subject }: Identity,
  email: string | null,
): Promise<boolean> => {
  const tied = await queryRow(
    tx.em,
    `insert into social_identities (issuer, subject, user_id, email, linked_at, last_used_at)
     values ($1, $2, $3, $4, $5, $5) on conflict do nothing returning 1`,
    [issuer, subject, userId, email, tx.now],
  )
  if (tied === null) return false
  await recordAct(tx, 'identity.linked', `user:${userId}`, { issuer })
  return true
}
