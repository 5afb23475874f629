import { randomUUID } from 'node:crypto'
import { link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { assert } from '@mayago/kernel/assert.ts'
import type { FilesPort } from '../../ports/files.ts'

const KEY = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/

/** Files in a folder on this machine. A file is there whole or not at all, and on the disk before `put` answers. */
export const openLocalFiles = (folder: string): FilesPort => ({
  put: async (key, content) => {
    const path = join(folder, checked(key))
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const fresh = `${path}.${randomUUID()}`
    const file = await open(fresh, 'wx', 0o600)
    try {
      await file.writeFile(content)
      await file.sync()
      await file.close()
      await link(fresh, path)
      return true
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false
      throw error
    } finally {
      await rm(fresh, { force: true })
    }
  },
  get: async (key) => {
    try {
      return new Uint8Array(await readFile(join(folder, checked(key))))
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null
      throw error
    }
  },
  list: async (prefix) => {
    try {
      const entries = await readdir(folder, { withFileTypes: true, recursive: true })
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
        .filter((key) => key.startsWith(prefix) && KEY.test(key))
        .sort()
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return []
      throw error
    }
  },
})

const checked = (key: string): string => {
  assert(KEY.test(key), 'a file key is made of plain parts')
  return key
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code
