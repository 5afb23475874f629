import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from '@mayago/db/embedded/lock.ts'

/** What the pages are built from; core, db and realtime run as they are. */
const SOURCES = [
  'web',
  'core/kernel',
  'project.inlang/settings.json',
  'svelte.config.js',
  'vite.config.ts',
  'package-lock.json',
]
const IGNORED = /\.test\.ts$|^core\/kernel\/i18n\//
const MARK = 'build/sources.sha256'
const VITE = 'node_modules/vite/bin/vite.js'

/** Builds the pages when the build is missing or older than its sources; answers whether it had to. */
export const ensureBuild = (say: (line: string) => void): Promise<boolean> =>
  withLock(`build ${process.cwd()}`, async () => {
    // An image without the tools carries its build.
    if (!existsSync(VITE) && existsSync('build/handler.js')) return false
    const key = hashOf(SOURCES)
    if (existsSync(MARK) && readFileSync(MARK, 'utf8') === key) return false
    say(
      existsSync(MARK)
        ? 'Building the pages anew, because they have changed …'
        : 'Building the pages (about half a minute) …',
    )
    rmSync('build', { recursive: true, force: true })
    await viteBuild()
    writeFileSync(MARK, key)
    return true
  })

const hashOf = (sources: readonly string[]): string => {
  const hash = createHash('sha256').update(process.version)
  for (const file of sources
    .flatMap(filesIn)
    .filter((file) => !IGNORED.test(file))
    .sort())
    hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

const filesIn = (path: string): string[] => {
  if (!existsSync(path)) return []
  if (!/^(web|core\/kernel)$/.test(path)) return [path]
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** In a process of its own, whose memory goes back when it is done. Its words are shown when it fails. */
const viteBuild = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [VITE, 'build', '--logLevel', 'warn'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production' },
    })
    let output = ''
    child.stdout.on('data', (data: Buffer) => (output += data.toString()))
    child.stderr.on('data', (data: Buffer) => (output += data.toString()))
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new BuildFailed(`The pages could not be built:\n${output}`)),
    )
  })

export class BuildFailed extends Error {}
