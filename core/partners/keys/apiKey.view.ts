import { z } from 'zod'
import { SCOPES } from '../../identity/scopes.ts'

const instant = z.iso.datetime()

export const apiKeyView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    prefix: z.string().describe('The part of the key that is shown; the rest is known to its owner alone.'),
    scopes: z.array(z.enum(SCOPES)),
    provider: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    createdAt: instant,
    lastUsedAt: instant.nullable().describe('To the minute.'),
    expiresAt: instant.nullable(),
    revokedAt: instant.nullable(),
  })
  .meta({ id: 'ApiKey' })
export type ApiKeyView = z.infer<typeof apiKeyView>

export const apiKeyListView = z.object({ items: z.array(apiKeyView), nextCursor: z.null() })
export type ApiKeyListView = z.infer<typeof apiKeyListView>

export const newApiKeyView = apiKeyView.extend({ key: z.string().describe('The whole key. Shown this once.') })
export type NewApiKeyView = z.infer<typeof newApiKeyView>
