import { readFileSync, readdirSync, readlinkSync } from 'node:fs'

/** A process by pid and start time, so that a reused pid is not mistaken for it; null when there is none (proc(5)). */
export const identityOf = (pid: number): string | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? null : `${pid}.${fields[19]}`
  } catch {
    return null
  }
}

export const isRunning = (identity: string): boolean => identityOf(Number.parseInt(identity, 10)) === identity

/** Processes whose working folder is `folder`: a PostgreSQL server and its children all live in their data folder. */
export const pidsIn = (folder: string): number[] =>
  readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => workingFolderOf(pid) === folder && identityOf(pid) !== null)

export const workingFolderOf = (pid: number): string | null => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return null
  }
}
