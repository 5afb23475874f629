import { invalidRequest } from './stripeError.ts'

const AMOUNT_MAX = 99_999_999
const THREE_DECIMALS = new Set(['bhd', 'jod', 'kwd', 'omr', 'tnd'])
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

/** Three-decimal currencies are settled in two decimals: the last digit has to be 0. */
export const assertStep = (amount: number, currency: string, param = 'amount'): number => {
  if (THREE_DECIMALS.has(currency) && amount % 10 !== 0)
    throw invalidRequest(`Invalid amount for ${currency}: the least significant digit must be 0.`, { param })
  return amount
}
