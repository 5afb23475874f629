import { invalidRequest } from './stripeError.ts'

const AMOUNT_MAX = 99_999_999
const THREE_DECIMALS = new Set(['bhd', 'jod', 'kwd', 'omr', 'tnd'])
/** Written with two decimals that are always 0 (https://docs.stripe.com/currencies#special-cases). */
const WHOLE_ONLY = new Set(['isk', 'ugx'])
/** Banks take no fractions of these, cards do. */
const WHOLE_PAYOUTS = new Set(['huf', 'twd'])
/** The least Stripe charges, in minor units (https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts). */
const AMOUNT_MIN: Record<string, number> = {
  usd: 50,
  aed: 200,
  aud: 50,
  brl: 50,
  cad: 50,
  chf: 50,
  czk: 1500,
  dkk: 250,
  eur: 50,
  gbp: 30,
  hkd: 400,
  huf: 17500,
  inr: 50,
  jpy: 50,
  mxn: 1000,
  myr: 200,
  nok: 300,
  nzd: 50,
  pln: 200,
  ron: 200,
  sek: 300,
  sgd: 50,
  thb: 1000,
}

export const assertCurrency = (currency: string): string => {
  if (!/^[A-Za-z]{3}$/.test(currency) || !Intl.supportedValuesOf('currency').includes(currency.toUpperCase()))
    throw invalidRequest(
      `Invalid currency: ${currency}. Stripe currently supports these currencies: see https://stripe.com/docs/currencies`,
      {
        param: 'currency',
      },
    )
  return currency.toLowerCase()
}

/** What may be charged in a currency; `param` is what to blame. */
export const assertChargeable = (amount: number, currency: string, param = 'amount'): number => {
  if (amount < 1)
    throw invalidRequest('This value must be greater than or equal to 1.', { code: 'parameter_invalid_integer', param })
  if (amount < (AMOUNT_MIN[currency] ?? 1))
    throw invalidRequest(`Amount must be no less than ${AMOUNT_MIN[currency]} (${currency}, minor units)`, {
      code: 'amount_too_small',
      param,
    })
  if (amount > AMOUNT_MAX)
    throw invalidRequest(`Amount must be no more than ${AMOUNT_MAX} (${currency}, minor units)`, {
      code: 'amount_too_large',
      param,
    })
  return assertStep(amount, currency, param)
}

/** Three-decimal currencies are settled in two decimals, a few in none: the last digits have to be 0. */
export const assertStep = (amount: number, currency: string, param = 'amount'): number =>
  assertWhole(amount, THREE_DECIMALS.has(currency) ? 10 : WHOLE_ONLY.has(currency) ? 100 : 1, currency, param)

/** What a bank takes: as cards do, and forints and Taiwan dollars whole. */
export const assertPayoutStep = (amount: number, currency: string): number =>
  assertWhole(assertStep(amount, currency), WHOLE_PAYOUTS.has(currency) ? 100 : 1, currency, 'amount')

/** An amount that moves what is already there: of no minimum but one step. */
export const assertMovable = (amount: number, currency: string): number => {
  if (amount < 1)
    throw invalidRequest('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: 'amount',
    })
  return assertStep(amount, currency)
}

/**
 * What Stripe keeps of a charge here: 2.9 percent, half a step up, and 30 cents, 30 yen or 100 fils. Each country has a
 * price list of its own; the books must not know any of them by heart.
 */
export const feeOf = (amount: number, currency: string): number => {
  const step = THREE_DECIMALS.has(currency) ? 10 : WHOLE_ONLY.has(currency) ? 100 : 1
  const fixed = THREE_DECIMALS.has(currency) ? 100 : 30
  return Math.floor((amount * 29 + 500 * step) / (1000 * step)) * step + (WHOLE_ONLY.has(currency) ? 0 : fixed)
}

/** What a bank's claim costs, won or lost: 15.00, 1500 yen or 5.000 dinars. */
export const disputeFeeOf = (currency: string): number => (THREE_DECIMALS.has(currency) ? 5000 : 1500)

const assertWhole = (amount: number, step: number, currency: string, param: string): number => {
  if (amount % step !== 0)
    throw invalidRequest(
      `Invalid amount for ${currency}: the least significant digit${step > 10 ? 's' : ''} must be 0.`,
      { param },
    )
  return amount
}
