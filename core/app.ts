import { assert } from '@mayago/kernel/assert.ts'
import type { Ctx, Locale } from './context.ts'
import type { Actor } from './identity/actor.ts'
import type { Ports } from './ports/index.ts'
import type { Services } from './services.ts'

/** The composed product as the doors of one process see it: made by deploy, read by pages, endpoints and rooms. */
export interface App {
  ports: Ports
  services: Services
  /** True while dev inbox, the payment sandbox's pages and the like exist. */
  embedded: boolean
  version: string
  /** A context for one request or room message, over this process's ports and services. */
  makeCtx(asked: Asked): Ctx
}

/** What only the door knows of a request or message. */
export interface Asked {
  actor: Actor
  locale: Locale
  address: string | null
  requestId: string
  idempotencyKey?: string | null
  userAgent?: string | null
}

// On globalThis, because in development a changed module is loaded anew and would forget what it was given.
const slot = Symbol.for('mayago.app')
const shelf = globalThis as { [slot]?: App }

/** Called once by the process's entry, before it serves anything. */
export const setApp = (app: App): void => {
  shelf[slot] = app
}

export const getApp = (): App => {
  const app = shelf[slot]
  assert(app !== undefined, 'setApp was called before anything was served')
  return app
}
