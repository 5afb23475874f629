import { startWorker } from '@mayago/core/jobs/startWorker.ts'
import type { LogPort } from '@mayago/core/ports/log.ts'
import type { Product } from '../compose/openProduct.ts'
import type { WayDown } from './stopWithGrace.ts'

/** Makes this process take jobs and the recurring rounds; the calendar is brought up to date at once. */
export const openWorker = async ({ app, boss }: Product, log: LogPort, wayDown: WayDown): Promise<void> => {
  const makeCtx = (job: string) =>
    app.makeCtx({ actor: { kind: 'system', job }, locale: 'en', address: null, requestId: `job:${job}` })
  const worker = await startWorker({ boss, log, makeCtx })
  wayDown.add('worker', worker.stop)
  await boss.send('departure.generate', {}, { singletonKey: 'start' })
}
