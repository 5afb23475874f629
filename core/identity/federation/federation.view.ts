import { z } from 'zod'
import { issuerName } from './federation.schema.ts'

export const connectionView = z.object({
  issuer: issuerName,
  /** What the issuer calls this person's address, where it told one. */
  email: z.string().nullable(),
  linkedAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime(),
})
export type ConnectionView = z.infer<typeof connectionView>

export const connectionsView = z.object({
  items: z.array(connectionView),
  /** Issuers that are offered and not connected. */
  available: z.array(issuerName),
})
export type ConnectionsView = z.infer<typeof connectionsView>
