import { refuse } from '@mayago/kernel/errors.ts'
import type { Ctx } from './context.ts'
import type { LimitName, LimitState } from './ports/limits.ts'

export interface Limited {
  allowed: boolean
  retryAfterSeconds: number
  /** The nearest limit, as clients of many APIs read it. Empty when none is switched on. */
  headers: Record<string, string>
}

/** Takes a point from each named limit for this client's network. */
export const takeLimits = async (ctx: Ctx, names: readonly LimitName[]): Promise<Limited> => {
  const key = networkOf(ctx.address)
  const states = await Promise.all(names.map((name) => ctx.ports.limits.take(name, key)))
  const nearest = states.filter(({ limit }) => limit > 0).sort(byNearness)[0]
  if (nearest === undefined) return { allowed: true, retryAfterSeconds: 0, headers: {} }
  return {
    allowed: nearest.allowed,
    retryAfterSeconds: nearest.resetSeconds,
    headers: {
      'ratelimit-limit': String(nearest.limit),
      'ratelimit-remaining': String(nearest.remaining),
      'ratelimit-reset': String(nearest.resetSeconds),
    },
  }
}

/** The same for doors that tell no headers. Throws `too_many_requests`. */
export const assertWithinLimits = async (ctx: Ctx, names: readonly LimitName[]): Promise<void> => {
  const { allowed, retryAfterSeconds } = await takeLimits(ctx, names)
  if (!allowed) throw refuse('too_many_requests', { retryAfterSeconds })
}

const byNearness = (a: LimitState, b: LimitState): number =>
  Number(a.allowed) - Number(b.allowed) || a.remaining - b.remaining

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
