import type { Money } from '@mayago/kernel/money.ts'

/** One line of a party with its price, in the reader's language. */
export interface PartyItem {
  unitId: string
  type: string
  title: string
  quantity: number
  price: Money
  subtotal: Money
}
