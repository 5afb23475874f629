import { hash, needsRehash, verify } from 'argon2'
import { refuse } from '@mayago/kernel/errors.ts'
import { normalizePassword } from './password.rules.ts'

/** Hashes passwords with argon2id, one at a time in a process. */
export interface PasswordHasher {
  /** The encoding carries parameters and salt. Throws `overloaded` when too many wait. */
  hash(password: string): Promise<string>
  /** Whether the password is the encoded one; null is nobody's and costs the same. Throws `overloaded`. */
  verify(encoding: string | null, password: string): Promise<boolean>
  /** Whether parameters have risen since it was encoded. */
  isOutdated(encoding: string): boolean
}

export interface HashingCost {
  memoryCost: number
  timeCost: number
  parallelism: number
}

/** OWASP's minimum for argon2id (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. */
export const OWASP_MINIMUM: HashingCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/** Argon2's type 2 is argon2id. */
const ARGON2ID = 2
/** About a second of waiting: whoever comes later is told to come back. */
const WAITING_MAX = 20

/**
 * One hash at a time takes one core at most, so that a flood of sign-ins leaves the others to bookings; a short queue
 * keeps who waits from waiting long.
 */
export const createPasswordHasher = (cost: HashingCost = OWASP_MINIMUM, waitingMax = WAITING_MAX): PasswordHasher => {
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  let nobodys: Promise<string> | undefined

  const inTurn = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (waiting > waitingMax) throw refuse('overloaded', { retryAfterSeconds: 1 })
    waiting += 1
    const mine = last.then(work).finally(() => (waiting -= 1))
    last = mine.catch(() => undefined)
    return mine
  }

  const encode = (password: string): Promise<string> => hash(normalizePassword(password), { ...cost, type: ARGON2ID })

  return {
    hash: (password) => inTurn(() => encode(password)),
    verify: (encoding, password) =>
      inTurn(async () => {
        // Made once with the present parameters: an unknown account takes as long as a known one.
        nobodys ??= encode('nobody has this password')
        const matches = await verify(encoding ?? (await nobodys), normalizePassword(password))
        return encoding !== null && matches
      }),
    isOutdated: (encoding) => needsRehash(encoding, cost),
  }
}
