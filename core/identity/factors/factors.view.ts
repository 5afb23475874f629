import { z } from 'zod'

export const passkeyView = z.object({
  id: z.string(),
  name: z.string(),
  backedUp: z.boolean(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
})
export type PasskeyView = z.output<typeof passkeyView>

/** What proves a person beside their password; no secret, and of a phone its last two digits. */
export const factorsView = z.object({
  totp: z.object({ addedAt: z.iso.datetime() }).nullable(),
  passkeys: z.array(passkeyView),
  sms: z.object({ phoneEnd: z.string(), addedAt: z.iso.datetime() }).nullable(),
  recoveryCodesLeft: z.int(),
  /** Whether this account may not be without a factor. */
  required: z.boolean(),
})
export type FactorsView = z.output<typeof factorsView>

export const totpStartView = z.object({
  /** `otpauth://…`, what the code shows. */
  uri: z.string(),
  /** The same secret in Base32, to type in. */
  key: z.string(),
  /** The code as an SVG picture. */
  qr: z.string(),
})
export type TotpStartView = z.output<typeof totpStartView>

/** The first factor brings recovery codes: they are told once, here. */
export const factorAddedView = z.object({ recoveryCodes: z.array(z.string()).nullable() })
export type FactorAddedView = z.output<typeof factorAddedView>

export const recoveryCodesView = z.object({ recoveryCodes: z.array(z.string()) })
export type RecoveryCodesView = z.output<typeof recoveryCodesView>

export const smsSentView = z.object({ phoneEnd: z.string(), expiresAt: z.iso.datetime(), againAt: z.iso.datetime() })
export type SmsSentView = z.output<typeof smsSentView>

/** What `navigator.credentials.create()` takes, as JSON (WebAuthn §5.1.9); browsers read it whole. */
export const passkeyCreationView = z.looseObject({ challenge: z.string(), rp: z.looseObject({ name: z.string() }) })
/** What `navigator.credentials.get()` takes, as JSON (WebAuthn §5.1.10). */
export const passkeyRequestView = z.looseObject({ challenge: z.string() })

export const secondStepView = z.object({
  methods: z.array(z.enum(['totp', 'passkey', 'sms', 'recovery_code'])),
  phoneEnd: z.string().nullable(),
})
export type SecondStepView = z.output<typeof secondStepView>
