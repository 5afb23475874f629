import { randomBytes } from 'node:crypto'
import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pidsIn, workingFolderOf } from './processes.ts'
import type { Binaries } from './binaries.ts'

/**
 * Makes `<home>/data` with initdb when it is not there, and `<home>/secret`, the superuser's password. A crash in the
 * middle leaves nothing half made: the folder gets its name last.
 */
export const ensureDataFolder = (home: string, binaries: Binaries, options: { walSegmentMb?: number } = {}): string => {
  const data = join(home, 'data')
  const secretFile = join(home, 'secret')
  if (existsSync(join(data, 'PG_VERSION'))) return readFileSync(secretFile, 'utf8')
  mkdirSync(home, { recursive: true })
  const secret = randomBytes(24).toString('base64url')
  writeFileSync(secretFile, secret, { mode: 0o600 })
  const staging = mkdtempSync(join(home, 'new-'))
  const fresh = join(staging, 'data')
  const password = join(staging, 'password')
  try {
    mkdirSync(fresh, { mode: 0o700 })
    writeFileSync(password, secret, { mode: 0o600 })
    const { uid, gid } = binaries.runAs
    if (uid !== undefined && gid !== undefined) for (const path of [staging, fresh, password]) chownSync(path, uid, gid)
    execFileSync(
      binaries.initdb,
      [
        ...['-D', pathFor(fresh, binaries), '-U', 'postgres', '--auth=scram-sha-256', '--pwfile=../password'],
        ...['--encoding=UTF8', '--locale=C.UTF-8', '--no-instructions', '--data-checksums'],
        ...(options.walSegmentMb ? [`--wal-segsize=${options.walSegmentMb}`] : []),
      ],
      { ...binaries.runAs, cwd: fresh, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    renameSync(fresh, data)
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
  return secret
}

/**
 * How the user that PostgreSQL runs as names a folder that is its working folder. Where a parent folder is closed to
 * it (a 0700 home, as root), the absolute path leads nowhere, but `/proc/self/cwd` does: PostgreSQL and all its
 * children stay in their data folder, which we enter before we step down from root.
 */
export const pathFor = (folder: string, { runAs }: Binaries): string => {
  if (runAs.uid === undefined) return folder
  const open =
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...runAs, cwd: '/', stdio: 'ignore' }).status === 0
  return open ? folder : '/proc/self/cwd'
}

export interface RunningServer {
  pid: number
  port: number
  ready: boolean
}

/** The server that runs in a data folder, by its postmaster.pid and the process behind it; null when none does. */
export const serverIn = (data: string): RunningServer | null => {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || workingFolderOf(pid) !== data) return null
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/**
 * Clears a postmaster.pid whose server is gone. PostgreSQL does this itself, except where another process has got the
 * pid since. Server children outlive a killed server for a moment; the file protects the data from a second server
 * until they are gone, so it stays until then. True when nothing is in the way of a start.
 */
export const clearStalePidFile = (data: string): boolean => {
  if (pidsIn(data).length > 0) return false
  rmSync(join(data, 'postmaster.pid'), { force: true })
  return true
}
