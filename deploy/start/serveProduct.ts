import { openStripeSandbox } from '../compose/stripeSandbox.ts'
import { VERSION, type Product } from '../compose/openProduct.ts'
import type { Config } from '../config/readConfig.ts'
import { createHealth } from '../http/health.ts'
import { createListener, type Handler } from '../http/createListener.ts'
import type { Metrics } from '../http/metrics.ts'
import { loadPages } from '../http/pages.ts'
import { createHttp, listen } from '../http/serve.ts'
import type { WayDown } from './stopWithGrace.ts'

/** What a process answers on its port. */
export interface Doors {
  pages: boolean
  rooms: boolean
  sandbox: boolean
}

const ANSWER_MS_MAX = 8_000

/** Serves the doors on one http server: health first, then rooms, the payment sandbox and pages. */
export const serveProduct = async (
  config: Config,
  product: Product,
  doors: Doors,
  metrics: Metrics,
  wayDown: WayDown,
): Promise<void> => {
  const { app, pool } = product
  const health = createHealth(VERSION, () => pool.query('select 1'))
  const handlers: Handler[] = [metrics.observe, health.handle]
  const http = createHttp(createListener(handlers, config.TRUST_PROXY))

  http.server.on('upgrade', (_request, socket) => socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n'))
  if (doors.sandbox) {
    const sandbox = openStripeSandbox(config, app.ports.log, pool, `http://127.0.0.1:${config.PORT}`)
    handlers.push(
      (request, response, next) => void sandbox.handle(request, response).then((answered) => answered || next()),
    )
    await sandbox.start()
    wayDown.add('payment sandbox', () => sandbox.stop())
  }
  if (doors.pages) handlers.push(await loadPages())

  await listen(http.server, config.PORT, config.HOST)
  wayDown.add('web server', () => {
    health.drain()
    return http.stop(ANSWER_MS_MAX)
  })
}
