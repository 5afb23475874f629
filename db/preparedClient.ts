import { Client } from 'pg'

const names = new Map<string, string>()

/**
 * Marks a statement with `$1…` parameters to be parsed and planned once per connection, by whatever way it is run. For
 * the texts of the hot paths alone: each costs every connection its plan's memory. Answers the text itself.
 */
export const prepared = (text: string): string => {
  if (!names.has(text)) names.set(text, `mayago_${names.size}`)
  return text
}

type Run = (this: Client, ...args: unknown[]) => unknown
const run = Client.prototype.query as Run

/** A connection that knows which statements are marked; query builders hand on bare texts, without a name for them. */
export class PreparedClient extends Client {}
PreparedClient.prototype.query = function (this: Client, text: unknown, values?: unknown, ...rest: unknown[]) {
  const name = typeof text === 'string' && Array.isArray(values) ? names.get(text) : undefined
  return run.call(this, ...(name ? [{ name, text, values }] : [text, values]), ...rest)
} as Run as Client['query']
