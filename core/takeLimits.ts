import { refuse } from '@mayago/kernel/errors.ts'
import type { Ctx } from './context.ts'
import type { Actor } from './identity/actor.ts'
import type { LimitName, LimitState } from './ports/limits.ts'

export interface Limited {
  allowed: boolean
  retryAfterSeconds: number
  /** What each limit that was asked allows and what is left of it. Empty when none is switched on. */
  headers: Record<string, string>
}

/** Limits of whoever asks, wherever they are; the others are of the network that the request came from. */
const BY_ACTOR: ReadonlySet<LimitName> = new Set(['api'])

/**
 * Takes a point from each named limit: that of the API by user or key, else by network, all others by network. The
 * headers are those of draft-ietf-httpapi-ratelimit-headers-10.
 */
export const takeLimits = async (ctx: Ctx, names: readonly LimitName[]): Promise<Limited> => {
  const network = networkOf(ctx.address)
  const taken = await Promise.all(
    names.map(async (name) => {
      const key = BY_ACTOR.has(name) ? (accountOf(ctx.actor) ?? network) : network
      return { name, ...(await ctx.ports.limits.take(name, key)) }
    }),
  )
  const counted = taken.filter(({ limit }) => limit > 0)
  const refused = counted.filter(({ allowed }) => !allowed)
  return {
    allowed: refused.length === 0,
    retryAfterSeconds: Math.max(0, ...refused.map(({ resetSeconds }) => resetSeconds)),
    headers: counted.length === 0 ? {} : headersOf(counted),
  }
}

/** The same for doors that tell no headers. Throws `too_many_requests`. */
export const assertWithinLimits = async (ctx: Ctx, names: readonly LimitName[]): Promise<void> => {
  const { allowed, retryAfterSeconds } = await takeLimits(ctx, names)
  if (!allowed) throw refuse('too_many_requests', { retryAfterSeconds })
}

/** Structured fields (RFC 9651), a list each: `"api";q=1000;w=3600` and `"api";r=998;t=3541`. */
const headersOf = (counted: readonly (LimitState & { name: LimitName })[]): Record<string, string> => ({
  'ratelimit-policy': counted
    .map(({ name, limit, windowSeconds }) => `"${name}";q=${limit};w=${windowSeconds}`)
    .join(', '),
  ratelimit: counted
    .map(({ name, remaining, resetSeconds }) => `"${name}";r=${remaining};t=${resetSeconds}`)
    .join(', '),
})

const accountOf = (actor: Actor): string | null => {
  if (actor.kind === 'user') return `u:${actor.userId}`
  return actor.kind === 'apiKey' ? `k:${actor.keyId}` : null
}

/** An IPv6 client has a whole /64 to call from. */
const networkOf = (address: string | null): string => {
  if (address === null) return 'unknown'
  return address.includes(':') && !address.includes('.') ? expand(address).slice(0, 4).join(':') : address
}

const expand = (address: string): string[] => {
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  return tail === undefined ? left : [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right]
}
