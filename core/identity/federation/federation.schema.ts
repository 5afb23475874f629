import { z } from 'zod'

export const issuerName = z.enum(['google', 'facebook'])

export const beginIssuerInput = z.strictObject({
  issuer: issuerName,
  /** Where to go afterwards: a path of ours; anything else leads to the account. */
  returnTo: z.string().max(2000).optional(),
  /** Connects the issuer to the account that is signed in, instead of signing in. */
  connect: z.boolean().default(false),
})
export type BeginIssuerInput = z.input<typeof beginIssuerInput>

export const unlinkInput = z.strictObject({ issuer: issuerName })
export type UnlinkInput = z.infer<typeof unlinkInput>
