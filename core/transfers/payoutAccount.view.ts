import type { Money } from '@mayago/kernel/money.ts'
import type { AccountRequirements } from '../ports/paymentAccounts.ts'

/** How a provider stands with its money: whether it can be sent any, and what of it is not where it belongs yet. */
export interface PayoutAccountView {
  /** `none`: onboarding was not begun. `open`: begun. `restricted`: done, and Stripe asks for more. */
  state: 'none' | 'open' | 'restricted' | 'ready'
  canBePaidOut: boolean
  /** What Stripe still asks for; null with no account. */
  requirements: AccountRequirements | null
  bankAccount: { bankName: string | null; last4: string; currency: string } | null
  /** Shares that are on their way or wait here, by currency. */
  waiting: Money[]
  /** What refunds made come back and is not back, by currency: later transfers pay it. */
  owed: Money[]
}
