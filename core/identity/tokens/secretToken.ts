import { createHash, randomBytes } from 'node:crypto'

/** 32 random bytes, told once and kept as their SHA-256: who reads the table can't use it. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** The hash of a secret as it came in, or null for a text that can't be one. */
export const hashSecret = (secret: string): Buffer | null => (/^[\w-]{43}$/.test(secret) ? digest(secret) : null)

export const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
