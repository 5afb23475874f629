/** An account as a passkey knows it: its id's sixteen bytes, which tell nothing of the person (WebAuthn §14.6.1). */
export const toBytes = (userId: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(userId.replaceAll('-', ''), 'hex'))

export const toHandle = (userId: string): string => Buffer.from(toBytes(userId)).toString('base64url')
