import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const TypedClient = suite('the generated client')

/** An address of the API, written by hand. */
const BY_HAND = /\/api\/v1\b/

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map(({ parentPath, name }) => join(parentPath, name))

TypedClient(
  'browser tests and benches call the API by it alone; load generators send what bench/prepared.ts makes',
  () => {
    const files = ['e2e', 'bench'].flatMap(filesBelow)
    assert.ok(files.length > 30)
    assert.equal(
      files.filter((file) => BY_HAND.test(readFileSync(file, 'utf8'))),
      [],
    )
  },
)

TypedClient('a call by hand is found', () => {
  for (const call of ["request.get('/api/v1/experiences')", 'fetch(`${url}/api/v1/live/tickets`)'])
    assert.match(call, BY_HAND)
})

TypedClient.run()
