import type { IncomingMessage } from 'node:http'
import type { Ctx, Locale } from '@mayago/core/context.ts'
import type { UserActor } from '@mayago/core/identity/index.ts'

declare global {
  namespace App {
    interface Locals {
      ctx: Ctx
      /** Who is signed in, also where a mail's link is what counts; null for nobody. */
      user: UserActor | null
      locale: Locale
      theme: 'light' | 'dark' | 'system'
      requestId: string
      /** When a refusal said to come back, in seconds; null otherwise. */
      retryAfterSeconds: number | null
    }
    /** What adapter-node hands on; absent in development. */
    interface Platform {
      req: IncomingMessage
    }
    interface Error {
      message: string
      /** The refusal's code, when it was one. */
      code?: string
      requestId?: string
      retryAfterSeconds?: number
    }
  }
}

export {}
