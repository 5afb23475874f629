import { createHash } from 'node:crypto'
import { seededRandom, type Random } from '@mayago/kernel/random.ts'

const digestOf = (names: readonly (string | number)[]): Buffer =>
  createHash('sha256')
    .update(['mayago demo', ...names].join('\0'))
    .digest()

/** An id that the same names always have: UUIDv8 (RFC 9562 §5.8), so that none is ever taken for one made by newId. */
export const demoId = (...names: readonly (string | number)[]): string => {
  const bytes = digestOf(names).subarray(0, 16)
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Chance of its own for whatever the names name: what is drawn for one thing never moves another's. */
export const demoRandom = (...names: readonly (string | number)[]): Random =>
  seededRandom(digestOf(names).readUInt32BE(0))

const LETTERS = '23456789BCDFGHJKMNPQRSTVWXZ'

/** A booking reference that the same names always have. */
export const demoReference = (...names: readonly (string | number)[]): string => {
  const random = demoRandom('reference', ...names)
  return Array.from({ length: 8 }, () => LETTERS[random.int(0, LETTERS.length - 1)]).join('')
}
