import { z } from 'zod'
import { CURRENCIES } from '@mayago/kernel/money.ts'

/** An amount in whole minor units: MX$12.50 is 1250, ¥1250 is 1250. MONEY-3. */
export const moneyView = z
  .object({
    minor: z.int().meta({ description: 'Whole minor units: MX$12.50 is 1250, ¥1250 is 1250, KD 1.250 is 1250.' }),
    currency: z.enum(CURRENCIES).meta({ description: 'ISO 4217.' }),
  })
  .meta({ id: 'Money' })

export const idView = z.uuid()
/** An instant in UTC. */
export const instantView = z.iso.datetime()
/** What clocks show at the place: "2027-03-14T06:30". */
export const localStartView = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
  .meta({ description: 'What clocks show at the place, without a zone: YYYY-MM-DDTHH:MM.' })
export const timeZoneView = z.string().meta({ description: 'IANA name of the time zone of the place.' })
export const count = z.int().min(0)

/** What is done and has nothing to tell. */
export const doneView = z.object({})

/** One page of a list; the cursor is opaque, and null on the last page. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    nextCursor: z.string().nullable().meta({ description: 'Send it as `cursor` for the next page; null on the last.' }),
  })
