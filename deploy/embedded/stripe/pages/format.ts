/** "MX$1,450.00" for Stripe's minor units; a code Intl does not know stays as it is. */
export const formatAmount = (minor: number, currency: string): string => {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: currency.toUpperCase() })
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2
  const digits = String(minor).padStart(decimals + 1, '0')
  const decimal = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
  return format.format(decimal as `${number}`)
}

export const formatSeconds = (seconds: number): string => formatMs(seconds * 1000)

export const formatMs = (milliseconds: number): string =>
  `${new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ')} UTC`
