import { createCipheriv, createDecipheriv, createHash, createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import { assert } from '@mayago/kernel/assert.ts'

/**
 * Seals single fields with AES-256-GCM (NIST SP 800-38D). A sealed text is `v1.<key>.<nonce>.<ciphertext and tag>`, all in
 * base64url. The place (`table.column:row id`) is authenticated with it: a sealed field moved to another row won't open.
 */
export interface Sealer {
  seal(place: string, text: string): string
  /** Throws when the text was changed, moved, or sealed by a key we no longer have. */
  open(place: string, sealed: string): string
  /** Whether the newest key sealed it; what it did not, `npm run fields:rotate` seals anew. */
  isCurrent(sealed: string): boolean
}

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** `keys` of 32 bytes each, the newest first: it seals, all open. */
export const createSealer = (keys: readonly Uint8Array[]): Sealer => {
  const ring = new Map(keys.map((key) => [nameOf(key), createSecretKey(key)]))
  const [newest] = ring
  assert(newest !== undefined, 'a sealer has a key')
  const [currentName, currentKey] = newest
  return {
    seal: (place, text) => {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', currentKey, nonce).setAAD(Buffer.from(place))
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `v1.${currentName}.${nonce.toString('base64url')}.${sealed.toString('base64url')}`
    },
    open: (place, sealed) => {
      const [version, name, nonce, body] = sealed.split('.')
      const key: KeyObject | undefined = ring.get(name ?? '')
      assert(version === 'v1' && key !== undefined && nonce && body, 'the field was sealed by a key of ours')
      const bytes = Buffer.from(body, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'), {
        authTagLength: TAG_BYTES,
      })
      decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(-TAG_BYTES))
      return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8')
    },
    isCurrent: (sealed) => sealed.startsWith(`v1.${currentName}.`),
  }
}

/** Names a key without telling it. */
const nameOf = (key: Uint8Array): string =>
  createHash('sha256').update('mayago field key\0').update(key).digest('base64url').slice(0, 8)
