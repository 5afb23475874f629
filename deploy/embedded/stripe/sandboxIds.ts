import { randomBytes } from 'node:crypto'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Random letters and digits. A byte beyond the last whole multiple of 62 is thrown away, so that none is likelier. */
const randomText = (length: number): string => {
  let text = ''
  while (text.length < length)
    for (const byte of randomBytes(length)) if (byte < 248 && text.length < length) text += LETTERS[byte % 62]
  return text
}

export const newStripeId = (prefix: string): string => `${prefix}_${randomText(24)}`
export const newSessionId = (): string => `cs_test_${randomText(58)}`
export const newClientSecret = (id: string): string => `${id}_secret_${randomText(25)}`
export const newRequestId = (): string => `req_${randomText(14)}`
/** Opens something to whoever was given it. */
export const newSecret = (): string => randomText(32)
