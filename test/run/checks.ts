import { bin, runCommand } from './runCommand.ts'
import type { FileResult } from './runFile.ts'

/** Writes what the other checks read: compiled messages and the pages' types. */
export const generate = (): Promise<FileResult> =>
  runCommand('messages and page types are generated', process.execPath, ['deploy/prepare.mjs'])

/** What can be said of the code without running it, longest first. */
export const checks: (() => Promise<FileResult>)[] = [
  () => runCommand('lint', bin('eslint'), ['.', '--max-warnings', '0']),
  () =>
    runCommand('types', bin('svelte-check'), [
      ...['--tsconfig', 'tsconfig.json'],
      ...['--output', 'human', '--fail-on-warnings'],
    ]),
  () => runCommand('format', bin('prettier'), ['--check', '.', '--log-level', 'warn']),
  () =>
    runCommand('dependency rules', bin('depcruise'), [
      ...['--config', '.dependency-cruiser.cjs', 'core', 'db', 'realtime', 'web', 'deploy'],
      ...['--output-type', 'err-long'],
    ]),
  () =>
    runCommand('compose file', bin('dclint'), ['docker-compose.yml', 'docker-compose.tls.yml', '--max-warnings', '0']),
]
