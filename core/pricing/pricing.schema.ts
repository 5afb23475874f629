import { z } from 'zod'

export const uuid = z.uuid().transform((id) => id.toLowerCase())

/** A party as a client asks for it: at least one line, whole quantities. Zero lines are what an untouched stepper sends. */
export const partyLines = z
  .array(z.strictObject({ unitId: uuid, quantity: z.int().min(0).max(100) }))
  .min(1)
  .max(20)
  .transform((lines) => lines.filter((line) => line.quantity > 0))

export const quoteInput = z.strictObject({ departureId: uuid, units: partyLines })
export type QuoteInput = z.infer<typeof quoteInput>
