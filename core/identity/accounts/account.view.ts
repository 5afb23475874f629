import { z } from 'zod'
import type { SignedIn } from '../sessions/openSession.ts'

/** The same for every address, known or not. */
export const mailedView = z.object({ sentTo: z.string() })
export type MailedView = z.infer<typeof mailedView>

export const registeredView = mailedView.extend({
  /** Sent along with the mail's token, it tells that the same client registered. */
  registration: z.string(),
})
export type RegisteredView = z.infer<typeof registeredView>

export const tokensView = z.object({
  tokenType: z.literal('Bearer'),
  accessToken: z.string(),
  accessExpiresAt: z.iso.datetime(),
  refreshToken: z.string(),
  refreshExpiresAt: z.iso.datetime(),
})
export type TokensView = z.infer<typeof tokensView>

/** A session's tokens as an API client is told them, once. */
export const toTokensView = (signedIn: SignedIn): TokensView => ({
  tokenType: 'Bearer',
  accessToken: signedIn.accessToken,
  accessExpiresAt: signedIn.accessExpiresAt,
  refreshToken: signedIn.refreshToken,
  refreshExpiresAt: signedIn.refreshExpiresAt,
})

export const linkPurpose = z.enum(['register', 'verify', 'reset', 'change_email'])
export type LinkPurpose = z.infer<typeof linkPurpose>

export const mailLinkView = z.object({ purpose: linkPurpose, email: z.string(), expiresAt: z.iso.datetime() })
export type MailLinkView = z.infer<typeof mailLinkView>

/** What opening a registration's link answers: the account's first session. */
export const verifiedView = z.object({
  purpose: linkPurpose,
  email: z.string(),
  tokens: tokensView.nullable(),
})
export type VerifiedView = z.infer<typeof verifiedView>

export const accountView = z.object({
  id: z.uuid(),
  email: z.string(),
  emailVerified: z.boolean(),
  name: z.string(),
  locale: z.enum(['en', 'es']),
  phone: z.string().nullable(),
  role: z.enum(['traveler', 'support', 'admin']),
  hasPassword: z.boolean(),
  secondFactors: z.array(z.enum(['totp', 'passkey', 'sms', 'recovery_code'])),
  createdAt: z.iso.datetime(),
})
export type AccountView = z.infer<typeof accountView>

export const sessionView = z.object({
  id: z.uuid(),
  /** "Firefox · Linux", as far as the client told; empty when it didn't. */
  device: z.string(),
  channel: z.enum(['browser', 'api']),
  address: z.string().nullable(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime(),
  secondFactor: z.boolean(),
  /** The one that asks. */
  current: z.boolean(),
})
export type SessionView = z.infer<typeof sessionView>
export const sessionsView = z.object({ items: z.array(sessionView) })

/** Everything about one person: parts by name, each as complete as we have it. */
export const exportView = z.looseObject({ exportedAt: z.iso.datetime() })
export type ExportView = z.infer<typeof exportView>

export const doneView = z.object({})
