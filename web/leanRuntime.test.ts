import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { parseAst } from 'vite'
import { byName } from './leanRuntime.ts'

const kit = dirname(createRequire(import.meta.url).resolve('@sveltejs/kit/package.json'))
const client = readFileSync(join(kit, 'src/runtime/client/client.js'), 'utf8')
const isNamed = (code: string, name: string): boolean => JSON.stringify(parseAst(code)).includes(`"name":"${name}"`)

const LeanRuntime = suite('leanRuntime')

LeanRuntime('nothing in Kit’s client asks for an object that is no longer imported', () => {
  assert.ok(isNamed(client, 'svelte'))
  assert.not(isNamed(byName(client), 'svelte'))
})

LeanRuntime('a use that it does not know stops the build, also on a line of its own', () => {
  assert.throws(() => byName('svelte\n  .mount(App)'), /has changed/)
})

LeanRuntime.run()
