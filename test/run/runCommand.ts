import { spawn } from 'node:child_process'
import type { FileResult } from './runFile.ts'

/** Runs a tool as one check: passed when it ends with 0. Its words are shown only when it fails. */
export const runCommand = (
  title: string,
  program: string,
  args: string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<FileResult> =>
  new Promise((resolve) => {
    const startedAt = performance.now()
    let output = ''
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    const hear = (data: Buffer): void => void (output += data.toString())
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    const finish = (passed: boolean): void =>
      resolve({
        file: title,
        passed: Number(passed),
        failed: Number(!passed),
        skipped: [],
        seconds: (performance.now() - startedAt) / 1000,
        output,
      })
    child.once('error', (error) => {
      output += String(error)
      finish(false)
    })
    child.once('close', (code) => finish(code === 0))
  })

export const bin = (name: string): string => `node_modules/.bin/${name}`
