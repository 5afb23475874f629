import { z } from 'zod'
import { count, idView, instantView } from '../../viewParts.ts'
import type { SignedIn } from '../sessions/openSession.ts'

/** The same for every address, known or not. */
export const mailedView = z.object({ sentTo: z.string().meta({ description: 'The address as it was understood.' }) })
export type MailedView = z.infer<typeof mailedView>

export const registeredView = mailedView.extend({
  registration: z.string().meta({
    description: 'A secret: sent along with the token from the mail, it tells that the same client registered.',
  }),
})
export type RegisteredView = z.infer<typeof registeredView>

export const tokensView = z
  .object({
    tokenType: z.literal('Bearer'),
    accessToken: z.string().meta({ description: 'For `Authorization: Bearer …`.' }),
    accessExpiresAt: instantView,
    refreshToken: z.string().meta({ description: 'Good for one exchange, after which the answer names the next.' }),
    refreshExpiresAt: instantView,
  })
  .meta({ id: 'Tokens' })
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

export const mailLinkView = z.object({ purpose: linkPurpose, email: z.string(), expiresAt: instantView })
export type MailLinkView = z.infer<typeof mailLinkView>

/** What opening a registration's link answers: the account's first session. */
export const verifiedView = z.object({
  purpose: linkPurpose,
  email: z.string(),
  tokens: tokensView
    .nullable()
    .meta({ description: 'The first session of a new account; null for one that was there.' }),
})
export type VerifiedView = z.infer<typeof verifiedView>

/** A new password's answer: whose it is. Signing in with it is another request. */
export const passwordSetView = z.object({ email: z.string() })
export type PasswordSetView = z.infer<typeof passwordSetView>

export const accountView = z
  .object({
    id: idView,
    email: z.string(),
    emailVerified: z.boolean(),
    name: z.string(),
    locale: z.enum(['en', 'es']),
    phone: z.string().nullable().meta({ description: 'E.164.' }),
    role: z.enum(['traveler', 'support', 'admin']),
    hasPassword: z.boolean(),
    secondFactors: z.array(z.enum(['totp', 'passkey', 'sms', 'recovery_code'])),
    createdAt: instantView,
  })
  .meta({ id: 'Account' })
export type AccountView = z.infer<typeof accountView>

export const sessionView = z
  .object({
    id: idView,
    device: z.string().meta({ description: '"Firefox · Linux", as far as the client told; empty when it did not.' }),
    channel: z.enum(['browser', 'api']),
    address: z.string().nullable(),
    createdAt: instantView,
    lastUsedAt: instantView,
    secondFactor: z.boolean().meta({ description: 'Whether it was opened or confirmed by one.' }),
    current: z.boolean().meta({ description: 'The one that asks.' }),
  })
  .meta({ id: 'Session' })
export type SessionView = z.infer<typeof sessionView>
export const sessionsView = z.object({ items: z.array(sessionView) })
export type SessionsView = z.infer<typeof sessionsView>

export const sessionsEndedView = z.object({ ended: count.meta({ description: 'How many.' }) })
export type SessionsEndedView = z.infer<typeof sessionsEndedView>

const part = z.array(z.looseObject({}))
/** Everything about one person: parts by name, each as complete as we have it. */
export const exportView = z
  .object({
    exportedAt: instantView,
    account: z.looseObject({ email: z.string() }),
    sessions: part,
    signInWith: part,
    passkeys: part,
    authenticatorApp: part,
    textMessages: part,
    bookings: part,
    reviews: part,
    saved: part,
    worksFor: part,
    apiKeys: part,
    webhooks: part,
    acts: part,
  })
  .meta({ id: 'PersonalData' })
export type ExportView = z.infer<typeof exportView>
