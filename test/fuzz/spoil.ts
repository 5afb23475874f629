import { randomUUID } from 'node:crypto'
import type { Chance } from '../faults/chance.ts'
import type { Operation } from '../declared/document.ts'
import type { Known } from './known.ts'
import { nastyText, nastyValue } from './nasty.ts'
import type { Sent } from './sent.ts'

/** A request with something changed in it. */
export interface Spoiled {
  sent: Sent
  /** What was done to it, for who reads the failure. */
  how: string
  /** Whether it can only be refused now. */
  isRefused: boolean
}

type Part = Record<string, unknown> | unknown[]
type Spoil = (sent: Sent, chance: Chance, known: Known, operation: Operation) => boolean | null

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null

/** Every object and list inside, the outermost first. */
const partsOf = (value: unknown): Part[] => (isPart(value) ? [value, ...Object.values(value).flatMap(partsOf)] : [])

const somePlace = (sent: Sent, chance: Chance): { part: Record<string, unknown>; name: string } | null => {
  const parts = partsOf(sent.body).filter((part) => Object.keys(part).length > 0)
  if (parts.length === 0) return null
  const part = chance.pick(parts) as Record<string, unknown>
  return { part, name: chance.pick(Object.keys(part)) }
}

const inBody =
  (change: (part: Record<string, unknown>, name: string, chance: Chance, known: Known) => void): Spoil =>
  (sent, chance, known) => {
    const place = somePlace(sent, chance)
    if (place === null) return null
    change(place.part, place.name, chance, known)
    return false
  }

/** In place of the body; only an operation that takes one reads it all the same. */
const asRaw =
  (make: (sent: Sent, chance: Chance) => string): Spoil =>
  (sent, chance, _, { method }) => {
    if (method === 'GET') return null
    sent.raw = make(sent, chance)
    sent.headers['content-type'] ??= 'application/json'
    return true
  }

const onPost =
  (change: (sent: Sent, chance: Chance) => void): Spoil =>
  (sent, chance, _, { method }) => {
    if (method !== 'POST') return null
    change(sent, chance)
    return true
  }

const withToken =
  (make: (chance: Chance, sent: Sent) => string): Spoil =>
  (sent, chance) => {
    sent.headers.authorization = make(chance, sent)
    return true
  }

/** Texts that a header can carry at all. */
const HEADERS = ['', 'x', 'k'.repeat(300), 'a b', 'café', '"', "'; --", 'W/"x"', '*', '%00', '\t', ',,,']

const FORGED = [
  'Bearer',
  'Bearer nonsense',
  'Basic bmFkaWE6eA==',
  `Bearer ${'x'.repeat(5000)}`,
  `Bearer mgk_${'a'.repeat(12)}_${'a'.repeat(43)}`,
  // {"alg":"none"}
  `Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIwMDAwMDAwMC0wMDAwLTAwMDAtMDAwMC0wMDAwMDAwMDAwMDAifQ.`,
]

