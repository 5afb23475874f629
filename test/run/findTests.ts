import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const FOLDERS = ['core', 'db', 'realtime', 'web', 'deploy', 'test']

/** Every test file, the long ones (`*.long.test.ts`) only when asked for; `only` keeps those whose path contains one of its texts. */
export const findTests = (options: { long: boolean; only: string[] }): string[] =>
  FOLDERS.flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
      .map((entry) => join(entry.parentPath, entry.name)),
  )
    .filter((file) => options.long || !file.endsWith('.long.test.ts'))
    .filter((file) => options.only.length === 0 || options.only.some((part) => file.includes(part)))
    .sort(slowFirst)

/** Files that start whole processes go first, so that none of them is left alone at the end. */
const slowFirst = (a: string, b: string): number => weight(b) - weight(a) || a.localeCompare(b)
const weight = (file: string): number =>
  Number(/^(test|deploy)\//.test(file)) * 2 + Number(readFileSync(file, 'utf8').includes('freshDatabase'))
