import { z } from 'zod'
import { refuse } from '@mayago/kernel/errors.ts'

/** What `fields=` asks for: names, each with the names inside it, or all of it. */
type Tree = Map<string, Tree | 'all'>

const FIELDS_MAX = 2000

/**
 * Reads `fields=id,priceFrom.minor` against what the operation answers; of a list, the fields of its items. Throws
 * `invalid_input` for a name that the answer does not have.
 */
export const readFields = (text: string, output: z.ZodObject): Tree => {
  if (text.length > FIELDS_MAX) throw unknownField('fields')
  const tree: Tree = new Map()
  for (const path of text.split(',')) addPath(tree, path.trim().split('.'), itemOf(output), path)
  return tree
}

const addPath = (tree: Tree, [name = '', ...rest]: string[], schema: z.core.$ZodType, path: string): void => {
  const inner = bare(schema)
  if (!(inner instanceof z.ZodObject) || !Object.hasOwn(inner.shape, name)) throw unknownField(path)
  const there = tree.get(name)
  if (rest.length === 0) return void tree.set(name, 'all')
  const below: Tree = there instanceof Map ? there : new Map()
  addPath(below, rest, inner.shape[name] as z.core.$ZodType, path)
  if (there !== 'all') tree.set(name, below)
}

/** What stays of an answer: of a page its items are picked from, its cursor and counts stay. */
export const pickFields = (tree: Tree, value: object, output: z.ZodObject): unknown =>
  isPage(output) && 'items' in value ? { ...value, items: pick(tree, value.items) } : pick(tree, value)

const pick = (tree: Tree | 'all', value: unknown): unknown => {
  if (tree === 'all' || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((one) => pick(tree, one))
  const kept = Object.entries(value).filter(([name]) => tree.has(name))
  return Object.fromEntries(kept.map(([name, part]) => [name, pick(tree.get(name) ?? 'all', part)]))
}

const isPage = ({ shape }: z.ZodObject): boolean => 'items' in shape && 'nextCursor' in shape
const itemOf = (output: z.ZodObject): z.core.$ZodType =>
  isPage(output) ? (output.shape['items'] as z.core.$ZodType) : output

/** The schema inside of lists, nullables and optionals. */
const bare = (schema: z.core.$ZodType): z.core.$ZodType => {
  if (schema instanceof z.ZodArray) return bare(schema.element)
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return bare(schema.unwrap())
  return schema
}

const unknownField = (path: string) =>
  refuse('invalid_input', { issues: [{ path: 'fields', message: `${path.slice(0, 100)} is not in the answer` }] })
