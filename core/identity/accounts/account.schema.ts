import { z } from 'zod'
import { optional, personName, uuid } from '../../inputParts.ts'
import { listOrder } from '../../listOrder.ts'
import { emailInput } from '../emails/emailAddress.ts'
import { passwordInput } from '../passwords/password.rules.ts'

const locale = z.enum(['en', 'es'])
/** What a mail's link carries; anything else is a link that has expired. */
const linkToken = z.string().max(200)
/** E.164, however it was typed: spaces, dots, dashes and brackets are dropped. Empty is none. */
const phone = z
  .string()
  .max(40)
  .transform((text) => text.replace(/[\s().-]/g, ''))
  .pipe(z.string().regex(/^(\+[1-9]\d{6,14})?$/, 'must be an international number like +52 999 123 4567'))
  .transform((text) => (text === '' ? null : text))

export const registerInput = z.strictObject({
  name: personName,
  email: emailInput,
  password: passwordInput,
  locale: locale.optional(),
})
export type RegisterInput = z.infer<typeof registerInput>

export const verifyEmailInput = z.strictObject({
  token: linkToken,
  /** What registering answered, when it was this client; else the password tells that it was this person. */
  registration: z.string().max(200).optional(),
  password: optional(passwordInput),
})
export type VerifyEmailInput = z.infer<typeof verifyEmailInput>

export const mailLinkInput = z.strictObject({ token: linkToken })
export type MailLinkInput = z.infer<typeof mailLinkInput>

export const signInInput = z.strictObject({ email: emailInput, password: passwordInput })
export type SignInInput = z.infer<typeof signInInput>

/** What is shown beside the first factor; each method has parts of its own. */
export const completeSignInInput = z.strictObject({
  challenge: z.string().max(2000),
  proof: z.looseObject({ method: z.string().max(40) }),
})
export type CompleteSignInInput = z.infer<typeof completeSignInInput>

export const refreshInput = z.strictObject({ refreshToken: z.string().max(200) })
export type RefreshInput = z.infer<typeof refreshInput>

export const forgotPasswordInput = z.strictObject({ email: emailInput })
export type ForgotPasswordInput = z.infer<typeof forgotPasswordInput>

export const resetPasswordInput = z.strictObject({ token: linkToken, password: passwordInput })
export type ResetPasswordInput = z.infer<typeof resetPasswordInput>

export const changePasswordInput = z.strictObject({
  /** Not needed right after signing in, nor by who has none. */
  currentPassword: optional(passwordInput),
  newPassword: passwordInput,
})
export type ChangePasswordInput = z.infer<typeof changePasswordInput>

export const changeEmailInput = z.strictObject({ email: emailInput, password: optional(passwordInput) })
export type ChangeEmailInput = z.infer<typeof changeEmailInput>

export const changeProfileInput = z.strictObject({
  name: personName.optional(),
  locale: locale.optional(),
  phone: phone.nullable().optional(),
})
export type ChangeProfileInput = z.infer<typeof changeProfileInput>

export const confirmIdentityInput = z.strictObject({ password: passwordInput })
export type ConfirmIdentityInput = z.infer<typeof confirmIdentityInput>

export const eraseAccountInput = z.strictObject({ password: optional(passwordInput) })
export type EraseAccountInput = z.infer<typeof eraseAccountInput>

export const sessionOrder = listOrder({
  '-lastUsedAt': 'the one used last first',
  lastUsedAt: 'the longest unused first',
  '-createdAt': 'the latest sign-in first',
  createdAt: 'the earliest sign-in first',
})

export const listSessionsInput = z.strictObject({ sort: sessionOrder.input })
export type ListSessionsInput = z.infer<typeof listSessionsInput>

export const sessionIdInput = z.strictObject({ sessionId: uuid })
export type SessionIdInput = z.infer<typeof sessionIdInput>

export const noInput = z.strictObject({})
