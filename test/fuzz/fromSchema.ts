import { randomUUID } from 'node:crypto'
import type { Chance } from '../faults/chance.ts'
import type { ApiDocument, Schema } from '../declared/document.ts'
import type { Known } from './known.ts'
import { nastyText } from './nasty.ts'

const WORDS = ['Ana Peña', 'kayak', 'merida', 'violet harbour 41 lanterns', 'x', 'Zoë', '123456', 'en']

/** Input as the document's schema has it: right in its shape, and about records that may be anybody's. */
export const fromSchema = (document: ApiDocument, known: Known, chance: Chance) => {
  const make = (schema: Schema, depth = 0): unknown => {
    if (schema.$ref !== undefined)
      return make(document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, depth)
    if (schema.const !== undefined) return schema.const
    if (schema.enum !== undefined) return chance.pick(schema.enum)
    const either = schema.anyOf ?? schema.oneOf
    if (either !== undefined) return make(chance.pick(either), depth)
    if (schema.allOf !== undefined) return Object.assign({}, ...schema.allOf.map((one) => make(one, depth)))
    const type = Array.isArray(schema.type) ? chance.pick(schema.type) : schema.type
    switch (type) {
      case 'object':
        return makeObject(schema, depth)
      case 'array':
        return Array.from({ length: chance.between(schema.minItems ?? 0, (schema.minItems ?? 0) + 2) }, () =>
          depth > 5 ? null : make(schema.items ?? {}, depth + 1),
        )
      case 'integer':
      case 'number':
        return makeNumber(schema, type)
      case 'boolean':
        return chance.under(2) === 0
      case 'null':
        return null
      case 'string':
        return makeText(schema)
      default:
        return nastyText(chance)
    }
  }

  const makeObject = ({ properties = {}, required = [] }: Schema, depth: number): unknown =>
    Object.fromEntries(
      Object.entries(properties)
        .filter(([name]) => required.includes(name) || chance.under(2) === 0)
        .map(([name, schema]) => [name, make(schema, depth + 1)]),
    )

  const makeNumber = (schema: Schema, type: string): number => {
    const { minimum = -10, maximum = 1000 } = schema
    const bounds = [minimum, maximum, Math.min(maximum, minimum + 1)]
    return type === 'integer' || chance.under(2) === 0 ? chance.pick(bounds) : minimum + (maximum - minimum) / 3
  }

  const makeText = ({ format, minLength = 0, maxLength = 60 }: Schema): string => {
    switch (format) {
      case 'uuid':
        return chance.under(5) === 0 ? randomUUID() : known.id(chance)
      case 'date':
        return chance.pick(['2026-12-01', '2027-01-15', '2026-11-30', '2031-05-05'])
      case 'date-time':
        return chance.pick(['2020-01-01T00:00:00Z', '2030-01-01T00:00:00+05:00', '2027-06-01T12:00:00.123Z'])
      case 'email':
        return `somebody${chance.under(1e6)}@example.com`
      default: {
        const text = chance.pick([...WORDS, known.cursor(chance), 'x'.repeat(Math.min(maxLength, 1000))])
        return text.padEnd(minLength, 'x').slice(0, Math.max(minLength, maxLength))
      }
    }
  }
  return make
}
