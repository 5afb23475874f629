import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { startProcess, type StartedProcess } from '../../test/startProcess.ts'
import { ensureBuild } from '../../deploy/start/ensureBuild.ts'
import { POOL } from './world.ts'

const UNLIMITED = {
  DATABASE_POOL: String(POOL),
  LIMITS_API: '0',
  LIMITS_PAGES: '0',
  LIMITS_SIGN_IN: '0',
  LIMITS_REGISTRATION: '0',
  LIMITS_RESET: '0',
  LIMITS_SECOND_FACTOR: '0',
  LIMITS_HOLDS: '0',
  LIMITS_SEARCH: '0',
  LIMITS_CHECKOUT: '0',
  LIMITS_LIVE_TICKETS: '0',
  HOLD_CAP_GUEST: '0',
  HOLD_CAP_USER: '0',
  HOLD_CAP_ADDRESS: '0',
}

/** The built product in a process of its own, on the bench's database; the seat desk is its own or the rival's. */
export const startProduct = async (dataDir: string, desk: 'product' | 'forUpdate'): Promise<StartedProcess> => {
  await ensureBuild((line) => console.error(line))
  return startProcess('bench/holds/product.ts', {
    ...UNLIMITED,
    DATA_DIR: dataDir,
    BENCH_DESK: desk,
    NODE_ENV: 'production',
  })
}

/** A SvelteKit of the same versions whose one endpoint parses JSON and does nothing: what the HTTP door cannot exceed. */
export const startEmptyKit = (): Promise<StartedProcess> => {
  if (!existsSync('var/bench/emptyKit/build/handler.js')) {
    const { status, stderr } = spawnSync(process.execPath, ['../../node_modules/vite/bin/vite.js', 'build'], {
      cwd: 'bench/emptyKit',
      env: { ...process.env, NODE_ENV: 'production' },
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`the empty SvelteKit could not be built:\n${stderr}`)
  }
  return startProcess('bench/emptyKit/serve.ts', { NODE_ENV: 'production' })
}
