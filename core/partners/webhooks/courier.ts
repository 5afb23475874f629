import type { Ctx } from '../../context.ts'
import { claimDelivery, type Claimed } from './claimDelivery.ts'
import { settleAttempt } from './settleAttempt.ts'
import { openSecret, signatureHeaders } from './webhookSecret.ts'

/** Carries deliveries to their endpoints, from one process. */
export interface Courier {
  /** Sets out with what is due, as far as there are lanes. Does not wait until it has arrived. */
  setOut(ctx: Ctx): Promise<void>
  /** Waits until all lanes are empty. */
  settle(): Promise<void>
  /** Drops what is on its way: it is sent again when its lease is over. */
  close(): Promise<void>
}

const LANES_MAX = 16

/**
 * Each endpoint has at most one lane, so that a slow receiver holds up itself alone, and is sent things one after the
 * other. HOOK-3, HOOK-4.
 */
export const createCourier = (): Courier => {
  const lanes = new Map<string, Promise<void>>()
  const closing = new AbortController()

  const run = async (ctx: Ctx, first: Claimed): Promise<void> => {
    try {
      for (let next: Claimed | null = first; next !== null && !closing.signal.aborted;) {
        await deliver(ctx, next, closing.signal)
        next = (await claimDelivery(ctx, { only: first.endpointId, except: [], limit: 1 }))[0] ?? null
      }
    } catch (error) {
      ctx.ports.log.warn({ error: String(error), endpointId: first.endpointId }, 'a webhook lane broke off')
    } finally {
      lanes.delete(first.endpointId)
    }
  }

  return {
    setOut: async (ctx) => {
      if (closing.signal.aborted || lanes.size >= LANES_MAX) return
      const except = [...lanes.keys()]
      for (const claimed of await claimDelivery(ctx, { only: null, except, limit: LANES_MAX - lanes.size }))
        lanes.set(claimed.endpointId, run(ctx, claimed))
    },
    settle: async () => {
      while (lanes.size > 0) await Promise.all(lanes.values())
    },
    close: async () => {
      closing.abort()
      while (lanes.size > 0) await Promise.all(lanes.values())
    },
  }
}

const deliver = async (ctx: Ctx, claimed: Claimed, signal: AbortSignal): Promise<void> => {
  const at = ctx.clock.now()
  const body = JSON.stringify(claimed.payload)
  const secrets = claimed.secretsSealed.map((sealed) => openSecret(ctx, claimed.endpointId, sealed))
  const answer = await ctx.ports.hooks.post({
    url: claimed.url,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'MayaGo-Webhooks/1',
      ...signatureHeaders(secrets, { eventId: claimed.eventId, at, body }),
    },
    body,
    signal,
  })
  if (!signal.aborted) await settleAttempt(ctx, claimed, at, answer)
}
