import { assert } from '@mayago/kernel/assert.ts'
import { isCurrency, money, type Money } from '@mayago/kernel/money.ts'
import { chargeStepOf } from '../../ports/payments.ts'

/** What Stripe is sent: whole minor units, as ours are, in steps that it takes. MONEY-3. */
export const toAmount = ({ minor, currency }: Money): { amount: number; currency: string } => {
  assert(minor % chargeStepOf(currency) === 0, `${minor} ${currency} is a whole number of steps that Stripe takes`)
  return { amount: minor, currency: currency.toLowerCase() }
}

/** Stripe's amounts are whole minor units, as ours are; only the currency's spelling differs. MONEY-3. */
export const toMoney = (minor: number, currency: string): Money => {
  const code = currency.toUpperCase()
  assert(isCurrency(code), `Stripe answered in a currency we sell in, not ${code}`)
  return money(minor, code)
}

/** Stripe's references are an id, or the object itself where it was expanded. */
export const idOf = (reference: unknown): string | null => {
  if (typeof reference === 'string') return reference
  if (typeof reference === 'object' && reference !== null && 'id' in reference) return String(reference.id)
  return null
}

export const toInstant = (seconds: number): Date => new Date(seconds * 1000)
