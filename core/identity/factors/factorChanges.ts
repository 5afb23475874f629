import type { SecondFactorMethod } from '@mayago/kernel/errors.ts'
import type { AuditAction } from '../../audit/index.ts'

/** What can happen to somebody's factors: how it is written down, and of which kind the factor is. */
export const FACTOR_CHANGES = {
  totpAdded: { act: 'factor.added', method: 'totp' },
  totpRemoved: { act: 'factor.removed', method: 'totp' },
  passkeyAdded: { act: 'factor.added', method: 'passkey' },
  passkeyRenamed: { act: 'factor.renamed', method: 'passkey' },
  passkeyRemoved: { act: 'factor.removed', method: 'passkey' },
  smsAdded: { act: 'factor.added', method: 'sms' },
  smsRemoved: { act: 'factor.removed', method: 'sms' },
  recoveryCodesMade: { act: 'recoveryCodes.made', method: 'recovery_code' },
  recoveryCodeUsed: { act: 'recoveryCode.used', method: 'recovery_code' },
} as const satisfies Record<string, { act: AuditAction; method: SecondFactorMethod }>
export type FactorChange = keyof typeof FACTOR_CHANGES
