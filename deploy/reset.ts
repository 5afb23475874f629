import { existsSync, realpathSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { loadConfig } from './start/loadConfig.ts'
import { startPostgres } from '@mayago/db/embedded/startPostgres.ts'
import { serverIn } from '@mayago/db/embedded/dataFolder.ts'
import { AlreadyRunning, takeTurn } from './start/oneAtATime.ts'
import { orExplain } from './start/orExplain.ts'

// npm run reset: empties the data folder. The next start makes a fresh demo world. `-- --yes` asks nothing.
await orExplain(async () => {
  const { DATA_DIR } = loadConfig()
  const turn = await takeTurn(DATA_DIR)
  const ours = ['pg', 'secrets', 'files', 'pictures', 'running.json'].map((name) => resolve(DATA_DIR, name))
  if (process.stdin.isTTY && !process.argv.includes('--yes')) {
    const terminal = createInterface(process.stdin, process.stdout)
    const answer = await terminal.question(
      `Delete the database, secrets and files in ${realpathSync(DATA_DIR)}? [y/N] `,
    )
    terminal.close()
    if (!/^y(es)?$/i.test(answer.trim())) return turn.end()
  }
  await stopLeftOver(DATA_DIR)
  for (const path of ours) if (existsSync(path)) rmSync(path, { recursive: true })
  await turn.end()
  console.log(`Emptied ${realpathSync(DATA_DIR)}.`)
})

/** A server that a killed process left behind is stopped; one that another command uses is left alone. */
async function stopLeftOver(dataDir: string): Promise<void> {
  const data = resolve(dataDir, 'pg/data')
  if (!existsSync(data) || serverIn(realpathSync(data)) === null) return
  const left = await startPostgres({ dataDir, log: (line) => console.log(line), durable: true })
  await left.stop()
  if (serverIn(realpathSync(data)) !== null)
    throw new AlreadyRunning('Another command is using this database; wait for it to end.')
}
