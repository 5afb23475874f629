import { randomUUID } from 'node:crypto'
import { warmPictures } from '@mayago/core/catalog/index.ts'
import type { LogPort } from '@mayago/core/ports/log.ts'
import type { Product } from '../compose/openProduct.ts'
import type { WayDown } from './stopWithGrace.ts'

/** Draws the pictures that lists show first in the background, so that nobody waits for them. */
export const drawPictures = (product: Product, log: LogPort, wayDown: WayDown): void => {
  const stop = new AbortController()
  const ctx = product.app.makeCtx({
    actor: { kind: 'system', job: 'drawPictures' },
    locale: 'en',
    address: null,
    requestId: randomUUID(),
  })
  const drawing = warmPictures(ctx, stop.signal).catch((error: unknown) =>
    log.warn({ error: String(error) }, 'pictures are drawn when asked for instead'),
  )
  wayDown.add('pictures', () => {
    stop.abort()
    return drawing
  })
}
