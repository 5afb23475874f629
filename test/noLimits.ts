import type { LimitRules } from '../core/ports/limits.ts'

/** Every limit switched off: what most tests want. */
export const noLimits: LimitRules = {
  api: null,
  pages: null,
  search: null,
  holds: null,
  checkout: null,
  liveTickets: null,
  signIn: null,
  registration: null,
  reset: null,
  secondFactor: null,
}
