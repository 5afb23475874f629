import { execFileSync, spawnSync } from 'node:child_process'
import { findStripeMock } from '@mayago/core/adapters/stripe/testing/startStripeMock.ts'
import { findOnPath } from './findOnPath.ts'

/** Programs from Debian that tests run against, by package. */
const TOOLS: Record<string, string> = {
  chromium: 'chromium',
  'redis-server': 'redis-server',
  'nats-server': 'nats-server',
}

/**
 * Finds the programs that tests need, or installs them where that is possible (root on Debian). Answers those still
 * missing.
 */
export const ensureTools = (say: (line: string) => void): string[] => {
  const missing = (): string[] => Object.keys(TOOLS).filter((program) => findOnPath(program) === null)
  const wanted = missing()
  if (wanted.length === 0 || process.getuid?.() !== 0 || findOnPath('apt-get') === null) return wanted
  say(`installing ${wanted.join(', ')} from Debian`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const install = (): boolean =>
    spawnSync(
      'apt-get',
      ['install', '-y', '--no-install-recommends', ...wanted.map((program) => TOOLS[program] as string)],
      {
        env,
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    ).status === 0
  if (!install()) {
    execFileSync('sh', ['-c', 'apt-get update || true'], { env, stdio: 'ignore' })
    install()
  }
  return missing()
}

/** Pinned, so that what it knows of Stripe changes only when we look at it again. */
const STRIPE_MOCK = 'github.com/stripe/stripe-mock@v0.203.0'

/** Builds Stripe's own mock where Go is at hand and a test of `files` asks for it: no package of Debian brings it. */
export const ensureStripeMock = (files: readonly string[], say: (line: string) => void): void => {
  if (!files.some((file) => file.endsWith('onStripeMock.test.ts')) || findStripeMock() !== null) return
  if (findOnPath('go') === null) return
  say('building stripe-mock with Go')
  spawnSync('go', ['install', STRIPE_MOCK], { stdio: 'ignore', timeout: 180_000 })
}
