import type { BusPort } from './bus.ts'
import type { CachePort } from './cache.ts'
import type { FilesPort } from './files.ts'
import type { HooksPort } from './hooks.ts'
import type { IssuersPort } from './issuers.ts'
import type { LimitsPort } from './limits.ts'
import type { LogPort } from './log.ts'
import type { MailPort } from './mail.ts'
import type { PaymentsPort } from './payments.ts'
import type { SmsPort } from './sms.ts'

/** What lies outside. Each has a production adapter and an embedded one, chosen once at start. */
export interface Ports {
  bus: BusPort
  /** May be evicted at any time. */
  cache: CachePort
  /** What must not be evicted though it is short-lived: revocations, single-use claims. Shares the limits' database. */
  marks: CachePort
  files: FilesPort
  hooks: HooksPort
  issuers: IssuersPort
  limits: LimitsPort
  log: LogPort
  mail: MailPort
  payments: PaymentsPort
  sms: SmsPort
}
