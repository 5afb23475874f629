import { z } from 'zod'
import { uuid } from '../inputParts.ts'

export const providerIdInput = z.strictObject({ providerId: uuid })
export type ProviderIdInput = z.infer<typeof providerIdInput>

export const startOnboardingInput = providerIdInput.extend({
  /** ISO 3166-1 alpha-2: where the provider and its bank are. It can't be changed once Stripe was asked. */
  country: z.string().regex(/^[A-Z]{2}$/, 'must be a country code'),
  returnUrl: z.url(),
  refreshUrl: z.url(),
})
export type StartOnboardingInput = z.infer<typeof startOnboardingInput>
