import { z } from 'zod'
import { refuse } from '@mayago/kernel/errors.ts'
import { isCommon } from './commonPasswords.ts'

export const PASSWORD_LENGTH_MIN = 10
export const PASSWORD_LENGTH_MAX = 128

/** A password as it comes in. Its length is judged by use-cases, which tell why; this only keeps megabytes out. */
export const passwordInput = z.string().max(4096)

/** One password has one spelling, whichever keyboard wrote it (NIST SP 800-63B §5.1.1.2). */
export const normalizePassword = (password: string): string => password.normalize('NFKC')

/** Whether it could be anybody's password: what can't is never hashed. */
export const canBePassword = (password: string): boolean => {
  const length = [...normalizePassword(password)].length
  return length > 0 && length <= PASSWORD_LENGTH_MAX && !password.includes('\0')
}

/** Refuses a new password that is short, long, common, or like the person it belongs to: `password_refused`. */
export const assertGoodPassword = (password: string, person: { name: string; email: string }): void => {
  const plain = normalizePassword(password)
  const { length } = [...plain]
  if (length > PASSWORD_LENGTH_MAX || plain.includes('\0')) throw refuse('password_refused', { reason: 'too_long' })
  if (length < PASSWORD_LENGTH_MIN) throw refuse('password_refused', { reason: 'too_short' })
  if (isCommon(plain)) throw refuse('password_refused', { reason: 'common' })
  if (isLike(plain, person)) throw refuse('password_refused', { reason: 'like_you' })
}

const SHORTEST_LIKENESS = 4
/** More than this of a password may not be what everybody knows of its owner. */
const SHARE_MAX = 0.5

const isLike = (password: string, { name, email }: { name: string; email: string }): boolean => {
  const folded = fold(password)
  const parts = [...fold(name).split(' '), ...fold(email).split(' '), 'mayago']
  const rest = parts
    .filter((part) => part.length >= SHORTEST_LIKENESS)
    .reduce((text, part) => text.replaceAll(part, ''), folded)
  return rest.length < folded.length * (1 - SHARE_MAX)
}

/** "José.Ramos@mail.example" → "jose ramos mail example" */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
