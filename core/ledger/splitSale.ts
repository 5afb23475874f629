import { allocate, money, type Money } from '@mayago/kernel/money.ts'
import { chargeStepOf } from '../ports/payments.ts'

export interface SaleShares {
  provider: Money
  commission: Money
}

/**
 * What of a sale is the provider's and what is the house's, at the percentage that its booking froze. The two are the
 * whole to the last minor unit, and each is whole steps that cards and transfers take. MONEY-3.
 */
export const splitSale = (amount: Money, commissionPercent: number): SaleShares => {
  const step = chargeStepOf(amount.currency)
  const steps = money(amount.minor / step, amount.currency)
  const [provider, commission] = allocate(steps, [100 - commissionPercent, commissionPercent]) as [Money, Money]
  return {
    provider: money(provider.minor * step, amount.currency),
    commission: money(commission.minor * step, amount.currency),
  }
}
