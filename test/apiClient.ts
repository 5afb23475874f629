import { randomUUID } from 'node:crypto'
import * as assert from 'uvu/assert'
import { assertDeclared } from './declared/assertDeclared.ts'

export interface Answered<Body = Record<string, unknown>> {
  status: number
  headers: Headers
  /** The parsed JSON, taken for what the test says it is; empty when it is none. */
  body: Body
  text: string
}

export interface Asked {
  /** Sent as JSON, or as it is when it is a text. */
  body?: unknown
  headers?: Record<string, string>
  holdToken?: string
  key?: string | null
  /** As if it came from there. */
  address?: string
  /** A fault of ours is provoked, which no operation declares. */
  breaks?: boolean
}

/**
 * Speaks to `/api/v1` as a partner's program would: JSON, a key for each POST, a hold's token. What an operation answers,
 * success or refusal, is held against what is published of it.
 */
export const apiClient = (url: string) => {
  const succeeded = new Set<string>()
  const ask = async <Body = Record<string, unknown>>(
    method: string,
    path: string,
    asked: Asked = {},
  ): Promise<Answered<Body>> => {
    const { body, headers = {}, holdToken, key, address, breaks } = asked
    const sent = body === undefined || typeof body === 'string' ? (body as string | undefined) : JSON.stringify(body)
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'POST' && key !== null ? { 'idempotency-key': key ?? randomUUID() } : {}),
        ...(holdToken === undefined ? {} : { 'hold-token': holdToken }),
        ...(address === undefined ? {} : { 'x-forwarded-for': address }),
        ...headers,
      },
      ...(sent === undefined ? {} : { body: sent }),
    })
    const text = await response.text()
    const answer = { status: response.status, headers: response.headers, text, body: parseJson(text) }
    const operation = breaks === true && answer.status === 500 ? null : assertDeclared(method, path, answer)
    if (operation !== null && answer.status < 300) succeeded.add(operation.operationId)
    return answer as Answered<Body>
  }
  return {
    get: <Body = Record<string, unknown>>(path: string, asked?: Asked) => ask<Body>('GET', path, asked),
    post: <Body = Record<string, unknown>>(path: string, body?: unknown, asked?: Asked) =>
      ask<Body>('POST', path, { ...asked, body }),
    /** Sends it twice with one key: the second answer must be the first (SEAT-4). */
    twice: async <Body = Record<string, unknown>>(path: string, body?: unknown, asked?: Asked) => {
      const attempt = { ...asked, body, key: randomUUID() }
      const first = await ask<Body>('POST', path, attempt)
      const again = await ask<Body>('POST', path, attempt)
      assert.equal([again.status, again.body], [first.status, first.body], path)
      return first
    },
    remove: <Body = Record<string, unknown>>(path: string, asked?: Asked) => ask<Body>('DELETE', path, asked),
    ask,
    /** Fails for each of these operations that nobody had a good answer of from this client. */
    assertAllSucceeded: (operations: readonly { operationId: string }[]): void =>
      assert.equal(
        operations.map(({ operationId }) => operationId).filter((operationId) => !succeeded.has(operationId)),
        [],
      ),
  }
}
export type ApiClient = ReturnType<typeof apiClient>

/** What a text says in JSON; an empty object where it is none. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

/** A success, whose shape the client has held against the document. */
export const assertGood = ({ status, text }: Answered<unknown>): void => assert.ok(status < 300, `${status} ${text}`)

/** What no answer may tell: stacks, SQL, files, names of our tools. */
const LEAKS =
  /node_modules|\/core\/|\/web\/|\.ts:\d|\.js:\d|\bat \w+ \(|\bselect\b.+\bfrom\b|insert into|duplicate key|invalid byte|syntax error|relation "|column "|\bpg\b|postgres|kysely|mikro|ZodError|TypeError|ReferenceError/i

/** A problem as RFC 9457 says it, complete, with its code and status, and nothing leaked. */
export const assertProblem = (
  answer: Answered,
  status: number | null,
  code: string | null,
  about: string = code ?? '',
): void => {
  const said = `${about}: ${answer.status} ${answer.text.slice(0, 400)}`
  if (status !== null) assert.is(answer.status, status, said)
  assert.is(answer.headers.get('content-type'), 'application/problem+json', said)
  const problem = answer.body as Record<string, unknown>
  const { type, title, detail, requestId } = problem
  assert.is(problem.status, answer.status, said)
  if (code !== null) assert.is(problem.code, code, said)
  assert.is(new URL(String(type)).pathname, `/api/problems/${String(problem.code)}`, said)
  assert.ok(typeof title === 'string' && title.length > 3, said)
  assert.ok(typeof detail === 'string' && detail.length > 10, said)
  assert.is(requestId, answer.headers.get('x-request-id'), said)
  assert.not.match(answer.text, LEAKS, said)
  if (answer.status === 429) assert.ok(Number(answer.headers.get('retry-after')) >= 1, said)
}
