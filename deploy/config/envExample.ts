import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { z } from 'zod'
import { headings, variables, type Environment } from './variables.ts'

/** The text of .env.example: every variable, what it means, and its default. */
export const envExample = (): string => {
  const lines = [
    '# Copy to .env to change anything; without it all services are embedded. Made by: npm run env:example',
  ]
  for (const [name, schema] of Object.entries(variables.shape) as [keyof Environment, z.ZodType][]) {
    if (headings[name]) lines.push('', `# --- ${headings[name]}`)
    lines.push(`# ${schema.description}`, `#${name}=${defaultOf(schema)}`)
  }
  return `${lines.join('\n')}\n`
}

const defaultOf = (schema: z.ZodType): string => {
  const { def } = schema as unknown as { def: { type: string; defaultValue?: unknown } }
  return def.type === 'prefault' ? String(def.defaultValue) : ''
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync('.env.example', envExample())
