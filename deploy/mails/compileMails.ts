import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import mjml2html from 'mjml'
import { assert } from '@mayago/kernel/assert.ts'

export const MAILS = join(import.meta.dirname, '../../core/documents/mails')

/** The mail templates that stand beside their compiled modules. */
export const listMails = (): string[] =>
  readdirSync(MAILS)
    .filter((name) => name.endsWith('.mjml'))
    .map((name) => name.slice(0, -'.mjml'.length))

/** One template as a TypeScript module; the same template always gives the same text. */
export const compileMail = async (name: string): Promise<string> => {
  const source = join(MAILS, `${name}.mjml`)
  const { html, errors } = await mjml2html(readFileSync(source, 'utf8'), {
    filePath: source,
    validationLevel: 'strict',
    ignoreIncludes: false,
    includePath: MAILS,
    minify: false,
  })
  assert(!/\{\{(?![#/]?\w+\}\})/.test(html), `every place in ${name}.mjml is written {{name}}`)
  assert(errors.length === 0, `${name}.mjml has no errors`)
  // Mail is seldom read as written: white space between lines only makes it longer.
  const lean = html.replaceAll(/^\s+/gm, '').replaceAll(/\n+/g, '\n').trim()
  return `// Made of ${name}.mjml by \`npm run mails\`: change that, not this.\nexport default ${JSON.stringify(lean)}\n`
}

/** Writes every template's module anew. */
export const compileMails = async (): Promise<void> => {
  for (const name of listMails()) writeFileSync(join(MAILS, `${name}.html.ts`), await compileMail(name))
}

if (import.meta.main) await compileMails()
