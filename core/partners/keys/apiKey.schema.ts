import { z } from 'zod'
import { instant, optional, plainText, uuid } from '../../inputParts.ts'
import { SCOPES } from '../../identity/scopes.ts'
import { listOrder } from '../../listOrder.ts'

export const createApiKeyInput = z.strictObject({
  name: plainText(80).trim().min(1),
  scopes: z
    .array(z.enum(SCOPES))
    .min(1)
    .transform((scopes) => [...new Set(scopes)].sort()),
  /** Makes it a key of this provider: its bookings, its departures. */
  providerId: optional(uuid),
  /** From then on it opens nothing. */
  expiresAt: optional(instant.transform((text) => new Date(text).toISOString())),
})
export type CreateApiKeyInput = z.infer<typeof createApiKeyInput>

export const apiKeyOrder = listOrder({
  '-createdAt': 'the newest first',
  createdAt: 'the oldest first',
  name: 'by name, A to Z',
  '-name': 'by name, Z to A',
})

export const listApiKeysInput = z.strictObject({ sort: apiKeyOrder.input })
export type ListApiKeysInput = z.infer<typeof listApiKeysInput>

export const apiKeyIdInput = z.strictObject({ keyId: uuid })
export type ApiKeyIdInput = z.infer<typeof apiKeyIdInput>
