import type { BusPort } from './bus.ts'
import type { CachePort } from './cache.ts'
import type { LimitsPort } from './limits.ts'
import type { LogPort } from './log.ts'
import type { MailPort } from './mail.ts'
import type { PaymentsPort } from './payments.ts'

/** What lies outside. Each has a production adapter and an embedded one, chosen once at start. */
export interface Ports {
  bus: BusPort
  cache: CachePort
  limits: LimitsPort
  log: LogPort
  mail: MailPort
  payments: PaymentsPort
}
