import { randomUUID } from 'node:crypto'
import type { Answered } from '../apiClient.ts'
import type { Operation } from '../declared/document.ts'

/** A request as it is written before it is sent: easy to alter, easy to print. */
export interface Sent {
  path: Record<string, string>
  query: [name: string, value: string][]
  headers: Record<string, string>
  /** Sent as JSON. */
  body?: unknown
  /** Sent as it is, in place of a body. */
  raw?: string
}

/** What a recipe says of a request; the rest is what every good request has. */
export interface Asked {
  path?: Record<string, string>
  query?: Record<string, string>
  body?: unknown
  /** For who is signed in, or a partner's key. */
  bearer?: string
  holdToken?: string
}

export const toSent = ({ method, body: takesBody }: Operation, asked: Asked): Sent => ({
  path: asked.path ?? {},
  query: Object.entries(asked.query ?? {}),
  headers: {
    ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
    ...(asked.bearer === undefined ? {} : { authorization: `Bearer ${asked.bearer}` }),
    ...(asked.holdToken === undefined ? {} : { 'hold-token': asked.holdToken }),
    ...(takesBody === null && asked.body === undefined ? {} : { 'content-type': 'application/json' }),
  },
  ...(asked.body === undefined ? (takesBody === null ? {} : { body: {} }) : { body: asked.body }),
})

/** Sends it, with what is no Unicode mended where only Unicode can travel. */
export const send = async (url: string, { method, path }: Operation, sent: Sent): Promise<Answered> => {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => segmentOf(sent.path[name] ?? 'none'))
  const query = new URLSearchParams(sent.query.map(([name, value]) => [name.toWellFormed(), value.toWellFormed()]))
  const text = sent.raw ?? (sent.body === undefined ? undefined : JSON.stringify(sent.body))
  const response = await fetch(`${url}/api/v1${filled}${sent.query.length > 0 ? `?${query.toString()}` : ''}`, {
    method,
    headers: sent.headers,
    // Bytes, because a text would bring a content type of its own.
    ...(method === 'GET' || text === undefined ? {} : { body: Buffer.from(text) }),
  })
  const answered = await response.text()
  return { status: response.status, headers: response.headers, text: answered, body: parse(answered) }
}

/** Dots and nothing would lead to another address. */
const segmentOf = (value: string): string =>
  /^\.{0,2}$/.test(value) ? 'dots' : encodeURIComponent(value.toWellFormed())

/** What is no object is taken for an empty one, which no schema of an answer fits but the empty. */
const parse = (text: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
