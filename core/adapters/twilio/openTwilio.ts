import { ExponentialBackoff, handleWhen, retry } from 'cockatiel'
import { assert } from '@mayago/kernel/assert.ts'
import { refuse } from '@mayago/kernel/errors.ts'
import type { SmsDelivery, SmsPort, TextMessage } from '../../ports/sms.ts'

export interface TwilioOptions {
  accountSid: string
  authToken: string
  /** A number, or the SID of a messaging service. */
  from: string
  /** Another address of its API, or a server that answers like it. */
  apiBase?: string | undefined
  /** Where it shall post what became of a message; null where it could not reach us. */
  statusCallback: string | null
  attemptMsMax?: number
}

const ATTEMPT_MS_MAX = 10_000
const RETRIES_MAX = 2
const RETRY_MS = 200
/** What we ask people to wait when Twilio, busy or away, does not say. */
const BUSY_SECONDS = 10

/**
 * Sends through Twilio's Messages API with its own SDK (https://www.twilio.com/docs/messaging/api/message-resource).
 * A busy or failing Twilio is asked again at once, twice; then the refusal is `temporarily_unavailable`. A number it
 * cannot reach is `invalid_input`. Twilio cannot drop a repeat: what it may have taken (a timeout) is not sent again.
 */
export const openTwilio = async ({
  accountSid,
  authToken,
  from,
  apiBase,
  statusCallback,
  attemptMsMax = ATTEMPT_MS_MAX,
}: TwilioOptions): Promise<SmsPort> => {
  const { default: twilio } = await import('twilio')
  const httpClient = new (withBase(twilio.RequestClient, apiBase))({ timeout: attemptMsMax })
  const client = twilio(accountSid, authToken, { httpClient })
  const backoff = new ExponentialBackoff({ initialDelay: RETRY_MS, maxDelay: 2_000 })
  const persistent = retry(handleWhen(isOutage), { maxAttempts: RETRIES_MAX, backoff })
  const sender = from.startsWith('MG') ? { messagingServiceSid: from } : { from }
  return {
    send: async ({ to, text }: TextMessage) => {
      try {
        const { sid } = await persistent.execute(() =>
          client.messages.create({ to, body: text, ...sender, ...(statusCallback ? { statusCallback } : {}) }),
        )
        return { messageId: sid }
      } catch (error) {
        throw translate(error)
      }
    },
    readCallback: ({ url, signature, params }) =>
      twilio.validateRequest(authToken, signature, url, params) ? toDelivery(params) : null,
  }
}

type RequestClientClass = typeof import('twilio').RequestClient

/** The SDK knows one address; its HTTP client may be told another. */
const withBase = (RequestClient: RequestClientClass, apiBase: string | undefined): RequestClientClass =>
  apiBase === undefined
    ? RequestClient
    : class extends RequestClient {
        override request: InstanceType<RequestClientClass>['request'] = (options) => {
          const { pathname, search } = new URL(options.uri)
          return super.request({ ...options, uri: new URL(pathname + search, apiBase).href })
        }
      }

/** `status` and `code` are Twilio's own (https://www.twilio.com/docs/api/errors). */
interface Answered {
  status: number
  code?: number
}

const isAnswered = (error: unknown): error is Error & Answered =>
  error instanceof Error && 'status' in error && typeof error.status === 'number'

/** Refused connections and failing answers: nothing was sent. */
const isOutage = (error: unknown): boolean =>
  isAnswered(error) ? error.status >= 500 || error.status === 429 : codeOf(error) === 'ECONNREFUSED'

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

/** Codes that say that this number gets no text messages, whoever sends them. */
const UNREACHABLE = [21211, 21214, 21217, 21265, 21408, 21610, 21612, 21614, 21635]

const translate = (error: unknown): unknown => {
  if (!isAnswered(error)) return codeOf(error) === undefined ? error : away()
  if (error.code !== undefined && UNREACHABLE.includes(error.code))
    return refuse('invalid_input', { issues: [{ path: 'to', message: 'cannot be reached by text message' }] })
  if (error.status === 429 || error.status >= 500) return away()
  assert(error.status !== 401 && error.status !== 403, 'Twilio accepts our account and sender')
  return error
}

const away = () => refuse('temporarily_unavailable', { retryAfterSeconds: BUSY_SECONDS })

/** Twilio's words for where a message is (https://www.twilio.com/docs/messaging/api/message-resource#message-status-values). */
const STATUS: Record<string, SmsDelivery['status']> = {
  accepted: 'queued',
  scheduled: 'queued',
  queued: 'queued',
  sending: 'queued',
  sent: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'undelivered',
  failed: 'failed',
  canceled: 'failed',
}

const toDelivery = ({ MessageSid, MessageStatus, ErrorCode }: Record<string, string>): SmsDelivery | null => {
  const status = STATUS[MessageStatus ?? '']
  return MessageSid === undefined || status === undefined
    ? null
    : { messageId: MessageSid, status, errorCode: ErrorCode ?? null }
}
