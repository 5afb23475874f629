import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { runFile } from './runFile.ts'

const RunFile = suite('runFile', { folder: '' })
// Inside the project, so that the planted files find uvu.
RunFile.before((w) => {
  w.folder = mkdtempSync(join(import.meta.dirname, 'planted-'))
})
RunFile.after((w) => rmSync(w.folder, { recursive: true }))

const plant = (w: { folder: string }, name: string, body: string): string => {
  const file = join(w.folder, `${name}.ts`)
  writeFileSync(
    file,
    `import { suite } from 'uvu'\nimport * as assert from 'uvu/assert'\nconst Planted = suite('planted')\n${body}\n`,
  )
  return file
}
const run = (file: string, secondsMax = 20) => runFile(file, { env: process.env, secondsMax })

RunFile('counts what passed', async (w) => {
  const { passed, failed } = await run(
    plant(w, 'good', "Planted('one', () => {})\nPlanted('two', () => {})\nPlanted.run()"),
  )
  assert.equal([passed, failed], [2, 0])
})

RunFile('a failing test is counted and shown', async (w) => {
  const result = await run(
    plant(w, 'bad', "Planted('one', () => {})\nPlanted('sums', () => assert.is(1, 2))\nPlanted.run()"),
  )
  assert.equal([result.passed, result.failed], [1, 1])
  assert.match(result.output, 'sums')
})

RunFile('a forgotten .run() is a failure that names the file', async (w) => {
  const file = plant(w, 'forgotten', "Planted('one', () => {})")
  const result = await run(file)
  assert.is(result.failed, 1)
  assert.match(result.output, `${file} ran no test`)
})

RunFile('an open handle is a failure that names the file', async (w) => {
  const file = plant(w, 'open', "Planted('one', () => void setInterval(() => {}, 1000))\nPlanted.run()")
  const result = await run(file)
  assert.equal([result.passed, result.failed], [1, 1])
  assert.match(result.output, `${file} left something open`)
})

RunFile('a file that does not end is a failure that names the file', async (w) => {
  const file = plant(
    w,
    'endless',
    "Planted('one', () => new Promise((done) => setTimeout(done, 60_000)))\nPlanted.run()",
  )
  const result = await run(file, 1)
  assert.is(result.failed, 1)
  assert.match(result.output, `${file} did not end within 1 s`)
})

RunFile('a stray .only is a failure', async (w) => {
  const result = await run(
    plant(w, 'only', "Planted.only('one', () => {})\nPlanted('two', () => assert.is(1, 2))\nPlanted.run()"),
  )
  assert.is(result.failed, 1)
  assert.match(result.output, 'uses .only')
})

RunFile('a file that cannot be loaded is a failure', async (w) => {
  const result = await run(plant(w, 'broken', "import './nowhere.ts'"))
  assert.is(result.failed, 1)
})

RunFile('skipped tests are told', async (w) => {
  const { skipped, failed } = await run(
    plant(w, 'skipping', "Planted('one', () => {})\nPlanted.skip('two', () => {})\nPlanted.run()"),
  )
  assert.is(failed, 0)
  assert.is(skipped.length, 1)
})

RunFile('what nothing here can bring is told, and neither skipped nor failed', async (w) => {
  const { leftOut, skipped, failed } = await run(
    plant(w, 'leaving-out', "console.log('LEFT OUT: the moon')\nPlanted.run()"),
  )
  assert.equal([leftOut, skipped, failed], [['the moon'], [], 0])
})

RunFile.run()
