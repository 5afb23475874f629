import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** Runs a script, named from this folder, in a process of its own and reads the JSON of its last line. */
export const runApart = async <Answer>(script: string, argument: object): Promise<Answer> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, script), JSON.stringify(argument)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (data: Buffer) => (output += data.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  const line = output.trimEnd().split('\n').at(-1)
  if (code !== 0 || line === undefined) throw new Error(`${script} ended with ${code}:\n${output}`)
  return JSON.parse(line) as Answer
}
