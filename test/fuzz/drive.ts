import { isDeepStrictEqual } from 'node:util'
import type { Answered } from '../apiClient.ts'
import { answerChecker } from './checkAnswer.ts'
import { operationsOf, type ApiDocument, type Operation } from '../declared/document.ts'
import { fromSchema } from './fromSchema.ts'
import type { FuzzWorld } from './fuzzWorld.ts'
import { RECIPES } from './recipes/index.ts'
import { send, toSent, type Sent } from './sent.ts'
import { spoil } from './spoil.ts'

export interface Driven {
  requests: number
  /** How often each operation was answered with success. */
  successes: Record<string, number>
  /** How often each operation told a retry the answer that it had kept. */
  retold: Record<string, number>
  /** How often each status and code was heard. */
  heard: Record<string, number>
  /** What was not as it must be, each with the request that shows it. */
  faults: string[]
}

interface Try {
  sent: Sent
  how: string
  /** Null where either may be right. */
  expected: 'success' | 'refusal' | null
  /** What was answered to the same attempt before, where that is kept (SEAT-4). */
  before?: Answered
}

/** What an answer is turned into before it is checked: the control plants its faults here. */
export type Tamper = (operation: Operation, answer: Answered, how: string) => Answered

const FAULTS_MAX = 20
/** What is said to a retry in a kept answer's place: who are you, not now. */
const UNKEPT = [401, 403, 429, 503]

/** Drives every operation of the document in turn, with input that is right, nearly right and wrong. */
export const drive = async (
  w: FuzzWorld,
  document: ApiDocument,
  requests: number,
  tamper: Tamper = (_, answer) => answer,
): Promise<Driven> => {
  const operations = operationsOf(document)
  const check = answerChecker(document)
  const make = fromSchema(document, w.known, w.chance)
  const good = new Map<string, Sent>()
  const answers = new Map<string, Answered>()
  const driven: Driven = { requests: 0, successes: {}, retold: {}, heard: {}, faults: [] }

  /** A request that succeeds, made anew; it is what later ones are spoiled from. */
  const makeGood = async (operation: Operation): Promise<Sent> => {
    const recipe = RECIPES[operation.name]
    if (recipe === undefined) throw new Error(`${operation.name} has no recipe in test/fuzz/recipes`)
    const sent = toSent(operation, await recipe(w))
    good.set(operation.name, structuredClone(sent))
    answers.delete(operation.name)
    return sent
  }

  const nextTry = async (operation: Operation): Promise<Try> => {
    const kind = w.chance.under(10)
    const last = good.get(operation.name)
    if (last === undefined || kind < 2) return { sent: await makeGood(operation), how: 'good', expected: 'success' }
    const before = isKept(operation) ? answers.get(operation.name) : undefined
    // The first answer that is kept is asked for again at once, so that a short run has every one of them.
    if (kind === 2 || (before !== undefined && !driven.retold[operation.name])) {
      return { sent: last, how: 'repeated', expected: null, ...(before && { before }) }
    }
    if (kind === 3) return { sent: fromDocument(operation, last), how: 'by its schema', expected: null }
    const { sent, how, isRefused } = spoil(operation, last, w.chance, w.known)
    // Spoiled alike, two attempts are still two.
    if (w.chance.under(8) > 0 && sent.headers['idempotency-key'] === last.headers['idempotency-key']) refreshKey(sent)
    return { sent, how, expected: isRefused ? 'refusal' : null }
  }

  const fromDocument = (operation: Operation, base: Sent): Sent => ({
    path: Object.fromEntries(
      operation.parameters
        .filter((parameter) => parameter.in === 'path')
        .map(({ name, schema }) => [name, w.chance.under(2) === 0 ? (base.path[name] ?? '') : String(make(schema))]),
    ),
    query: operation.parameters
      .filter((parameter) => parameter.in === 'query' && (parameter.required || w.chance.under(3) === 0))
      .map(({ name, schema }) => [name, String(make(schema))]),
    headers: refreshed(base.headers),
    ...(operation.body === null ? {} : { body: make(operation.body) }),
  })

  for (let at = 0; at < requests && driven.faults.length < FAULTS_MAX; at++) {
    const operation = operations[at % operations.length] as Operation
    const { sent, how, expected, before } = await nextTry(operation)
    // A connection that the server ends may meet the next request on its way. As a browser does, it is asked again, once;
    // how often that was is counted and held low, so that a server that resets is still found.
    const again = (): Promise<Answered> => {
      driven.heard['connection reset'] = (driven.heard['connection reset'] ?? 0) + 1
      return send(w.url, operation, sent)
    }
    const answer = tamper(operation, await send(w.url, operation, sent).catch(again), how)
    const isSuccess = answer.status < 400
    const faults = check(operation, {
      ...answer,
      picked: sent.query.some(([name, value]) => name === 'fields' && value !== ''),
    })
    if (expected === 'success' && !isSuccess) faults.push('a good request was refused')
    if (expected === 'refusal' && isSuccess) faults.push('a bad request was accepted')
    if (expected === 'success' && isSuccess) answers.set(operation.name, answer)
    if (before !== undefined && UNKEPT.includes(answer.status)) answers.delete(operation.name)
    else if (before !== undefined) {
      if (!isSame(answer, before)) faults.push(`a retry heard another answer than ${before.status} ${before.text}`)
      driven.retold[operation.name] = (driven.retold[operation.name] ?? 0) + 1
    }
    for (const fault of faults)
      driven.faults.push(
        `${operation.name}: ${fault} (request ${at}, ${how})\n  ${JSON.stringify(sent).slice(0, 800)}\n  ${answer.status} ${answer.text.slice(0, 300)}`,
      )
    driven.requests += 1
    if (isSuccess) driven.successes[operation.name] = (driven.successes[operation.name] ?? 0) + 1
    const said = isSuccess ? String(answer.status) : `${answer.status} ${String(answer.body.code)}`
    driven.heard[said] = (driven.heard[said] ?? 0) + 1
    w.known.learn(answer.body)
  }
  return driven
}

/** Where nothing is kept, an operation knows no `key_reused`. */
const isKept = ({ codes }: Operation): boolean => codes.includes('key_reused')

const isSame = (one: Answered, other: Answered): boolean =>
  one.status === other.status && isDeepStrictEqual(one.body, other.body)

const refreshed = (headers: Record<string, string>): Record<string, string> => {
  const sent = { path: {}, query: [], headers: { ...headers } }
  refreshKey(sent)
  return sent.headers
}

const refreshKey = ({ headers }: Sent): void => {
  if (headers['idempotency-key'] !== undefined) headers['idempotency-key'] = crypto.randomUUID()
}
