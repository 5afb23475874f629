import { spawn } from 'node:child_process'
import { join } from 'node:path'
import pg from 'pg'

/**
 * Writes the demo world into an empty database, in a process of its own whose memory goes back when it is done. It finds
 * the database by the same configuration as we did.
 */
export const seedWhenEmpty = async (databaseUrl: string, say: (line: string) => void): Promise<void> => {
  if (!(await isEmpty(databaseUrl))) return
  say('Writing the demo world (a few seconds) …')
  await new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, '../seed.ts')], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let output = ''
    child.stderr.on('data', (data: Buffer) => (output += data.toString()))
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new SeedFailed(`The demo world could not be written:\n${output}`)),
    )
  })
}

export class SeedFailed extends Error {}

const isEmpty = async (databaseUrl: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return (await client.query('select from experiences limit 1')).rowCount === 0
  } finally {
    await client.end()
  }
}
