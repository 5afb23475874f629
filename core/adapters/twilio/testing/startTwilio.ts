import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

export interface TwilioAnswer {
  status: number
  headers?: Record<string, string>
  body?: unknown
}

export interface FakeTwilio {
  base: string
  /** The forms that were taken, as they were sent. */
  messages: Record<string, string>[]
  /** How often it was asked, refused or not. */
  asked(): number
  /** Given out before anything else, in turn; `silence` never answers. */
  script: (TwilioAnswer | 'silence')[]
  stop(): Promise<void>
}

/**
 * A server that answers `POST /2010-04-01/Accounts/{sid}/Messages.json` as Twilio documents it: basic auth, a form, 201
 * with the message, and errors as `{ code, message, more_info, status }`.
 */
export const startTwilio = async (accountSid: string, authToken: string): Promise<FakeTwilio> => {
  const messages: Record<string, string>[] = []
  const script: FakeTwilio['script'] = []
  let asked = 0
  const path = `/2010-04-01/Accounts/${accountSid}/Messages.json`
  const basic = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`
  const answerTo = (request: { url: string; method: string; authorization: string; type: string }, text: string) => {
    if (request.url !== path || request.method !== 'POST')
      return refusal(404, 20404, 'The requested resource was not found')
    if (request.authorization !== basic) return refusal(401, 20003, 'Authenticate')
    if (request.type !== 'application/x-www-form-urlencoded') return refusal(400, 20001, 'Unsupported content type')
    const form = Object.fromEntries(new URLSearchParams(text))
    const { To: to = '', Body: body = '', From: from, MessagingServiceSid: service } = form
    if (body === '') return refusal(400, 21602, 'Message body is required')
    if (from === undefined && service === undefined) return refusal(400, 21603, "A 'From' phone number is required")
    if (!/^\+[1-9]\d{6,14}$/.test(to)) return refusal(400, 21211, `The 'To' number ${to} is not a valid phone number`)
    // The magic number of Twilio's own test credentials for phones that get no text messages.
    if (to === '+15005550009') return refusal(400, 21614, `'To' number is not a valid mobile number`)
    messages.push(form)
    const sid = `SM${String(messages.length).padStart(32, '0')}`
    return { status: 201, body: { sid, status: 'queued', to, from: from ?? null, body, error_code: null } }
  }
  const server = createServer((request, response) => {
    asked += 1
    let text = ''
    request.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
    request.on('end', () => {
      const scripted = script.shift()
      if (scripted === 'silence') return
      const { headers } = request
      const {
        status,
        headers: more,
        body,
      }: TwilioAnswer = scripted ??
      answerTo(
        {
          url: request.url ?? '',
          method: request.method ?? '',
          authorization: headers.authorization ?? '',
          type: headers['content-type'] ?? '',
        },
        text,
      )
      response.writeHead(status, { 'content-type': 'application/json', ...more })
      response.end(body === undefined ? undefined : JSON.stringify(body))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    messages,
    asked: () => asked,
    script,
    stop: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  }
}

export const refusal = (status: number, code: number, message: string): TwilioAnswer => ({
  status,
  body: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
})
