import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { assert } from '@mayago/kernel/assert.ts'

/** Files that can always be made again, kept on this machine's disk. */
export interface PictureShelf {
  /** The file's bytes; made by `draw` when it is not there yet, once however many ask at a time. */
  get(name: string, draw: () => Promise<Uint8Array>): Promise<Uint8Array>
}

/** Drawing keeps a core busy for a tenth of a second; so many may at a time. */
const DRAWN_AT_A_TIME = 2

export const createPictureShelf = (folder: string): PictureShelf => {
  const underWay = new Map<string, Promise<Uint8Array>>()
  const inTurn = createTurnstile(DRAWN_AT_A_TIME)
  const make = async (name: string, draw: () => Promise<Uint8Array>): Promise<Uint8Array> => {
    const path = join(folder, name)
    const kept = await readFile(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    })
    if (kept !== null) return kept
    const drawn = await inTurn(draw)
    await mkdir(folder, { recursive: true })
    // Written beside and renamed, so that nobody reads half a file.
    const beside = `${path}.${randomUUID()}`
    await writeFile(beside, drawn)
    await rename(beside, path)
    return drawn
  }
  return {
    get: (name, draw) => {
      assert(/^[a-z0-9.-]+$/.test(name) && !name.startsWith('.'), 'a picture has a plain file name')
      let asked = underWay.get(name)
      if (asked === undefined) {
        asked = make(name, draw).finally(() => underWay.delete(name))
        underWay.set(name, asked)
      }
      return asked
    },
  }
}

/** Lets so many in at a time, the others in order. */
const createTurnstile = (places: number) => {
  const waiting: (() => void)[] = []
  let free = places
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (free > 0) free -= 1
    else await new Promise<void>((enter) => waiting.push(enter))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
