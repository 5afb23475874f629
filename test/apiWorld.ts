import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setApp } from '@mayago/core/app.ts'
import { openLocalLimits } from '@mayago/core/adapters/local/localLimits.ts'
import type { LimitRules } from '@mayago/core/ports/limits.ts'
import type { Settings } from '@mayago/core/settings.ts'
import { apiRequests } from '../deploy/http/apiRequests.ts'
import { createListener } from '../deploy/http/createListener.ts'
import { createMetrics, type Metrics } from '../deploy/http/metrics.ts'
import { loadPages } from '../deploy/http/pages.ts'
import { ensureBuild } from '../deploy/start/ensureBuild.ts'
import { coreWorld, type CoreWorld } from './coreWorld.ts'
import { noLimits } from './noLimits.ts'
import { quietLog } from './quietLog.ts'

/** Core behind the built pages and endpoints, over real HTTP. */
export interface ApiWorld extends CoreWorld {
  /** Where it answers, without a trailing slash. */
  url: string
  /** What was logged; an endpoint that fails says so here. */
  log: ReturnType<typeof quietLog>
  /** What the metrics are counted in. */
  metrics: Metrics
}

export interface ApiWorldOptions {
  settings?: Partial<Settings>
  /** All switched off unless told. */
  limits?: Partial<LimitRules>
  embedded?: boolean
}

/** One per process: the built handler knows one product. */
export const apiWorld = async (options: ApiWorldOptions = {}): Promise<ApiWorld> => {
  await ensureBuild((line) => process.stderr.write(`${line}\n`))
  const core = await coreWorld(options.settings)
  const log = quietLog()
  const limits = openLocalLimits({ ...noLimits, ...options.limits })
  const ports = { ...core.ports, log, limits }
  const { services } = core.as()
  setApp({
    ports,
    services,
    embedded: options.embedded ?? false,
    version: 'test',
    makeCtx: (asked) => ({ ...core.as(asked.actor), ...asked, ports }),
  })
  const metrics = createMetrics()
  // Clients name their address, as behind a proxy of ours: limits count by it.
  const server = createServer(createListener([metrics.observe, apiRequests, await loadPages()], 1))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const drop = async (): Promise<void> => {
    await new Promise<void>((resolve) => (server.close(() => resolve()), server.closeAllConnections()))
    await limits.close()
    await core.drop()
  }
  return { ...core, ports, log, metrics, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, drop }
}
