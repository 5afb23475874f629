import { isRefusal, refuse } from '@mayago/kernel/errors.ts'
import type { UserId } from '@mayago/kernel/ids.ts'
import { LOCK_EMAIL, LOCK_USER } from '@mayago/db/locks.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { inTransaction, type Ctx } from '../../context.ts'
import { personName } from '../../inputParts.ts'
import type { IssuerClaims, IssuerName } from '../../ports/issuers.ts'
import { assertCan } from '../access.ts'
import { makeAccount, tieIdentity, type Identity } from '../accounts/makeAccount.ts'
import { registerIdentity } from '../accounts/registerIdentity.ts'
import { normalizeEmail } from '../emails/emailAddress.ts'
import { finishSignIn, type Proven } from '../sessions/finishSignIn.ts'
import type { Channel, SignedIn } from '../sessions/openSession.ts'
import { takeAttempt } from './attempt.ts'
import { portOf, returnUrl } from './beginIssuerSignIn.ts'
import { connectIdentity } from './connectIdentity.ts'

/** How it ended, when nothing was refused; each leads to another page. */
export type IssuerOutcome =
  | { kind: 'signedIn'; signedIn: SignedIn; returnTo: string }
  /** The account asks for a second factor first. */
  | { kind: 'secondFactor'; challenge: string; returnTo: string }
  | { kind: 'connected'; returnTo: string }
  /** The identity belongs to another account, or this account has another one there. */
  | { kind: 'taken'; returnTo: string }
  /** A mail tells what to do next: the same for every address, known or not. */
  | { kind: 'mailed'; sentTo: string; registration: string }
  /** The issuer told no address, and without one there is no account. */
  | { kind: 'noEmail'; issuer: IssuerName }
  | { kind: 'saidNo'; returnTo: string; connecting: boolean }

export interface IssuerAnswer {
  issuer: IssuerName
  /** From the cookie of the browser that began. */
  ticket: string
  /** What the issuer put behind our address, with its question mark. */
  search: string
  channel: Channel
}

/**
 * Takes the browser back from an issuer. Who is known signs in; who proves an address that is free has an account from
 * now on; an account with the same verified address is joined only where the issuer runs that mailbox; everybody else
 * is mailed. Throws `link_expired`, `token_invalid`, `issuer_unavailable`, `account_suspended`. FEDERATION-1 to 6.
 */
export const finishIssuerSignIn = async (ctx: Ctx, answer: IssuerAnswer): Promise<IssuerOutcome> => {
  assertCan(ctx, 'account.signIn')
  const { issuer, ticket, search, channel } = answer
  const returnedTo = new URL(returnUrl(ctx, issuer) + search)
  const { remembered, returnTo, connectTo } = await takeAttempt(
    ctx,
    ticket,
    issuer,
    returnedTo.searchParams.get('state'),
  )
  const claims = await portOf(ctx, issuer).finish(returnedTo, remembered)
  if (claims === null) return { kind: 'saidNo', returnTo, connecting: connectTo !== null }
  const identity = { issuer, subject: claims.subject }
  const email = claims.email === null ? null : normalizeEmail(claims.email)
  if (connectTo !== null)
    return { kind: (await connectIdentity(ctx, connectTo, identity, email)) ? 'connected' : 'taken', returnTo }
  const userId = (await useIdentity(ctx, identity)) ?? (email && (await findOrMake(ctx, identity, email, claims)))
  if (userId) {
    return enter(ctx, { userId: userId as UserId, channel, provenAt: ctx.now, secondFactor: false }, returnTo)
  }
  if (!email) return { kind: 'noEmail', issuer }
  return { kind: 'mailed', ...(await registerIdentity(ctx, { identity, email, name: nameOf(claims, email) })) }
}

/** FEDERATION-6. Where to go afterwards is not lost on the way over the second factor. */
const enter = async (ctx: Ctx, proven: Proven, returnTo: string): Promise<IssuerOutcome> => {
  try {
    return { kind: 'signedIn', signedIn: await finishSignIn(ctx, proven), returnTo }
  } catch (error) {
    if (!isRefusal(error, 'second_factor_required')) throw error
    return { kind: 'secondFactor', challenge: error.data.challenge, returnTo }
  }
}

/** The account an identity is tied to. FEDERATION-3: the issuer's subject alone says who it is. */
const useIdentity = async (ctx: Ctx, { issuer, subject }: Identity): Promise<UserId | null> => {
  const [row] = await queryRows<{ user_id: UserId }>(
    ctx.em,
    `update social_identities set last_used_at = $3 where issuer = $1 and subject = $2 returning user_id`,
    [issuer, subject, ctx.now],
  )
  return row?.user_id ?? null
}

/** FEDERATION-4, FEDERATION-5: null where the issuer's word about the address is not enough. */
const findOrMake = (ctx: Ctx, identity: Identity, email: string, claims: IssuerClaims): Promise<UserId | null> =>
  inTransaction(ctx, async (tx) => {
    if (claims.emailProof === 'none') return null
    await queryRow(tx.em, LOCK_EMAIL, [email])
    const name = nameOf(claims, email)
    const made = await makeAccount(tx, { email, name, locale: tx.locale, passwordHash: null })
    if (made !== null) {
      // Somebody finished with the same identity a moment ago: with it, this account would have no way in.
      if (!(await tieIdentity(tx, made, identity, email))) throw refuse('link_expired', {})
      return made
    }
    if (claims.emailProof !== 'hosted') return null
    const account = await queryRow<{ id: UserId }>(
      tx.em,
      `select id from users where email = $1 and email_verified_at is not null and erased_at is null`,
      [email],
    )
    if (account === null) return null
    await queryRow(tx.em, LOCK_USER, [account.id])
    if (!(await tieIdentity(tx, account.id, identity, email))) return null
    await tx.services.jobs.enqueue(tx.em, 'account.sendConnected', { userId: account.id, issuer: identity.issuer })
    return account.id
  })

/** What the issuer calls them where that is a name, else what stands before the @. */
const nameOf = ({ name }: IssuerClaims, email: string): string => {
  const parsed = personName.safeParse(name)
  return parsed.success ? parsed.data : (email.split('@')[0] as string)
}
