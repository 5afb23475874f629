import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SECRETS, type Environment } from './variables.ts'

type Secrets = Record<(typeof SECRETS)[number], Uint8Array>

/** The secrets of an embedded world: those from the environment, the others made once, each in a file of its own (0600). */
export const makeSecrets = (environment: Environment): Secrets => {
  const folder = join(environment.DATA_DIR, 'secrets')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return Object.fromEntries(SECRETS.map((name) => [name, environment[name] ?? secretIn(join(folder, name))])) as Secrets
}

const secretIn = (file: string): Uint8Array => {
  try {
    return new Uint8Array(Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  // Linked into place whole: of two processes that start at once, both use the first one's secret.
  const fresh = `${file}.${process.pid}`
  writeFileSync(fresh, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
  try {
    linkSync(fresh, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(fresh)
  }
  return secretIn(file)
}
