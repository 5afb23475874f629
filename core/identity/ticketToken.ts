import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { assert } from '@mayago/kernel/assert.ts'
import { fromBase45, toBase45 } from '@mayago/kernel/base45.ts'

/** What a gate needs to know of a ticket without asking anybody. */
export interface TicketPayload {
  ticketId: string
  departureId: string
  reference: string
  startsAt: Date
}

export interface TicketTokens {
  ticketToken(payload: TicketPayload): string
  /** Null for a text that we did not sign. */
  readTicketToken(token: string): TicketPayload | null
  /** SubjectPublicKeyInfo, PEM: all that a gate needs. */
  readonly ticketPublicKey: string
}

/** RFC 8410 §7: the PKCS#8 wrapping of a raw Ed25519 seed. */
const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const PREFIX = 'MG1:'
const REFERENCE_BYTES = 8
const PAYLOAD_BYTES = 16 + 16 + 4 + REFERENCE_BYTES
const SIGNATURE_BYTES = 64

/**
 * Writes and reads the text in a ticket's QR: `MG1:` and, in Base45, ticket id, departure id, start (seconds, 32 bits),
 * reference and an Ed25519 signature over them. Small, so that the code stays coarse enough for a gate in the sun, and
 * checked offline with the public key alone.
 */
export const createTicketTokens = (seed: Uint8Array): TicketTokens => {
  const privateKey: KeyObject = createPrivateKey({
    key: Buffer.concat([ED25519_PKCS8, seed]),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = createPublicKey(privateKey)
  return {
    ticketToken: (payload) => {
      const bytes = toBytes(payload)
      return PREFIX + toBase45(Buffer.concat([bytes, sign(null, bytes, privateKey)]))
    },
    readTicketToken: (token) => {
      const bytes = token.startsWith(PREFIX) ? fromBase45(token.slice(PREFIX.length)) : null
      if (bytes?.length !== PAYLOAD_BYTES + SIGNATURE_BYTES) return null
      const payload = Buffer.from(bytes.subarray(0, PAYLOAD_BYTES))
      return verify(null, payload, publicKey, bytes.subarray(PAYLOAD_BYTES)) ? fromBytes(payload) : null
    },
    ticketPublicKey: publicKey.export({ format: 'pem', type: 'spki' }).toString(),
  }
}

const toBytes = ({ ticketId, departureId, reference, startsAt }: TicketPayload): Buffer => {
  assert(reference.length === REFERENCE_BYTES, 'a reference has eight letters')
  const start = Buffer.alloc(4)
  start.writeUInt32BE(Math.floor(startsAt.getTime() / 1000))
  return Buffer.concat([uuidBytes(ticketId), uuidBytes(departureId), start, Buffer.from(reference, 'ascii')])
}

const fromBytes = (bytes: Buffer): TicketPayload => ({
  ticketId: toUuid(bytes.subarray(0, 16)),
  departureId: toUuid(bytes.subarray(16, 32)),
  startsAt: new Date(bytes.readUInt32BE(32) * 1000),
  reference: bytes.subarray(36).toString('ascii'),
})

const uuidBytes = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex')

const toUuid = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
