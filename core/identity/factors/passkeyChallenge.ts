import type { Ctx } from '../../context.ts'

/** What a challenge was given out for: an answer to one never passes for another. */
export type PasskeyPurpose = 'register' | 'sign_in' | 'second_factor'

const SECONDS = 300

/** Remembers a challenge for one answer within five minutes; `userId` is whose answer it must be, null for anybody's. */
export const keepChallenge = async (
  { ports }: Ctx,
  purpose: PasskeyPurpose,
  challenge: string,
  userId: string | null,
): Promise<void> => {
  await ports.marks.add(keyOf(purpose, challenge), userId ?? ANYBODY, SECONDS)
}

/** The challenge that an answer names, used up by this; null for one that we did not give out to this user, or not now. */
export const takeChallenge = async (
  { ports }: Ctx,
  purpose: PasskeyPurpose,
  clientDataJSON: string,
  userId: string | null,
): Promise<string | null> => {
  const challenge = challengeIn(clientDataJSON)
  const owner = challenge === null ? null : await ports.marks.take(keyOf(purpose, challenge))
  return owner === (userId ?? ANYBODY) ? challenge : null
}

const ANYBODY = 'anybody'
const CHALLENGE = /^[\w-]{43}$/

/** Only looks it up: the library compares it again with what was signed. */
const challengeIn = (clientDataJSON: string): string | null => {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'))
    const challenge = typeof data === 'object' && data !== null && 'challenge' in data ? data.challenge : null
    return typeof challenge === 'string' && CHALLENGE.test(challenge) ? challenge : null
  } catch {
    return null
  }
}

const keyOf = (purpose: PasskeyPurpose, challenge: string): string => `passkey:${purpose}:${challenge}`
