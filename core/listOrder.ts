import { z } from 'zod'
import { refuse } from '@mayago/kernel/errors.ts'
import { decodeCursor } from '@mayago/kernel/page.ts'
import { optional, uuid } from './inputParts.ts'

/** What a list is ordered by: the name of a sort without its minus. */
export type SortColumn<Sort extends string> = Sort extends `-${infer Column}` ? Column : Sort

export interface AskedOrder<Sort extends string> {
  sort: Sort
  by: SortColumn<Sort>
  descending: boolean
}

/**
 * Declares the orders of a list, each by the name that `sort=` gives it, with what it means; a leading minus is descending
 * (https://jsonapi.org/format/#fetching-sorting). The first is taken when none is asked for. `input` belongs into the
 * list's schema; `of` reads what that let through.
 */
export const listOrder = <const Orders extends Record<string, string>>(orders: Orders) => {
  type Sort = keyof Orders & string
  const names = Object.keys(orders) as [Sort, ...Sort[]]
  const description = `${names.map((name) => `\`${name}\`: ${orders[name]}`).join('; ')}.`
  return {
    input: optional(z.enum(names).meta({ description, default: names[0] })),
    of: (asked: Sort | undefined): AskedOrder<Sort> => {
      const sort = asked ?? names[0]
      const descending = sort.startsWith('-')
      return { sort, by: (descending ? sort.slice(1) : sort) as SortColumn<Sort>, descending }
    },
  }
}

/**
 * Where a page of a list in this order goes on: the parts of its cursor after the sort's name, which stands first. Null
 * without a cursor. Throws `invalid_input` for one that is not ours, or that another order's page gave.
 */
export const readCursor = <const Parts extends [z.ZodType, ...z.ZodType[]]>(
  cursor: string | undefined,
  sort: string,
  parts: Parts,
): z.output<z.ZodTuple<Parts>> | null => {
  if (cursor === undefined) return null
  const [of, ...rest] = decodeCursor(cursor) ?? []
  if (typeof of !== 'string') throw unfit('is not one of ours')
  if (of !== sort) throw unfit(`is of a list in another order than sort=${sort}: begin without it`)
  const read = z.tuple(parts).safeParse(rest)
  if (!read.success) throw unfit('is not one of ours')
  return read.data
}

const unfit = (message: string) => refuse('invalid_input', { issues: [{ path: 'cursor', message }] })

export const cursorId = z.string().pipe(uuid)
/** As PostgreSQL writes it, to the microsecond; it has no year 0. */
export const cursorInstant = z
  .string()
  .regex(/^(?!0000)[^T]*\+00$/)
  .transform((text) => text.replace(' ', 'T').replace(/\+00$/, 'Z'))
  .pipe(z.iso.datetime())
/** What clocks show at a place: "2027-03-14T06:30". */
export const cursorLocalStart = z
  .string()
  .regex(/^(?!0000)/)
  .pipe(z.iso.datetime({ local: true, precision: -1 }))
