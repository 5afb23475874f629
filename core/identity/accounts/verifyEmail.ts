import { timingSafeEqual } from 'node:crypto'
import { refuse } from '@mayago/kernel/errors.ts'
import type { UserId } from '@mayago/kernel/ids.ts'
import { LOCK_EMAIL, LOCK_USER } from '@mayago/db/locks.ts'
import { queryRow } from '@mayago/db/sql.ts'
import { recordAct } from '../../audit/index.ts'
import { inTransaction, type Ctx } from '../../context.ts'
import { assertCan } from '../access.ts'
import { canBePassword } from '../passwords/password.rules.ts'
import { openSession, toSignedIn, type Channel, type OpenedSession, type SignedIn } from '../sessions/openSession.ts'
import { refreshFacts } from '../sessions/sessionState.ts'
import { digest } from '../tokens/secretToken.ts'
import type { VerifyEmailInput } from './account.schema.ts'
import { toTokensView, type LinkPurpose, type VerifiedView } from './account.view.ts'
import { getMailLink, takeMailLink, type MailLink, type Pending } from './mailLinks.ts'
import { liveSessionIds } from './liveSessionIds.ts'
import { joinWhatWasBooked, makeAccount, tieIdentity } from './makeAccount.ts'

export interface Verified {
  purpose: LinkPurpose
  email: string
  /** Null when the link proved an address of an account that exists: that opens no session. */
  signedIn: SignedIn | null
}

export const toVerifiedView = ({ purpose, email, signedIn }: Verified): VerifiedView => ({
  purpose,
  email,
  tokens: signedIn && toTokensView(signedIn),
})

const PURPOSES = ['register', 'verify', 'change_email'] as const

/**
 * Takes a mail's link as proof of its address: makes the registered account and signs it in, or verifies or changes the
 * address of one. What was booked with that address joins it. ACCOUNT-1, ACCOUNT-3, ACCOUNT-4.
 */
export const verifyEmail = async (ctx: Ctx, input: VerifyEmailInput & { channel: Channel }): Promise<Verified> => {
  assertCan(ctx, 'account.register')
  const { pending, email, userId: owner } = await getMailLink(ctx, input.token, PURPOSES)
  if (pending !== null) await assertRegistered(ctx, pending, input)
  const { link, opened, userId } = await inTransaction(ctx, async (tx) => {
    // Address and account before the link: two links to one of them would wait for each other.
    await queryRow(tx.em, LOCK_EMAIL, [email])
    if (owner !== null) await queryRow(tx.em, LOCK_USER, [owner])
    const link = await takeMailLink(tx, input.token, PURPOSES)
    if (link.pending !== null) return { link, ...(await openAccount(tx, link, link.pending, input.channel)) }
    return { link, opened: null, userId: await proveAddress(tx, link) }
  })
  if (opened === null) await refreshFacts(ctx, await liveSessionIds(ctx, userId))
  return {
    purpose: link.purpose,
    email: link.email,
    signedIn: opened && (await toSignedIn(ctx, opened)),
  }
}

/** A link that somebody else's registration sent to this mailbox makes no account with their password. ACCOUNT-3. */
const assertRegistered = async (ctx: Ctx, pending: Pending, { registration, password }: VerifyEmailInput) => {
  if (registration !== undefined && isSame(digest(registration).toString('base64url'), pending.registrationHash)) return
  const isTheirs =
    password !== undefined &&
    canBePassword(password) &&
    (await ctx.services.passwords.verify(pending.passwordHash, password))
  if (!isTheirs) throw refuse('wrong_credentials', {})
}

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

const openAccount = async (
  tx: Ctx,
  { email }: MailLink,
  { name, locale, passwordHash, identity }: Pending,
  channel: Channel,
): Promise<{ opened: OpenedSession; userId: UserId }> => {
  const userId = await makeAccount(tx, { email, name, locale, passwordHash })
  // Another registration of the address was verified first, or the issuer's identity has an account by now.
  if (userId === null) throw refuse('link_expired', {})
  if (identity && !(await tieIdentity(tx, userId, identity, email))) throw refuse('link_expired', {})
  return { opened: await openSession(tx, { userId, channel, secondFactor: false }), userId }
}

const proveAddress = async (tx: Ctx, { purpose, userId, email }: MailLink): Promise<UserId> => {
  const taken = await queryRow(tx.em, 'select 1 from users where email = $1 and id <> $2', [email, userId])
  const proven = taken
    ? null
    : await queryRow<{ id: UserId }>(
        tx.em,
        `update users set email = $2, email_verified_at = $3
         where id = $1 and erased_at is null and ($4 = 'change_email' or email = $2) returning id`,
        [userId, email, tx.now, purpose],
      )
  if (proven === null) throw refuse('link_expired', {})
  await recordAct(tx, purpose === 'verify' ? 'account.verified' : 'account.emailChanged', `user:${proven.id}`)
  await joinWhatWasBooked(tx, proven.id, email)
  return proven.id
}
