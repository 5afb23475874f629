import { z } from 'zod'

/** An input that a form or URL leaves empty was not given. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional())

/** A number as JSON or as text from a URL; nothing else turns into one. */
export const number = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d{1,15}(\.\d{1,12})?$/, 'must be a number')
    .transform(Number),
])
export const whole = (min: number, max: number) => number.pipe(z.int().min(min).max(max))

const hasYear = (text: string): boolean => new Date(text).getUTCFullYear() >= 1
const NO_YEAR = 'there is no year 0'

/** "YYYY-MM-DD" that the calendar has; PostgreSQL knows no year 0. */
export const localDate = z.iso.date().refine(hasYear, NO_YEAR)
/** RFC 3339, with any offset. */
export const instant = z.iso.datetime({ offset: true }).refine(hasYear, NO_YEAR)

/** A null byte or half of a surrogate pair is text to JavaScript and an error to PostgreSQL. */
export const plainText = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[^\0\p{Cs}]*$/u, 'must be plain text')

/** What turns the text around it to the other direction: a name written with it reads as another one. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g

/** A person's name as others will read it: on one line, without control characters. */
export const personName = z
  .string()
  .overwrite((name) => name.replaceAll(TURNS, ''))
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u, 'must be one line of text')

export const uuid = z.uuid().transform((id) => id.toLowerCase())
