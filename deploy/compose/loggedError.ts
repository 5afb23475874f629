/** What is kept of an error: names of ours and codes. What PostgreSQL calls detail quotes whole rows and keys. */
const KEPT = ['code', 'table', 'column', 'constraint', 'status'] as const
const CAUSES_MAX = 3

export interface LoggedError {
  type: string
  message: string
  stack?: string
  cause?: unknown
  [name: string]: unknown
}

/** An error as the log tells it, with its causes; or the text of one. */
export const toLoggedError = (error: unknown, depth = 0): unknown => {
  if (typeof error === 'string') return firstLine(error)
  if (!(error instanceof Error)) return typeof error
  const kept = KEPT.map((name) => [name, Reflect.get(error, name) as unknown] as const).filter(
    ([, value]) => typeof value === 'string' || typeof value === 'number',
  )
  const logged: LoggedError = {
    type: error.constructor.name,
    message: firstLine(error.message),
    ...Object.fromEntries(kept),
    stack: framesOf(error),
  }
  if (error.cause !== undefined && depth < CAUSES_MAX) logged.cause = toLoggedError(error.cause, depth + 1)
  return logged
}

/** Drivers put a row's content on the lines after, and what was typed after a colon, in quotes. */
const firstLine = (text: string): string => (text.split('\n', 1)[0] ?? '').replace(/: ".*"/, ': "…"')

const framesOf = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')
