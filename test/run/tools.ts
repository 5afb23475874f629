import { execFileSync, spawnSync } from 'node:child_process'
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
