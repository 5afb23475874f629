import { suite, type Test } from 'uvu'
import { queryRows } from '@mayago/db/sql.ts'
import { makeDepartures, type MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'
import { coreWorld, type CoreWorld } from '../../../test/coreWorld.ts'
import { inTransaction, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import {
  createWebhook,
  createWebhookInput,
  fanOutNews,
  listDeliveries,
  type DeliveryView,
  type WebhookWithSecretView,
} from '../index.ts'
import type { WebhookEvent } from '../webhooks/webhookEvents.ts'
import { makeAccount } from './partnerWorld.ts'
import { startReceiver, type Receiver } from './startReceiver.ts'

export interface HookWorld extends CoreWorld {
  receiver: Receiver
  kayak: MadeDeparture
  other: MadeDeparture
}

/** Tests of one world, each with two departures of its own and a receiver that nobody has named yet. */
export const hookSuite = (name: string): Test<HookWorld> => {
  const hooks = suite<HookWorld>(name)
  hooks.before(async (w) => void Object.assign(w, await coreWorld()))
  hooks.before.each(async (w) => {
    const made = await makeDepartures(w, { kayak: {}, other: {} })
    await queryRows(w.em, 'delete from webhook_endpoints')
    Object.assign(w, made, { receiver: await startReceiver() })
  })
  hooks.after.each((w) => w.receiver.stop())
  hooks.after((w) => w.drop())
  return hooks
}

/** An account with an endpoint at the receiver: for the kayak's provider unless told otherwise. */
export const listen = async (w: HookWorld, over: { providerId?: string | undefined; events?: WebhookEvent[] } = {}) => {
  const { providerId } = { providerId: w.kayak.providerId, ...over }
  const account = await makeAccount(w, providerId === undefined ? {} : { providerId })
  const input = { url: w.receiver.url, events: over.events ?? ['booking.confirmed', 'booking.cancelled'], providerId }
  const hook = await createWebhook(account.ctx(), createWebhookInput.parse(input))
  w.receiver.secret = hook.secret
  return { ...account, hook }
}

/** News of a booking of that departure. */
export const confirm = (w: HookWorld, departure = w.kayak): Promise<void> =>
  inTransaction(w.as(), async (tx) =>
    record(tx, 'booking.confirmed', departure.departureId, {
      bookingId: departure.departureId,
      localDate: departure.localStart.slice(0, 10),
      departureId: departure.departureId,
      providerId: departure.providerId,
    }),
  )

/** A context whose clock stands so long after now. */
const later = (w: HookWorld, ms: number): Ctx => {
  const now = new Date(w.as().now.getTime() + ms)
  return w.as(undefined, { now, clock: { now: () => now } })
}

/** Sends what is due `ms` from now, and waits for it. */
export const send = async (w: HookWorld, ms = 0): Promise<void> => {
  const { courier } = w.as().services
  await fanOutNews(w.as())
  await courier.setOut(later(w, ms))
  await courier.settle()
}

/** The endpoint's log, newest first. */
export const logOf = async (
  w: HookWorld,
  { hook, ctx }: { hook: WebhookWithSecretView; ctx(): Ctx },
): Promise<DeliveryView[]> => (await listDeliveries(ctx(), { webhookId: hook.id })).items
