import { assert } from '@mayago/kernel/assert.ts'

export type TemplateValue = string | number | readonly Record<string, string | number>[]
export type TemplateValues = Record<string, TemplateValue>

const PLACES = /\{\{#(\w+)\}\}([\s\S]*?)\{\{\/\1\}\}|\{\{(\w+)\}\}/g

/**
 * Fills `{{name}}` with escaped text, and repeats what stands between `{{#rows}}` and `{{/rows}}` for each of a list. One
 * pass: what is filled in is never read as a template. A name that has no value is a bug.
 */
export const fillTemplate = (html: string, values: TemplateValues): string =>
  html.replace(PLACES, (_, rows: string | undefined, row: string, slot: string) =>
    rows === undefined
      ? textOf(values, slot)
      : rowsOf(values, rows)
          .map((own) => fillTemplate(row, own))
          .join(''),
  )

const rowsOf = (values: TemplateValues, name: string): readonly TemplateValues[] => {
  const rows = values[name]
  assert(typeof rows === 'object', `the template's rows ${name} are a list`)
  return rows
}

const textOf = (values: TemplateValues, name: string): string => {
  const value = values[name]
  assert(typeof value === 'string' || typeof value === 'number', `the template's ${name} has a text`)
  return escapeHtml(String(value))
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string)
