import type { Chance } from '../faults/chance.ts'

/** What earlier answers told: the words with which later requests get further in, and reach for what is another's. */
export interface Known {
  /** Keeps what an answer tells. */
  learn(body: unknown): void
  /** Some id: of a hold, booking, user, key, session or whatever came by. */
  id(chance: Chance): string
  /** A bearer token of somebody. */
  token(chance: Chance): string
  holdToken(chance: Chance): string
  cursor(chance: Chance): string
}

const KEPT = 300
/** Secrets of apps are called so too. */
const isToken = (name: string, text: string): boolean => name !== 'key' || text.startsWith('mgk_')
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** One in so many ids is one of those that are worth asking for at any time. */
const LASTING_ONE_IN = 4

/** `lasting` are ids that are never forgotten. */
export const makeKnown = (lasting: readonly string[]): Known => {
  const ids: string[] = []
  const kept: Record<'accessToken' | 'key' | 'holdToken' | 'nextCursor', string[]> = {
    accessToken: [],
    key: [],
    holdToken: [],
    nextCursor: [],
  }
  const keep = (list: string[], text: string): void => {
    if (list.includes(text)) return
    if (list.push(text) > KEPT) list.shift()
  }
  const learn = (value: unknown, name = ''): void => {
    if (typeof value === 'string') {
      if (UUID.test(value)) keep(ids, value)
      else if (Object.hasOwn(kept, name) && isToken(name, value)) keep(kept[name as keyof typeof kept], value)
    } else if (typeof value === 'object' && value !== null)
      for (const [inner, part] of Object.entries(value).slice(0, 30)) learn(part, inner)
  }
  const some = (chance: Chance, list: readonly string[]): string => (list.length === 0 ? 'none' : chance.pick(list))
  return {
    learn,
    id: (chance) => some(chance, chance.under(LASTING_ONE_IN) === 0 ? lasting : ids),
    token: (chance) => some(chance, chance.pick([kept.accessToken, kept.key])),
    holdToken: (chance) => some(chance, kept.holdToken),
    cursor: (chance) => some(chance, kept.nextCursor),
  }
}
