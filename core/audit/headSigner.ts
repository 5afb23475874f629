import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'

/** Signs the audit log's head, so that who can write to the database can't write another past. */
export interface HeadSigner {
  sign(text: string): string
  isSigned(text: string, signature: string): boolean
}

/** RFC 8410 §7: the PKCS#8 wrapping of a raw Ed25519 seed. */
const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const PURPOSE = 'mayago audit head\0'

export const createHeadSigner = (seed: Uint8Array): HeadSigner => {
  const privateKey = createPrivateKey({ key: Buffer.concat([ED25519_PKCS8, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(privateKey)
  const bytesOf = (text: string): Buffer => Buffer.from(PURPOSE + text)
  return {
    sign: (text) => sign(null, bytesOf(text), privateKey).toString('base64url'),
    isSigned: (text, signature) => verify(null, bytesOf(text), publicKey, Buffer.from(signature, 'base64url')),
  }
}
