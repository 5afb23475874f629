import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import type { Ctx } from '../../context.ts'

/** A secret of 256 bits as Standard Webhooks spells it. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

/** Where an endpoint's secrets are sealed; a rotated one keeps its text, so both columns share a place. */
const placeOf = (webhookId: string): string => `webhook_endpoints.secret_sealed:${webhookId}`

export const sealSecret = ({ services }: Ctx, webhookId: string, secret: string): string =>
  services.sealer.seal(placeOf(webhookId), secret)

export const openSecret = ({ services }: Ctx, webhookId: string, sealed: string): string =>
  services.sealer.open(placeOf(webhookId), sealed)

/** The three headers that prove a letter; with several secrets a signature each, so that a receiver can change over. */
export const signatureHeaders = (
  secrets: readonly string[],
  { eventId, at, body }: { eventId: string; at: Date; body: string },
): Record<string, string> => ({
  'webhook-id': eventId,
  'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
  'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(eventId, at, body)).join(' '),
})
