import { existsSync } from 'node:fs'
import { bin, runCommand } from './runCommand.ts'
import type { FileResult } from './runFile.ts'

/** What can be said of the code without running it. */
export const checks: { title: string; run: () => Promise<FileResult> }[] = [
  {
    title: 'messages and page types are generated',
    run: () => runCommand('messages and page types are generated', process.execPath, ['deploy/prepare.mjs']),
  },
  {
    title: 'types',
    run: () =>
      runCommand('types', bin('svelte-check'), [
        '--tsconfig',
        'tsconfig.json',
        '--output',
        'human',
        '--fail-on-warnings',
      ]),
  },
  ...(existsSync('web/service-worker/tsconfig.json')
    ? [
        {
          title: 'types of the service worker',
          run: () =>
            runCommand('types of the service worker', bin('tsc'), [
              '-p',
              'web/service-worker/tsconfig.json',
              '--noEmit',
            ]),
        },
      ]
    : []),
  { title: 'lint', run: () => runCommand('lint', bin('eslint'), ['.', '--max-warnings', '0']) },
  { title: 'format', run: () => runCommand('format', bin('prettier'), ['--check', '.', '--log-level', 'warn']) },
  {
    title: 'dependency rules',
    run: () =>
      runCommand('dependency rules', bin('depcruise'), [
        '--config',
        '.dependency-cruiser.cjs',
        ...['core', 'db', 'realtime', 'web', 'deploy'],
        '--output-type',
        'err-long',
      ]),
  },
  {
    title: 'compose file',
    run: () => runCommand('compose file', bin('dclint'), ['docker-compose.yml', '--max-warnings', '0']),
  },
]
