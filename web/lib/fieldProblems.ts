import type { RefusalCode, RefusalData } from '@mayago/kernel/errors.ts'

/** A refusal as a form is told it. */
export interface RefusedForm {
  code: RefusalCode
  data: object
  words: string
}

export interface FieldProblem {
  /** The field's name; empty for what is about the form as a whole. */
  field: string
  words: string
}

/**
 * A refused form's problems, field by field: `words` says what to do about each field that `invalid_input` can name,
 * `codes` which field another refusal is about.
 */
export const fieldProblems = (
  refused: RefusedForm | undefined,
  words: Readonly<Record<string, string>>,
  codes: Partial<Record<RefusalCode, string>> = {},
): FieldProblem[] => {
  if (refused === undefined) return []
  if (refused.code !== 'invalid_input') return [{ field: codes[refused.code] ?? '', words: refused.words }]
  const { issues } = refused.data as RefusalData['invalid_input']
  const named = Object.keys(words).filter((field) => issues.some(({ path }) => path.split('.')[0] === field))
  return named.length === 0
    ? [{ field: '', words: refused.words }]
    : named.map((field) => ({ field, words: words[field] ?? '' }))
}

export const problemOf = (problems: readonly FieldProblem[], field: string): string =>
  problems.find((problem) => problem.field === field)?.words ?? ''