/** True: nobody may let it through. False: it may still be right. Null: this request has no such place. */
const SPOILS: Record<string, Spoil> = {
  'another value': inBody((part, name, chance) => void (part[name] = nastyValue(chance))),
  'another text': inBody((part, name, chance) => void (part[name] = nastyText(chance))),
  'another id': inBody((part, name, chance, known) => void (part[name] = known.id(chance))),
  'a field less': inBody((part, name) => void (Array.isArray(part) ? part.pop() : delete part[name])),
  'a value in a list': inBody((part, name) => void (part[name] = [part[name]])),
  'the same many times': inBody((part, name) => void (part[name] = Array.from({ length: 150 }, () => part[name]))),
  'a field more': (sent, chance) => {
    if (!isPart(sent.body)) return null
    const more = chance.pick(['role', 'id', 'userId', 'emailVerified', 'extra', '', '__proto__', 'constructor', 'a.b'])
    Object.defineProperty(sent.body, more, {
      value: nastyValue(chance),
      enumerable: true,
      configurable: true,
      writable: true,
    })
    return false
  },
  'a field that the address names': (sent) => {
    const [name] = Object.keys(sent.path)
    if (name === undefined || !isPart(sent.body)) return null
    Object.assign(sent.body, { [name]: sent.path[name] })
    return true
  },

  'no JSON': asRaw((_, chance) => chance.pick(['{', '{"a":1,}', 'nul', '\ufeff{', "{'a':1}", '{"a":NaN}', '\0'])),
  'no object': asRaw((_, chance) => chance.pick(['null', '[]', '"text"', '1', 'true', '[{}]'])),
  'a huge body': asRaw(() => JSON.stringify({ name: 'x'.repeat(70_000) })),
  'a deep body': asRaw(() => `{"a":${'['.repeat(500)}${']'.repeat(500)}}`),
  'another content type': (sent, chance, _, { method }) => {
    if (method === 'GET') return null
    sent.raw ??= JSON.stringify(sent.body ?? { name: 'x' })
    const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp', 'x']
    sent.headers['content-type'] = chance.pick(types)
    return true
  },

  'no key': onPost((sent) => void delete sent.headers['idempotency-key']),
  'a key that is none': onPost((sent, chance) => {
    sent.headers['idempotency-key'] = chance.pick(['', ' ', 'k'.repeat(256), 'a b', 'é'])
  }),
  'no token': (sent) => {
    if (sent.headers.authorization === undefined && sent.headers['hold-token'] === undefined) return null
    delete sent.headers.authorization
    delete sent.headers['hold-token']
    return false
  },
  'a token that is none': withToken((chance) => chance.pick(FORGED)),
  'a changed token': withToken((chance, { headers }) => {
    const token = headers.authorization ?? 'Bearer eyJhbGciOiJFZERTQSJ9.e30.e30'
    const at = chance.between(8, token.length - 3)
    return `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`
  }),
  'a token of somebody else': (sent, chance, known) => {
    sent.headers.authorization = `Bearer ${known.token(chance)}`
    return false
  },
  'another hold’s token': (sent, chance, known) => {
    sent.headers['hold-token'] = chance.pick([known.holdToken(chance), ...HEADERS.filter(isSendable)])
    return false
  },

  'another id in the address': (sent, chance, known) => atAddress(sent, chance, known.id(chance)),
  'a text in the address': (sent, chance) => atAddress(sent, chance, nastyText(chance).slice(0, 300)),
  'an id of nobody in the address': (sent, chance) => atAddress(sent, chance, randomUUID()),

  'another parameter': (sent, chance, known, { parameters }) => {
    const queries = parameters.filter((parameter) => parameter.in === 'query')
    if (queries.length === 0) return null
    const { name } = chance.pick(queries)
    const value = chance.pick([nastyText(chance), known.id(chance), known.cursor(chance), '2', '2026-12-24'])
    sent.query = [...sent.query.filter(([other]) => other !== name), [name, value.slice(0, 300)]]
    return false
  },
  'an unknown parameter': (sent, chance) => {
    sent.query.push([chance.pick(['unknown', 'userId', '__proto__', 'limit[]', '']), nastyText(chance).slice(0, 300)])
    return false
  },
  'a parameter twice': (sent, chance, _, { parameters }) => {
    const { name } = parameters.find((parameter) => parameter.in === 'query') ?? { name: 'x' }
    sent.query.push([name, nastyText(chance).slice(0, 300)], [name, nastyText(chance).slice(0, 300)])
    return false
  },
  'a header': (sent, chance) => {
    const names = ['cookie', 'origin', 'if-none-match', 'x-forwarded-for', 'user-agent', 'accept', 'x-request-id']
    sent.headers[chance.pick(names)] = chance.pick([
      ...HEADERS.filter(isSendable),
      'mayago_guest=%00; mayago_access=x; mayago_link=a.b',
      'http://evil.example',
    ])
    return false
  },
  'an accepted encoding': (sent, chance) => {
    sent.headers['accept-encoding'] = chance.pick(['br', 'gzip;q=0', 'identity', '*', ''])
    return false
  },
}

function isSendable(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text)
}

const atAddress = (sent: Sent, chance: Chance, text: string): boolean | null => {
  const names = Object.keys(sent.path)
  if (names.length === 0) return null
  sent.path[chance.pick(names)] = text
  return false
}

/** The ways there are, for the test that counts them. */
export const WAYS = Object.keys(SPOILS)

/** A copy of the request with one thing wrong, or two. */
export const spoil = (operation: Operation, sent: Sent, chance: Chance, known: Known): Spoiled => {
  const spoiled: Spoiled = { sent: structuredClone(sent), how: '', isRefused: false }
  const times = chance.under(4) === 0 ? 2 : 1
  while (spoiled.how.split(' + ').filter(Boolean).length < times) {
    const how = chance.pick(WAYS)
    const done = (SPOILS[how] as Spoil)(spoiled.sent, chance, known, operation)
    if (done === null) continue
    spoiled.how = [spoiled.how, how].filter(Boolean).join(' + ')
    // A second change may undo the first: only one alone is sure.
    spoiled.isRefused = done && times === 1
  }
  return spoiled
}
