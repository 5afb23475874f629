import type { z } from 'zod'
import { refuse } from '@mayago/kernel/errors.ts'

/** Parses what a form sent with the use-case's own schema; throws `invalid_input` with each field's path. */
export const parsed = <Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> => {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issues = result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  throw refuse('invalid_input', { issues })
}

/** A party as the steppers send it: one `unit.<id>` field each, a whole number or nothing. */
export const partyOf = (form: FormData): { unitId: string; quantity: number }[] =>
  [...form.entries()]
    .filter(([name]) => name.startsWith('unit.'))
    .map(([name, value]) => ({ unitId: name.slice('unit.'.length), quantity: Number(value === '' ? 0 : value) }))

export const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** What a script put into a field as JSON; null for anything that is none. */
export const jsonOf = (form: FormData, name: string): unknown => {
  try {
    return JSON.parse(textOf(form, name))
  } catch {
    return null
  }
}
