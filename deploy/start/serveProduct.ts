import { VERSION, type Product } from '../compose/openProduct.ts'
import type { Config } from '../config/readConfig.ts'
import { apiRequests } from '../http/apiRequests.ts'
import { demandHttps } from '../http/demandHttps.ts'
import { guardHeaders } from '../http/guardHeaders.ts'
import { guardHost } from '../http/guardHost.ts'
import { createHealth } from '../http/health.ts'
import { createListener, type Handler } from '../http/createListener.ts'
import type { Metrics } from '../http/metrics.ts'
import { loadPages } from '../http/pages.ts'
import { createHttp, listen } from '../http/serve.ts'
import { drawPictures } from './drawPictures.ts'
import { openRooms } from './openRooms.ts'
import { openSandbox } from './openSandbox.ts'
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
  const health = createHealth(VERSION, () => product.pool.query('select 1'))
  const handlers: Handler[] = [
    guardHeaders,
    metrics.observe,
    health.handle,
    guardHost({ publicOrigin: config.PUBLIC_ORIGIN, addresses: config.embedded }),
    demandHttps(config.PUBLIC_ORIGIN, config.TRUST_PROXY),
  ]
  const http = createHttp(createListener(handlers, config.TRUST_PROXY))
  if (doors.rooms) handlers.push(await openRooms(http.server, config, product, wayDown))
  else http.server.on('upgrade', (_request, socket) => socket.end(NO_UPGRADE))
  if (doors.sandbox) handlers.push(await openSandbox(config, product, config.PORT, wayDown))
  if (doors.pages) handlers.push(apiRequests, await loadPages())

  await listen(http.server, config.PORT, config.HOST)
  wayDown.add('web server', () => http.stop(ANSWER_MS_MAX))
  wayDown.add('readiness', async () => health.drain())
  const { databaseUrl, picturesFolder: folder } = product
  if (doors.pages) drawPictures({ databaseUrl, folder }, product.app.ports.log, wayDown)
}

const NO_UPGRADE = 'HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n'
