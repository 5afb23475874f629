import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'

/** Signs the audit log's head, so that who can write to the database can't write another past. */
export interface HeadSigner {
  sign(text: string): string
  isSigned(text: string, signature: string): boolean
  /** The public half of the key that signs, in base64url: what a successor is told so that these heads stay good. */
  publicKey: string
}

/** RFC 8410 §7: the PKCS#8 wrapping of a raw Ed25519 seed. */
const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')
/** RFC 8410 §4: that of a raw public key. */
const ED25519_SPKI = Buffer.from('302a300506032b6570032100', 'hex')
const PURPOSE = 'mayago audit head\0'

/** `seed` signs; heads of keys that signed before it, told by their public halves, are ours too. */
export const createHeadSigner = (seed: Uint8Array, formerPublicKeys: readonly Uint8Array[] = []): HeadSigner => {
  const privateKey = createPrivateKey({ key: Buffer.concat([ED25519_PKCS8, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(privateKey)
  const ours = [publicKey, ...formerPublicKeys.map(toPublicKey)]
  const bytesOf = (text: string): Buffer => Buffer.from(PURPOSE + text)
  return {
    sign: (text) => sign(null, bytesOf(text), privateKey).toString('base64url'),
    isSigned: (text, signature) =>
      ours.some((key) => verify(null, bytesOf(text), key, Buffer.from(signature, 'base64url'))),
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(ED25519_SPKI.length).toString('base64url'),
  }
}

const toPublicKey = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([ED25519_SPKI, raw]), format: 'der', type: 'spki' })
