import { z } from 'zod'
import { count, instantView } from '../../viewParts.ts'

export const passkeyView = z
  .object({
    id: z.string(),
    name: z.string(),
    backedUp: z
      .boolean()
      .meta({ description: 'Whether its maker keeps a copy, so that a lost device is not the end.' }),
    createdAt: instantView,
    lastUsedAt: instantView.nullable(),
  })
  .meta({ id: 'Passkey' })
export type PasskeyView = z.output<typeof passkeyView>

/** What proves a person beside their password; no secret, and of a phone its last two digits. */
export const factorsView = z
  .object({
    totp: z.object({ addedAt: instantView }).nullable(),
    passkeys: z.array(passkeyView),
    sms: z.object({ phoneEnd: z.string(), addedAt: instantView }).nullable(),
    recoveryCodesLeft: count,
    required: z.boolean().meta({ description: 'Whether this account may not be without one.' }),
  })
  .meta({ id: 'Factors' })
export type FactorsView = z.output<typeof factorsView>

export const totpStartView = z.object({
  uri: z.string().meta({ description: '`otpauth://…`, what the QR shows.' }),
  key: z.string().meta({ description: 'The same secret in Base32, to type in.' }),
  qr: z.string().meta({ description: 'The QR as an SVG picture.' }),
})
export type TotpStartView = z.output<typeof totpStartView>

export const factorAddedView = z.object({
  recoveryCodes: z
    .array(z.string())
    .nullable()
    .meta({ description: 'The first factor brings them, and they are told once, here; null beside another factor.' }),
})
export type FactorAddedView = z.output<typeof factorAddedView>

export const recoveryCodesView = z.object({ recoveryCodes: z.array(z.string()) })
export type RecoveryCodesView = z.output<typeof recoveryCodesView>

export const smsSentView = z.object({
  phoneEnd: z.string().meta({ description: 'The last two digits.' }),
  expiresAt: instantView,
  againAt: instantView.meta({ description: 'Not sooner may another be sent.' }),
})
export type SmsSentView = z.output<typeof smsSentView>

const credential = z.object({ id: z.string(), type: z.string(), transports: z.array(z.string()).optional() })
const passkeyAsk = {
  challenge: z.string(),
  timeout: z.int().optional(),
  hints: z.array(z.string()).optional(),
}

/** What `navigator.credentials.create()` takes, as JSON (WebAuthn §5.1.9). */
export const passkeyCreationView = z
  .object({
    ...passkeyAsk,
    rp: z.object({ id: z.string().optional(), name: z.string() }),
    user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
    pubKeyCredParams: z.array(z.object({ type: z.string(), alg: z.int() })),
    excludeCredentials: z.array(credential).optional(),
    authenticatorSelection: z
      .object({
        residentKey: z.string().optional(),
        requireResidentKey: z.boolean().optional(),
        userVerification: z.string().optional(),
      })
      .optional(),
    attestation: z.string().optional(),
    extensions: z.object({ credProps: z.boolean().optional() }).optional(),
  })
  .meta({
    id: 'PasskeyCreation',
    description:
      'For `PublicKeyCredential.parseCreationOptionsFromJSON()`. Its challenge is good once, for five minutes.',
  })
/** What `navigator.credentials.get()` takes, as JSON (WebAuthn §5.1.10). */
export const passkeyRequestView = z
  .object({
    ...passkeyAsk,
    rpId: z.string().optional(),
    allowCredentials: z.array(credential).optional(),
    userVerification: z.string().optional(),
  })
  .meta({
    id: 'PasskeyRequest',
    description:
      'For `PublicKeyCredential.parseRequestOptionsFromJSON()`. Its challenge is good once, for five minutes.',
  })

export const secondStepView = z.object({
  methods: z.array(z.enum(['totp', 'passkey', 'sms', 'recovery_code'])),
  phoneEnd: z.string().nullable(),
})
export type SecondStepView = z.output<typeof secondStepView>
