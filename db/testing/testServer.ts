import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { withLock } from '../embedded/lock.ts'
import { startPostgres, type Postgres } from '../embedded/startPostgres.ts'
import { migrate } from '../migrate.ts'

/** The migrated database that each test file gets a clone of. */
export const TEMPLATE = 'template_mayago'

/** Names a running server for child processes, so that one test run has one server. */
export const SERVER_VARIABLE = 'MAYAGO_TEST_POSTGRES'

let server: Promise<string> | null = null

/** This process's test server, as a URL without a database: the test run's, else its own, which ends with the process. */
export const testServer = (): Promise<string> =>
  (server ??= process.env[SERVER_VARIABLE] ? Promise.resolve(process.env[SERVER_VARIABLE]) : startTestServer())

/**
 * Starts a throwaway server: a copy of a folder that was migrated once and is kept per set of migrations. A shell at
 * the other end of a pipe stops and removes it when this process ends, `kill -9` included.
 */
export const startTestServer = async (): Promise<string> => {
  const template = await templateFolder()
  const dataDir = mkdtempSync(join(tmpdir(), 'mayago-test-'))
  endWithProcess(dataDir)
  execFileSync('cp', ['-a', '--reflink=auto', join(template, 'pg'), dataDir])
  return withoutDatabase(await start(dataDir))
}

const start = (dataDir: string): Promise<Postgres> =>
  startPostgres({
    dataDir,
    log: (line) => process.stderr.write(`${line}\n`),
    durable: false,
    walSegmentMb: 1,
    settings: {
      max_connections: '400',
      max_wal_size: '256MB',
      wal_level: 'minimal',
      max_wal_senders: '0',
      shared_buffers: '64MB',
    },
  })

const withoutDatabase = ({ url }: Postgres): string => url.slice(0, url.lastIndexOf('/'))

const END = `
cat >/dev/null
for file in "$1"/pg/data/postmaster.pid; do [ -f "$file" ] && kill -QUIT "$(head -n 1 "$file")"; done
for round in 1 2 3 4 5 6 7 8 9 10; do rm -rf "$1" && break; sleep 0.1; done
`
const endWithProcess = (dataDir: string): void => {
  const watcher = spawn('/bin/sh', ['-c', END, 'sh', dataDir], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  watcher.unref()
  ;(watcher.stdin as unknown as { unref(): void }).unref()
}

/** A data folder with the migrated template database, made on first need and kept in the system's folder for such. */
const templateFolder = async (): Promise<string> => {
  const prefix = `mayago-test-template-${process.getuid?.() ?? 0}-`
  const folder = join(tmpdir(), prefix + templateKey())
  return withLock(folder, async () => {
    if (existsSync(folder)) return folder
    for (const old of readdirSync(tmpdir())) {
      if (old.startsWith(prefix)) rmSync(join(tmpdir(), old), { recursive: true, force: true })
    }
    const fresh = mkdtempSync(join(tmpdir(), 'mayago-test-'))
    endWithProcess(fresh)
    const postgres = await start(fresh)
    await makeTemplate(withoutDatabase(postgres))
    await postgres.stop()
    renameSync(fresh, folder)
    return folder
  })
}

const makeTemplate = async (serverUrl: string): Promise<void> => {
  await administer(serverUrl, `CREATE DATABASE ${TEMPLATE}`)
  await migrate(`${serverUrl}/${TEMPLATE}`)
  await administer(serverUrl, `ALTER DATABASE ${TEMPLATE} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false`)
}

/** Runs one statement about databases themselves. */
export const administer = async (serverUrl: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: `${serverUrl}/postgres` })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Migrations may make this month's partitions, so a template is good for its month. */
const templateKey = (): string => {
  const hash = createHash('sha256').update(new Date().toISOString().slice(0, 7))
  const here = import.meta.dirname
  const migrations = readdirSync(join(here, '../migrations'))
    .sort()
    .map((name) => join(here, '../migrations', name))
  const launcher = readdirSync(join(here, '../embedded'))
    .filter((name) => !name.endsWith('.test.ts'))
    .map((name) => join(here, '../embedded', name))
  for (const file of [...migrations, ...launcher, join(here, '../migrate.ts'), join(here, 'testServer.ts')])
    hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}
