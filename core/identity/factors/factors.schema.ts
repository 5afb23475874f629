import { z } from 'zod'
import { plainText } from '../../inputParts.ts'

/** Six digits, however they were typed. */
const sixDigits = z
  .string()
  .max(20)
  .transform((text) => text.replaceAll(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'must be six digits'))

const recoveryCode = z
  .string()
  .max(40)
  .transform((text) => text.toUpperCase().replaceAll(/[\s-]/g, ''))
  .pipe(z.string().regex(/^[0-9A-Z]{12}$/, 'must be twelve letters and digits'))

const base64url = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[\w-]*$/, 'must be base64url')
const passkeyName = plainText(80).trim().min(1)
const passkeyId = base64url(1400).min(1)
const transports = z.array(z.string().max(20)).max(10).optional()
const credential = {
  id: passkeyId,
  rawId: passkeyId,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).nullish(),
  clientExtensionResults: z.record(z.string().max(40), z.unknown()).default({}),
}

/** What `navigator.credentials.create()` gave, as JSON (WebAuthn §5.1). */
export const registrationResponse = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url(4000).min(1),
    attestationObject: base64url(16_000).min(1),
    transports,
  }),
})
export type RegistrationResponse = z.output<typeof registrationResponse>

/** What `navigator.credentials.get()` gave, as JSON. */
export const assertionResponse = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url(4000).min(1),
    authenticatorData: base64url(4000).min(1),
    // Post-quantum ones are large: ML-DSA-87 signs with 4,627 bytes (FIPS 204, table 2).
    signature: base64url(8000).min(1),
    userHandle: base64url(200).nullish(),
  }),
})
export type AssertionResponse = z.output<typeof assertionResponse>

export const noFactorInput = z.strictObject({})
export const confirmTotpInput = z.strictObject({ code: sixDigits })
export const startSmsInput = z.strictObject({ phone: plainText(40).trim().min(1) })
export const confirmSmsInput = z.strictObject({ code: sixDigits })
export const addPasskeyInput = z.strictObject({ name: passkeyName.optional(), response: registrationResponse })
export const renamePasskeyInput = z.strictObject({ passkeyId, name: passkeyName })
export const passkeyIdInput = z.strictObject({ passkeyId })
export const passkeySignInInput = z.strictObject({ response: assertionResponse })

export const secondStepInput = z.strictObject({ challenge: z.string().max(2000) })
/** Its parts are read by `factorProof`, which knows each method's. */
export const confirmByFactorInput = z.strictObject({ proof: z.looseObject({ method: z.string().max(40) }) })

/** What is shown beside the password: one of the person's second factors. */
export const factorProof = z.discriminatedUnion('method', [
  z.object({ method: z.literal('totp'), code: sixDigits }),
  z.object({ method: z.literal('sms'), code: sixDigits }),
  z.object({ method: z.literal('recovery_code'), code: recoveryCode }),
  z.object({ method: z.literal('passkey'), response: assertionResponse }),
])
