import { existsSync, readFileSync, rmSync } from 'node:fs'
import { bin, runCommand } from './runCommand.ts'
import type { FileResult } from './runFile.ts'

/** Brings the build up to date. */
export const buildOnce = (): Promise<FileResult> => runCommand('build', process.execPath, ['deploy/build.ts'])

const RESULTS = 'test-results/results.json'

/** Playwright in a real Chromium, on the built product. */
export const browserTests = async (missing: string[]): Promise<FileResult[]> => {
  if (missing.includes('chromium') || !existsSync('e2e')) return []
  rmSync(RESULTS, { force: true })
  const run = await runCommand('browser', bin('playwright'), ['test', '--reporter=json,line'], {
    ...process.env,
    PLAYWRIGHT_JSON_OUTPUT_NAME: RESULTS,
  })
  if (!existsSync(RESULTS)) return [run]
  const { stats } = JSON.parse(readFileSync(RESULTS, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  }
  // A test that passed only when it was tried again has failed.
  const failed = stats.unexpected + stats.flaky
  return [
    {
      ...run,
      passed: stats.expected,
      failed: Math.max(failed, run.failed),
      skipped: stats.skipped > 0 ? [`${stats.skipped} browser tests`] : [],
    },
  ]
}
