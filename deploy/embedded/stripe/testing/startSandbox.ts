import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type pg from 'pg'
import type { Stripe } from 'stripe'
import { createStripePayments } from '@mayago/core/adapters/stripe/createStripePayments.ts'
import { connectStripe } from '@mayago/core/adapters/stripe/connectStripe.ts'
import type { PaymentEvent, PaymentsPort } from '@mayago/core/ports/payments.ts'
import type { LogPort } from '@mayago/core/ports/log.ts'
import { KEYS } from './keys.ts'
import { serveCheckout } from './checkoutPage.ts'
import { createStripeSandbox, type StripeSandbox } from '../createStripeSandbox.ts'

export interface SandboxWorld {
  origin: string
  sandbox: StripeSandbox
  payments: PaymentsPort
  /** The official SDK on the same sandbox. */
  stripe: Stripe
  clock: { now: () => Date; set(iso: string): void }
  /** What arrived at the webhook address and passed the signature check. */
  received: PaymentEvent[]
  /** Until an event of this type about this object has arrived. */
  hear(type: string, objectId?: string): Promise<PaymentEvent>
  /** What the webhook address answers, per event. */
  answerWith(status: (event: PaymentEvent) => number): void
  stop(): Promise<void>
}

const log: LogPort = {
  info: () => undefined,
  warn: () => undefined,
  error: (data, text) => process.stderr.write(`${text} ${JSON.stringify(data)} ${String(data['err'])}\n`),
}

/** A sandbox under `/_stripe` of a server of its own, which also takes its webhooks. */
export const startSandbox = async (pool: pg.Pool, startsAt = '2027-03-01T12:00:00Z'): Promise<SandboxWorld> => {
  let now = new Date(startsAt)
  const clock = {
    now: () => now,
    set: (iso: string) => {
      now = new Date(iso)
    },
  }
  const received: PaymentEvent[] = []
  const listeners = new Set<() => void>()
  let statusOf: (event: PaymentEvent) => number = () => 200
  const takeWebhook = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    if (req.url !== '/hook') return void res.writeHead(404).end()
    const chunks: Buffer[] = []
    for await (const chunk of req as AsyncIterable<Buffer>) chunks.push(chunk)
    const event = payments.parseWebhook(Buffer.concat(chunks).toString(), String(req.headers['stripe-signature']))
    const status = statusOf(event)
    if (status === 200) received.push(event)
    res.writeHead(status).end()
    for (const listen of listeners) listen()
  }
  const server = serveCheckout(
    () => sandbox,
    (req, res) => void takeWebhook(req, res),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const sandbox = createStripeSandbox({
    ...KEYS,
    pool,
    clock,
    basePath: '/_stripe',
    publicOrigin: () => origin,
    webhookUrl: () => `${origin}/hook`,
    log,
  })
  const apiBase = new URL(`${origin}/_stripe`)
  const payments = await createStripePayments({ ...KEYS, apiBase, sandbox: true, clock })
  const stripe = await connectStripe(KEYS.secretKey, apiBase)
  await sandbox.start()

  const hear = (type: string, objectId?: string): Promise<PaymentEvent> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = received.find(
          (event) => event.type === type && (objectId === undefined || event.object['id'] === objectId),
        )
        if (found === undefined) return
        listeners.delete(look)
        resolve(found)
      }
      listeners.add(look)
      look()
    })

  return {
    origin,
    sandbox,
    payments,
    stripe,
    clock,
    received,
    hear,
    answerWith: (answer) => {
      statusOf = answer
    },
    stop: async () => {
      await sandbox.stop()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
