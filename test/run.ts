import { join } from 'node:path'
import { SERVER_VARIABLE, startTestServer } from '@mayago/db/testing/testServer.ts'
import { atOnce, CORES } from './run/atOnce.ts'
import { browserTests, buildOnce } from './run/browser.ts'
import { checks, generate } from './run/checks.ts'
import { findTests } from './run/findTests.ts'
import { createReport } from './run/report.ts'
import { runFile } from './run/runFile.ts'
import { ensureStripeMock, ensureTools } from './run/tools.ts'

// npm test: everything. `-- booking live` runs only the unit and integration files whose path contains one of the words.
const words = process.argv.slice(2)
const long = words.includes('--long')
const only = words.filter((word) => !word.startsWith('--'))
const whole = only.length === 0

// Each test file is a process, and most load the same: what V8 made of it is kept.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '../node_modules/.cache/compile')

const report = createReport()
const missing = ensureTools((line) => console.log(line))
const files = findTests({ long, only })
if (files.length === 0) {
  console.log('no test file matches')
  process.exit(1)
}
ensureStripeMock(files, (line) => console.log(line))
// Tests of whole processes start the built product; it is built before any of them, and once.
if (whole) {
  report.add(await generate())
  report.add(await buildOnce())
}

const env = {
  ...process.env,
  [SERVER_VARIABLE]: await startTestServer(),
  // Seats that matchmaking keeps for who never comes would keep a process open for the default fifteen seconds.
  COLYSEUS_SEAT_RESERVATION_TIME: '3',
  ...(long ? { MAYAGO_LONG: '1' } : {}),
}
const secondsMax = long ? 2400 : 180
// One more than the cores: a good part of a test is waiting for PostgreSQL.
await atOnce(
  CORES + 1,
  [...(whole ? checks : []), ...files.map((file) => () => runFile(file, { env, secondsMax }))],
  report.add,
)
if (whole) for (const result of await browserTests(missing)) report.add(result)
process.exitCode = report.finish(missing.map((program) => `${program} is not installed`))
