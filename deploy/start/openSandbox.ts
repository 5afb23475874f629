import { openStripeSandbox } from '../compose/stripeSandbox.ts'
import type { Product } from '../compose/openProduct.ts'
import type { Config } from '../config/readConfig.ts'
import type { Handler } from '../http/createListener.ts'
import type { WayDown } from './stopWithGrace.ts'

/** Stripe's stand-in where no keys are configured; nothing, with keys. */
export const openSandbox = async (
  config: Config,
  { app, pool }: Product,
  port: number,
  wayDown: WayDown,
): Promise<Handler> => {
  if (config.STRIPE_SECRET_KEY !== undefined) return (_request, _response, next) => next()
  const sandbox = openStripeSandbox(config, app.ports.log, pool, `http://127.0.0.1:${port}`)
  await sandbox.start()
  wayDown.add('payment sandbox', () => sandbox.stop())
  return (request, response, next) => void sandbox.handle(request, response).then((answered) => answered || next())
}
