import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A key as its owner has it: `mgk_<prefix>_<secret>`, the secret 256 bits in base64url. */
export interface KeyText {
  prefix: string
  secret: string
}

const SHAPE = /^mgk_([a-z0-9]{12})_([\w-]{43})$/
const PREFIX_LETTERS = 'abcdefghijklmnopqrstuvwxyz234567'

export const newKeyText = (): KeyText => ({
  prefix: Array.from(randomBytes(12), (byte) => PREFIX_LETTERS[byte & 31]).join(''),
  secret: randomBytes(32).toString('base64url'),
})

export const writeKey = ({ prefix, secret }: KeyText): string => `mgk_${prefix}_${secret}`

/** Null for what is no key of ours. */
export const readKey = (text: string): KeyText | null => {
  const [, prefix, secret] = SHAPE.exec(text) ?? []
  return prefix && secret ? { prefix, secret } : null
}

/** What is kept of a secret. It has 256 random bits: there is nothing to guess, so a plain digest is enough. */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest()

export const isSecret = (secret: string, hash: Buffer): boolean => timingSafeEqual(hashSecret(secret), hash)
