import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import type { AssertionResponse, RegistrationResponse } from '../core/identity/factors/factors.schema.ts'

export interface SoftPasskey {
  id: string
  /** What it answers to registration options. */
  register(challenge: string, over?: Over): RegistrationResponse
  /** What it answers to sign-in options; its counter grows by one each time. */
  answer(challenge: string, over?: Over): AssertionResponse
}

/** What an answer says that an honest one would not. */
export interface Over {
  origin?: string
  rpId?: string
  userVerified?: boolean
  counter?: number
  userHandle?: string
  type?: string
}

/** A passkey made of Node's own crypto, as an authenticator would answer (WebAuthn §6.1, ES256, no attestation). */
export const softPasskey = (origin: string, userHandle: string): SoftPasskey => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const jwk = publicKey.export({ format: 'jwk' })
  const rawId = randomBytes(32)
  const id = rawId.toString('base64url')
  const cose = Buffer.from(
    isoCBOR.encode(
      new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(jwk.x ?? '', 'base64url'))],
        [-3, new Uint8Array(Buffer.from(jwk.y ?? '', 'base64url'))],
      ]),
    ),
  )
  let counter = 0
  const clientData = (type: string, challenge: string, over: Over) =>
    Buffer.from(
      JSON.stringify({ type: over.type ?? type, challenge, origin: over.origin ?? origin, crossOrigin: false }),
    )
  /** Flags: user present 0x01, user verified 0x04, attested credential data 0x40. */
  const authData = (over: Over, count: number, attested?: Buffer) => {
    const flags = 0x01 | (over.userVerified === false ? 0 : 0x04) | (attested ? 0x40 : 0)
    const counted = Buffer.alloc(4)
    counted.writeUInt32BE(over.counter ?? count)
    const rpIdHash = createHash('sha256')
      .update(over.rpId ?? new URL(origin).hostname)
      .digest()
    return Buffer.concat([rpIdHash, Buffer.from([flags]), counted, attested ?? Buffer.alloc(0)])
  }
  const credential = { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} }
  return {
    id,
    register: (challenge, over = {}) => {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(rawId.length)
      const data = authData(over, counter, Buffer.concat([Buffer.alloc(16), length, rawId, cose]))
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(data)],
      ])
      return {
        ...credential,
        response: {
          clientDataJSON: clientData('webauthn.create', challenge, over).toString('base64url'),
          attestationObject: Buffer.from(isoCBOR.encode(attestation as never)).toString('base64url'),
          transports: ['internal'],
        },
      }
    },
    answer: (challenge, over = {}) => {
      counter += 1
      const data = authData(over, counter)
      const client = clientData('webauthn.get', challenge, over)
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()])
      return {
        ...credential,
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: sign('sha256', signed, privateKey).toString('base64url'),
          userHandle: over.userHandle ?? userHandle,
        },
      }
    },
  }
}
