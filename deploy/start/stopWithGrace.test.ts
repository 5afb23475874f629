import { spawnSync } from 'node:child_process'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const Stop = suite('stopWithGrace')

Stop('a command that found something wrong says so by its exit code', () => {
  const command = `
    import { createWayDown } from '${new URL('stopWithGrace.ts', import.meta.url).href}'
    const wayDown = createWayDown()
    wayDown.add('what it opened', async () => console.log('undone'))
    process.exitCode = Number(process.argv[1])
    await wayDown.godown()`
  for (const code of [0, 1]) {
    const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', command, String(code)], {
      encoding: 'utf8',
    })
    assert.equal([status, stdout], [code, 'undone\n'])
  }
})

Stop.run()
