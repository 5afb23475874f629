import { createHash } from 'node:crypto'
import { ExponentialBackoff, handleWhen, retry } from 'cockatiel'
import { assert } from '@mayago/kernel/assert.ts'
import { refuse } from '@mayago/kernel/errors.ts'
import type { Mail, MailPort } from '../../ports/mail.ts'

export interface SendGridOptions {
  apiKey: string
  /** `https://api.sendgrid.com`, its EU region, or a server that answers like it. */
  apiBase: string
  from: { name: string; email: string }
}

const ATTEMPT_MS_MAX = 15_000
const RETRIES_MAX = 2
const RETRY_MS = 200
/** What a busy SendGrid asks for when it says nothing: its limits are per minute. */
const BUSY_SECONDS = 60

/**
 * Sends through SendGrid's v3 mail API (https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send). An
 * outage is tried again at once, twice. Throws `invalid_input` for what SendGrid will never take, `overloaded` when it
 * asks to come back; anything else is thrown as it came, for the job to try again. SendGrid cannot drop a repeat, so the
 * key only travels along, to be found in its activity feed.
 */
export const openSendGrid = async ({ apiKey, apiBase, from }: SendGridOptions): Promise<MailPort> => {
  const [{ Client }, { MailService }] = await loadSdk()
  const client = new Client()
  client.setApiKey(apiKey)
  client.setDefaultRequest('baseUrl', apiBase)
  const service = new MailService()
  service.setClient(client)
  service.setTimeout(ATTEMPT_MS_MAX)
  const backoff = new ExponentialBackoff({ initialDelay: RETRY_MS, maxDelay: 2_000 })
  const persistent = retry(handleWhen(isOutage), { maxAttempts: RETRIES_MAX, backoff })
  return {
    send: async (mail) => {
      try {
        const [response] = await persistent.execute(() => service.send(toMessage(mail, from)))
        const headers = response.headers as Record<string, string | undefined>
        return { messageId: headers['x-message-id'] ?? mail.idempotencyKey }
      } catch (error) {
        throw translate(error)
      }
    },
  }
}

interface MailContent {
  type: string
  value: string
}

/** The SDK's modules are objects with their class as a property, which their types do not say. */
const loadSdk = async () => {
  const [client, mail] = await Promise.all([import('@sendgrid/client'), import('@sendgrid/mail')])
  return [
    client.default as typeof client.default & { Client: new () => typeof client.default },
    mail.default as typeof mail.default & { MailService: new () => typeof mail.default },
  ] as const
}

const toMessage = ({ to, subject, html, text, attachments, idempotencyKey }: Mail, from: SendGridOptions['from']) => ({
  to,
  from,
  subject,
  // Plain text first: clients show the last part they understand (RFC 2046 §5.1.4).
  content: [
    { type: 'text/plain', value: text },
    { type: 'text/html', value: html },
  ] as [MailContent, MailContent],
  attachments: attachments.map(({ filename, contentType, content }) => ({
    filename,
    type: contentType,
    content: Buffer.from(content).toString('base64'),
    disposition: 'attachment',
  })),
  customArgs: { idempotencyKey: hashOf(idempotencyKey) },
  // A link in a ticket mail is a key to its booking: it must not pass through anybody's click counter.
  trackingSettings: { clickTracking: { enable: false, enableText: false }, openTracking: { enable: false } },
})

/** Custom arguments come back in webhooks and feeds: a booking's id is nobody else's business. */
const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex')

interface Answered {
  code: number
  response: { headers: Record<string, string | undefined>; body: unknown }
}

const isAnswered = (error: unknown): error is Error & Answered =>
  error instanceof Error && 'response' in error && 'code' in error && typeof error.code === 'number'

const isOutage = (error: unknown): boolean => !isAnswered(error) || error.code >= 500

const translate = (error: unknown): unknown => {
  if (!isAnswered(error)) return error
  if (error.code === 400 || error.code === 413) return refuse('invalid_input', { issues: issuesOf(error) })
  if (error.code === 429) return refuse('overloaded', { retryAfterSeconds: secondsUntilReset(error) })
  assert(error.code !== 401 && error.code !== 403, 'SendGrid accepts our key and sender')
  return error
}

/** SendGrid's `{ errors: [{ field, message }] }`. */
const issuesOf = ({ response: { body } }: Answered): { path: string; message: string }[] => {
  const errors = typeof body === 'object' && body !== null && 'errors' in body ? body.errors : null
  if (!Array.isArray(errors)) return []
  return (errors as { field?: string | null; message?: string }[]).map(({ field, message }) => ({
    path: field ?? '',
    message: message ?? '',
  }))
}

/** `X-RateLimit-Reset` is an instant in seconds since the epoch; `Date` is SendGrid's own clock. */
const secondsUntilReset = ({ response: { headers } }: Answered): number => {
  const [reset, now] = [Number(headers['x-ratelimit-reset']), Date.parse(headers.date ?? '') / 1000]
  return Number.isFinite(reset - now) ? Math.max(1, Math.ceil(reset - now)) : BUSY_SECONDS
}
