/** Counts requests per key in a window; the kept library behind it is rate-limiter-flexible. */
export interface LimitsPort {
  /** Takes one point from the named limit for this key. `allowed` is true when the limiter itself is unreachable and the limit is `open`. */
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
 * Which limits let everybody pass when the shared counter can't be reached: those that only guard reading. The others
 * fall back to counting within each process.
 */
export const OPEN_LIMITS: Record<LimitName, boolean> = {
  api: true,
  search: true,
  holds: false,
  checkout: false,
  liveTickets: false,
}

export interface LimitState {
  allowed: boolean
  limit: number
  remaining: number
  resetSeconds: number
}

/** Each limit's name; points and window come from configuration (`LIMITS_<NAME>`, "points/seconds", 0 switches it off). */
export type LimitName = 'api' | 'holds' | 'search' | 'checkout' | 'liveTickets'
