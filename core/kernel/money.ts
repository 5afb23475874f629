import { allocate as dineroAllocate, dinero, toSnapshot } from 'dinero.js'

/** An amount in whole minor units of its currency: MX$12.50 is 1250, ¥1250 is 1250, KD 1.250 is 1250. MONEY-3. */
export interface Money {
  readonly minor: number
  readonly currency: Currency
}

/** Decimal places by ISO 4217. */
const EXPONENTS = {
  AUD: 2,
  BZD: 2,
  CAD: 2,
  EUR: 2,
  GBP: 2,
  GTQ: 2,
  HNL: 2,
  JPY: 0,
  KWD: 3,
  MAD: 2,
  MXN: 2,
  NZD: 2,
  USD: 2,
} as const
export type Currency = keyof typeof EXPONENTS
export const CURRENCIES = Object.keys(EXPONENTS) as [Currency, ...Currency[]]

export const isCurrency = (code: string): code is Currency => Object.hasOwn(EXPONENTS, code)
export const exponentOf = (currency: Currency): number => EXPONENTS[currency]

/** `minor` must be a safe whole number: anything else is a bug upstream, and stops here. */
export const money = (minor: number, currency: Currency): Money => {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`${minor} is not a whole number of minor units`)
  return { minor, currency }
}
export const zero = (currency: Currency): Money => money(0, currency)

const sameCurrency = (a: Money, b: Money): void => {
  if (a.currency !== b.currency) throw new RangeError(`${a.currency} and ${b.currency} do not mix`)
}
export const add = (a: Money, b: Money): Money => (sameCurrency(a, b), money(a.minor + b.minor, a.currency))
export const subtract = (a: Money, b: Money): Money => (sameCurrency(a, b), money(a.minor - b.minor, a.currency))
export const times = (a: Money, quantity: number): Money => money(a.minor * quantity, a.currency)
export const sum = (amounts: readonly Money[], currency: Currency): Money => amounts.reduce(add, zero(currency))

/**
 * Splits an amount by whole-number weights without losing a minor unit: the leftovers go to the largest remainders,
 * earliest first.
 */
export const allocate = (amount: Money, weights: readonly number[]): Money[] => {
  const base = { code: amount.currency, base: 10, exponent: exponentOf(amount.currency) }
  const total = weights.reduce((a, b) => a + b, 0)
  if (total <= 0) throw new RangeError('weights must add up to more than zero')
  const floors = weights.map((weight) => Math.floor((amount.minor * weight) / total))
  const exact = dineroAllocate(dinero({ amount: amount.minor, currency: base }), [...weights])
  // dinero hands leftovers out in order; ours go to the largest remainder, so that 1:1:98 splits fairly.
  let left = exact.reduce((minor, share) => minor + toSnapshot(share).amount, 0) - floors.reduce((a, b) => a + b, 0)
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (amount.minor * weight) % total }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  for (const { index } of byRemainder) {
    if (left === 0) break
    floors[index] = (floors[index] as number) + 1
    left -= 1
  }
  return floors.map((minor) => money(minor, amount.currency))
}

/**
 * The share in percent of an amount in whole steps (of minor units), half a step rounded up: against the house, and
 * never above an amount that is itself whole steps.
 */
export const percentOf = (amount: Money, percent: number, step = 1): Money => {
  if (!Number.isInteger(percent) || percent < 0 || percent > 100) throw new RangeError(`${percent} is not a percentage`)
  return money(Math.floor((amount.minor * percent + 50 * step) / (100 * step)) * step, amount.currency)
}

/** What people see before the number: never a bare "$", which half of America would read as its own. */
const SYMBOLS: Record<Currency, string> = {
  AUD: 'A$',
  BZD: 'BZ$',
  CAD: 'CA$',
  EUR: '€',
  GBP: '£',
  GTQ: 'Q',
  HNL: 'L',
  JPY: '¥',
  KWD: 'KD',
  MAD: 'DH',
  MXN: 'MX$',
  NZD: 'NZ$',
  USD: 'US$',
}

const formats = new Map<string, Intl.NumberFormat>()
/** A format made once: making one costs more than a hundred uses, and a page of prices has as many. */
export const numberFormat = (locale: string, style: Intl.NumberFormatOptions): Intl.NumberFormat => {
  const key = locale + JSON.stringify(style)
  let format = formats.get(key)
  if (!format) formats.set(key, (format = new Intl.NumberFormat(locale, style)))
  return format
}

/** "MX$1,450", "¥9,800", "Q 420", "KD 12.500": decimals are left out where there are none to show. Letters keep a space. */
export const formatMoney = (amount: Money, locale: string): string => {
  const exponent = exponentOf(amount.currency)
  const digits = amount.minor % 10 ** exponent === 0 ? 0 : exponent
  const symbol = SYMBOLS[amount.currency]
  const number = numberFormat(locale === 'es' ? 'es-419' : locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(toDecimalString(amount).replace('-', '') as unknown as number)
  return `${amount.minor < 0 ? '−' : ''}${symbol}${/[A-Z]$/.test(symbol) ? '\u00a0' : ''}${number}`
}

/** Exact decimal text, e.g. "12.500" for 12500 KWD minor units: for APIs and documents, without floats. */
export const toDecimalString = ({ minor, currency }: Money): string => {
  const exponent = exponentOf(currency)
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0')
  const whole = digits.slice(0, digits.length - exponent)
  return `${minor < 0 ? '-' : ''}${whole}${exponent === 0 ? '' : `.${digits.slice(-exponent)}`}`
}
