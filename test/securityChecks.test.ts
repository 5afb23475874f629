import { existsSync, readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const SecurityChecks = suite('security checks')

/** How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has; they are numbered from one, without gaps. */
const SECTIONS: Record<string, number> = {
  ...{ 'V1.1': 2, 'V1.2': 9, 'V1.3': 11, 'V1.4': 3, 'V1.5': 2, 'V2.1': 3, 'V2.2': 3, 'V2.3': 4, 'V2.4': 1 },
  ...{ 'V3.2': 2, 'V3.3': 4, 'V3.4': 6, 'V3.5': 5, 'V3.7': 2, 'V4.1': 3, 'V4.2': 1, 'V4.3': 2, 'V4.4': 4 },
  ...{ 'V5.1': 1, 'V5.2': 3, 'V5.3': 2, 'V5.4': 3, 'V6.1': 3, 'V6.2': 12, 'V6.3': 4, 'V6.4': 4, 'V6.5': 5 },
  ...{ 'V6.6': 3, 'V6.8': 4, 'V7.1': 3, 'V7.2': 4, 'V7.3': 2, 'V7.4': 5, 'V7.5': 2, 'V7.6': 2, 'V8.1': 2 },
  ...{ 'V8.2': 3, 'V8.3': 1, 'V8.4': 1, 'V9.1': 3, 'V9.2': 4, 'V10.1': 2, 'V10.2': 2, 'V10.3': 4, 'V10.4': 11 },
  ...{ 'V10.5': 5, 'V10.6': 2, 'V10.7': 3, 'V11.1': 2, 'V11.2': 3, 'V11.3': 3, 'V11.4': 4, 'V11.5': 1, 'V11.6': 1 },
  ...{ 'V12.1': 3, 'V12.2': 2, 'V12.3': 4, 'V13.1': 1, 'V13.2': 5, 'V13.3': 2, 'V13.4': 5, 'V14.1': 2, 'V14.2': 4 },
  ...{ 'V14.3': 3, 'V15.1': 3, 'V15.2': 3, 'V15.3': 7, 'V16.1': 1, 'V16.2': 5, 'V16.3': 4, 'V16.4': 3, 'V16.5': 3 },
  ...{ 'V17.1': 1, 'V17.2': 4, 'V17.3': 2 },
}

interface Row {
  id: string
  where: string
}
const rows = readFileSync('SECURITY-CHECKS.md', 'utf8')
  .split('\n')
  .flatMap((line): Row[] => {
    const [, id, , where] = /^\| (V[\d.]+)\s*\| (.*?)\s*\| (.*?)\s*\|$/.exec(line) ?? []
    return id === undefined || where === undefined ? [] : [{ id, where }]
  })

SecurityChecks('every requirement of levels 1 and 2 is answered, once, in order', () => {
  const asked = Object.entries(SECTIONS).flatMap(([section, count]) =>
    Array.from({ length: count }, (_, index) => `${section}.${index + 1}`),
  )
  assert.is(asked.length, 253)
  assert.equal(
    rows.map(({ id }) => id),
    asked,
  )
})

/** `file`, `file#symbol` or `file › words of a test's title`. */
const FILE = /^(\.?[\w[\]=./-]+\.(?:ts|js|svelte|md|json|conf|yml)|\.dockerignore)(?:#(\S+)| › (.+))?$/

const faultOf = (reference: string): string | null => {
  const [, file, symbol, words] = FILE.exec(reference) ?? []
  if (file === undefined) return null
  if (!existsSync(file)) return `${file} does not exist`
  const text = readFileSync(file, 'utf8')
  if (symbol !== undefined && !new RegExp(`\\b${symbol.replace(/\W/g, '\\$&')}\\b`).test(text))
    return `${file} knows no ${symbol}`
  return words !== undefined && !text.includes(words) ? `${file} does not say "${words}"` : null
}

SecurityChecks('what it refers to exists: files, symbols, titles of tests', () => {
  const faults = rows.flatMap(({ id, where }) =>
    [...where.matchAll(/`([^`]+)`/g)].flatMap(([, reference = '']) => {
      const fault = faultOf(reference)
      return fault === null ? [] : [`${id}: ${fault}`]
    }),
  )
  assert.equal(faults, [])
})

SecurityChecks('each says where it stands: a reference, a reason, or that it is not met', () => {
  for (const { id, where } of rows) assert.match(where, /`[^`]+`|n\/a|not met|as V\d|\w+ \w+ \w+/i, id)
})

SecurityChecks('control: a reference that is not true is found', () => {
  assert.is(faultOf('core/nowhere.ts'), 'core/nowhere.ts does not exist')
  assert.is(faultOf('core/context.ts#inTransactions'), 'core/context.ts knows no inTransactions')
  assert.is(faultOf('core/context.ts › nobody says this'), 'core/context.ts does not say "nobody says this"')
})

SecurityChecks.run()
