import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { Webhook } from 'standardwebhooks'

export interface Letter {
  id: string
  signatures: string
  body: { type: string; timestamp: string; data: Record<string, unknown> }
  raw: string
  headers: Record<string, string>
}

/** A partner's server. It keeps what the official verifier of Standard Webhooks lets through, and answers as it is told. */
export interface Receiver {
  url: string
  letters: Letter[]
  /** Letters that did not prove themselves. */
  forged: string[]
  secret: string
  /** A status, or `hang` for none at all. */
  answer: number | 'hang'
  /** Called with each letter before it is answered. */
  onLetter: (letter: Letter) => void | Promise<void>
  stop(): Promise<void>
}

export const startReceiver = async (): Promise<Receiver> => {
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const raw = await text(request)
    const headers = request.headers as Record<string, string>
    try {
      const body = new Webhook(receiver.secret).verify(raw, headers) as Letter['body']
      const letter = {
        id: headers['webhook-id'] ?? '',
        signatures: headers['webhook-signature'] ?? '',
        body,
        raw,
        headers,
      }
      receiver.letters.push(letter)
      await receiver.onLetter(letter)
    } catch (error) {
      receiver.forged.push(String(error))
    }
    if (receiver.answer === 'hang') return
    response.writeHead(receiver.answer, receiver.answer === 302 ? { location: receiver.url } : {}).end('thanks')
  }
  const server = createServer((request, response) => void take(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    letters: [],
    forged: [],
    secret: 'whsec_AAAA',
    answer: 200,
    onLetter: () => undefined,
    stop: () => new Promise((resolve) => (server.close(() => resolve()), server.closeAllConnections())),
  }
  return receiver
}
