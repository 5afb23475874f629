import { z } from 'zod'
import { idView, moneyView } from '../viewParts.ts'

/** One line of a party with its price, in the reader's language. */
export const partyItem = z
  .object({
    unitId: idView,
    type: z.string(),
    title: z.string(),
    quantity: z.int().min(1),
    price: moneyView,
    subtotal: moneyView,
  })
  .meta({ id: 'PartyItem' })
export type PartyItem = z.infer<typeof partyItem>
