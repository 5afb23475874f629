/** Counts requests per key in a window; the kept library behind it is rate-limiter-flexible. */
export interface LimitsPort {
  /** Takes one point from the named limit for this key. Throws `temporarily_unavailable` where the shared counter is away and the limit is `closed`. */
  take(limit: LimitName, key: string): Promise<LimitState>
  close(): Promise<void>
}

/** How often within how many seconds. */
export interface LimitRule {
  points: number
  seconds: number
}
/** Each limit's rule; null switches it off. */
export type LimitRules = Record<LimitName, LimitRule | null>

/**
 * What each limit does while the shared counter can't be reached. `open` lets everybody pass: it only guards reading.
 * `counted` counts within each process. `closed` lets nobody pass: guessing must not become free.
 */
export const WITHOUT_COUNTER: Record<LimitName, 'open' | 'counted' | 'closed'> = {
  api: 'open',
  pages: 'open',
  search: 'open',
  holds: 'counted',
  checkout: 'counted',
  liveTickets: 'counted',
  signIn: 'closed',
  registration: 'closed',
  reset: 'closed',
  secondFactor: 'closed',
}

export interface LimitState {
  allowed: boolean
  limit: number
  windowSeconds: number
  remaining: number
  resetSeconds: number
}

/** Each limit's name; points and window come from configuration (`LIMITS_<NAME>`, "points/seconds", 0 switches it off). */
export type LimitName =
  | 'api'
  | 'pages'
  | 'holds'
  | 'search'
  | 'checkout'
  | 'liveTickets'
  | 'signIn'
  | 'registration'
  | 'reset'
  | 'secondFactor'
