import { z } from 'zod'
import type { ExperiencePosition } from '@mayago/db/queries/experienceOrder.ts'
import { cursorId, readCursor } from '../listOrder.ts'

/** Titles and names come before what only the text mentions, unless a sort asks for one order. */
export type Tier = 'any' | 'title' | 'rest'
const TIERS = ['any', 'title', 'rest'] as const satisfies readonly Tier[]

/** Where the last page ended. The first page's count travels along: it is not counted again. */
export interface ExperienceCursor {
  tier: Tier
  after: ExperiencePosition
  total: number
  exact: boolean
  forgiven: boolean
}

/** In the order of `readExperienceCursor`. */
export const experienceCursorParts = (sort: string, cursor: ExperienceCursor): (string | number)[] => {
  const { tier, after, total, exact, forgiven } = cursor
  return [sort, TIERS.indexOf(tier), after.keys.join(' '), after.id, total, Number(exact), Number(forgiven)]
}

/** Throws `invalid_input` for a cursor that is not ours, or that another order's page gave. */
export const readExperienceCursor = (text: string | undefined, sort: string): ExperienceCursor | null => {
  const keys = /^-?price$/.test(sort) ? price : measure
  const parts = readCursor(text, sort, [tier, keys, cursorId, z.int().min(0), flag, flag])
  if (parts === null) return null
  const [at, read, id, total, exact, forgiven] = parts
  return { tier: TIERS[at] as Tier, after: { keys: read, id }, total, exact, forgiven }
}

const tier = z
  .int()
  .min(0)
  .max(TIERS.length - 1)
const flag = z.literal([0, 1]).transform(Boolean)
const price = z
  .string()
  .regex(/^[A-Z]{3} \d{1,15}$/)
  .transform((text) => text.split(' '))
/** Metres, or a rating. */
const measure = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,30})?(e-\d{1,3})?$/)
  .transform((text) => [text])
