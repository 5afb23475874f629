import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'

export interface FileResult {
  file: string
  passed: number
  failed: number
  skipped: string[]
  /** What needs a program that nothing here can bring: told, and no failure. */
  leftOut?: string[]
  seconds: number
  /** What to show when something failed. */
  output: string
}

/** A file that has reported its tests has this long to end; longer means that it left something open. */
const CLOSING_SECONDS = 10

/**
 * Runs one uvu file in a process of its own. uvu is silent about a forgotten `.run()`, about a stray `.only` and about
 * open handles; here each of them is a failure that names the file.
 */
export const runFile = (file: string, options: { env: NodeJS.ProcessEnv; secondsMax: number }): Promise<FileResult> =>
  new Promise((resolve) => {
    const startedAt = performance.now()
    let output = ''
    const faults: string[] = []
    const child = spawn(process.execPath, [file], {
      env: options.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    const stopWith = (fault: string) => () => {
      faults.push(fault)
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    }
    let closing: NodeJS.Timeout | undefined
    const deadline = setTimeout(stopWith(`did not end within ${options.secondsMax} s`), options.secondsMax * 1000)
    const hear = (data: Buffer): void => {
      output += data.toString()
      if (closing === undefined && /^\s+Duration:/m.test(stripVTControlCharacters(output)))
        closing = setTimeout(
          stopWith(`left something open: it did not end ${CLOSING_SECONDS} s after its last test`),
          CLOSING_SECONDS * 1000,
        )
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('close', (code, signal) => {
      clearTimeout(deadline)
      clearTimeout(closing)
      const text = stripVTControlCharacters(output)
      const total = count(text, 'Total')
      const passed = count(text, 'Passed')
      const skipped = [...text.matchAll(/^SKIPPED: (.*)$/gm)].map((match) => match[1] as string)
      const leftOut = [...text.matchAll(/^LEFT OUT: (.*)$/gm)].map((match) => match[1] as string)
      const skippedTests = count(text, 'Skipped')
      if (skippedTests > 0) skipped.push(`${skippedTests} tests of ${file}`)
      if (total === 0 && skipped.length + leftOut.length === 0 && faults.length === 0 && code === 0)
        faults.push('ran no test: is .run() missing?')
      if (/^\s*[A-Z]\w*\.only\(/m.test(readFileSync(file, 'utf8')))
        faults.push('uses .only, which leaves the other tests out')
      const failedTests = Math.max(0, total - passed - skippedTests)
      if (faults.length === 0 && failedTests === 0 && code !== 0)
        faults.push(`ended with ${signal ?? `exit code ${code}`}`)
      resolve({
        file,
        passed,
        failed: failedTests + faults.length,
        skipped,
        leftOut,
        seconds: (performance.now() - startedAt) / 1000,
        output: [...faults.map((fault) => `${file} ${fault}`), output].join('\n'),
      })
    })
  })

const count = (text: string, label: string): number =>
  [...text.matchAll(new RegExp(`^\\s+${label}:\\s+(\\d+)`, 'gm'))].reduce((sum, match) => sum + Number(match[1]), 0)
