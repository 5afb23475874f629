import { refuse } from '@mayago/kernel/errors.ts'
import { addMinutes } from '@mayago/kernel/time.ts'
import { FOR_UPDATE_OF_LINK } from '@mayago/db/locks.ts'
import { queryRow, queryRows, toDate } from '@mayago/db/sql.ts'
import type { Ctx, Locale } from '../../context.ts'
import { digest, hashSecret, newSecret } from '../tokens/secretToken.ts'
import type { MailLinkInput } from './account.schema.ts'
import type { LinkPurpose, MailLinkView } from './account.view.ts'
import type { Identity } from './makeAccount.ts'

/** A registration that waits for its address to be proven. */
export interface Pending {
  name: string
  locale: Locale
  /** Null for who signs in by another issuer. */
  passwordHash: string | null
  identity?: Identity
  /** SHA-256 of what the registering client was given, in base64url. */
  registrationHash: string
}

export type NewLink =
  | { purpose: 'register'; email: string; pending: Pending }
  | { purpose: 'verify' | 'reset' | 'change_email'; email: string; userId: string }

export interface MailLink {
  hash: Buffer
  purpose: LinkPurpose
  userId: string | null
  email: string
  pending: Pending | null
  expiresAt: Date
}

const MINUTES: Record<LinkPurpose, number> = { register: 1440, verify: 1440, reset: 60, change_email: 1440 }

/** Makes a link and answers its token, which is told to nobody but the mailbox: it is kept hashed. */
export const issueMailLink = async (ctx: Ctx, link: NewLink): Promise<string> => {
  const token = newSecret()
  await queryRows(
    ctx.em,
    `insert into mail_links (hash, purpose, user_id, email, pending, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      digest(token),
      link.purpose,
      link.purpose === 'register' ? null : link.userId,
      link.email,
      link.purpose === 'register' ? JSON.stringify(link.pending) : null,
      ctx.now,
      addMinutes(ctx.now, MINUTES[link.purpose]),
    ],
  )
  return token
}

interface LinkRow {
  hash: Buffer
  purpose: LinkPurpose
  user_id: string | null
  email: string
  pending: Pending | null
  expires_at: string
}

/** The unused link of this token and one of these purposes. Throws `link_expired` for all else. */
export const getMailLink = (ctx: Ctx, token: string, purposes: readonly LinkPurpose[]): Promise<MailLink> =>
  readLink(ctx, token, purposes, '')

/** The same, locked and used up in the caller's transaction: of two who press at once, one gets it. */
export const takeMailLink = async (tx: Ctx, token: string, purposes: readonly LinkPurpose[]): Promise<MailLink> => {
  const link = await readLink(tx, token, purposes, FOR_UPDATE_OF_LINK)
  await queryRows(tx.em, 'update mail_links set used_at = $2 where hash = $1', [link.hash, tx.now])
  return link
}

const readLink = async (ctx: Ctx, token: string, purposes: readonly LinkPurpose[], lock: string): Promise<MailLink> => {
  const hash = hashSecret(token)
  const row =
    hash &&
    (await queryRow<LinkRow>(
      ctx.em,
      `select l.hash, l.purpose, l.user_id, l.email, l.pending, l.expires_at from mail_links l
       where l.hash = $1 and l.used_at is null and l.expires_at > $2 and l.purpose = any($3::text[]) ${lock}`,
      [hash, ctx.now, purposes],
    ))
  if (!row) throw refuse('link_expired', {})
  const { purpose, user_id: userId, email, pending } = row
  return { hash: row.hash, purpose, userId, email, pending, expiresAt: toDate(row.expires_at) }
}

/** What a mail's link is for, for the page that asks to confirm it. Looking uses nothing up: mail scanners look. */
export const findMailLink = async (ctx: Ctx, { token }: MailLinkInput): Promise<MailLinkView> => {
  const { purpose, email, expiresAt } = await getMailLink(ctx, token, ['register', 'verify', 'reset', 'change_email'])
  return { purpose, email, expiresAt: expiresAt.toISOString() }
}
