import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { connectStripe } from '@mayago/core/adapters/stripe/connectStripe.ts'
import { freshDatabase, type FreshDatabase } from '@mayago/db/testing/freshDatabase.ts'
import { KEYS } from './testing/keys.ts'

interface World {
  database: FreshDatabase
  processes: ChildProcess[]
}

const Killed = suite<World>('the sandbox under kill -9')
Killed.before(async (w) => {
  w.database = await freshDatabase()
  w.processes = []
})
Killed.after(async (w) => {
  for (const one of w.processes) one.kill('SIGKILL')
  await w.database.drop()
})

const startProcess = async (w: World, webhookUrl: string) => {
  const file = new URL('./testing/sandboxProcess.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [file, w.database.url, webhookUrl], { stdio: ['ignore', 'pipe', 'inherit'] })
  w.processes.push(child)
  for await (const line of createInterface(child.stdout))
    return { child, stripe: await connectStripe(KEYS.secretKey, new URL(`${line}/_stripe`)) }
  throw new Error('the sandbox did not start')
}

Killed('[MONEY-2] every acknowledged payment is there, each was charged once, and every event arrives', async (w) => {
  const heard = new Map<string, Set<string>>()
  let tellHeard = (): void => undefined
  const hook = createServer((req, res) => {
    void (async () => {
      const chunks: Buffer[] = []
      for await (const chunk of req as AsyncIterable<Buffer>) chunks.push(chunk)
      const event = JSON.parse(Buffer.concat(chunks).toString()) as { type: string; data: { object: { id: string } } }
      heard.set(event.type, (heard.get(event.type) ?? new Set()).add(event.data.object.id))
      res.writeHead(200).end()
      tellHeard()
    })()
  })
  hook.listen(0, '127.0.0.1')
  await once(hook, 'listening')
  const webhookUrl = `http://127.0.0.1:${(hook.address() as AddressInfo).port}`

  const first = await startProcess(w, webhookUrl)
  const acknowledged: string[] = []
  const pay = (stripe: typeof first.stripe, n: number) =>
    stripe.paymentIntents.create(
      {
        amount: 12_500,
        currency: 'mxn',
        payment_method: 'pm_card_visa',
        confirm: true,
        return_url: 'https://mayago.test',
      },
      { idempotencyKey: `pay-${n}` },
    )
  let killed = false
  const buyers = Array.from({ length: 8 }, async (_, buyer) => {
    for (let n = buyer; !killed; n += 8) {
      const paid = await pay(first.stripe, n).catch(() => null)
      if (paid !== null) acknowledged.push(paid.id)
      if (acknowledged.length >= 40 && !killed) {
        killed = true
        first.child.kill('SIGKILL')
      }
    }
  })
  await Promise.all(buyers)

  const second = await startProcess(w, webhookUrl)
  // Whoever got no answer asks again, and so does everybody else: the same keys make no second payment.
  const ids = new Set<string>()
  for (let n = 0; n < 64; n++) ids.add((await pay(second.stripe, n)).id)
  for (const id of acknowledged)
    assert.ok(ids.has(id) || (await second.stripe.paymentIntents.retrieve(id)).status === 'succeeded')
  const { rows } = await w.database.pool.query<{ charges: string; intents: string; events: string }>(
    `SELECT count(*) FILTER (WHERE kind = 'charge') AS charges, count(*) FILTER (WHERE kind = 'payment_intent') AS intents,
            count(*) FILTER (WHERE data ->> 'type' = 'payment_intent.succeeded') AS events FROM stripe_sandbox.objects`,
  )
  assert.is(rows[0]?.charges, rows[0]?.intents)
  assert.is(rows[0]?.events, rows[0]?.intents)

  const intents = Number(rows[0]?.intents)
  // A sending that the kill cut short is tried again once its lease is over; here that is due at once.
  await w.database.pool.query(`UPDATE stripe_sandbox.deliveries SET due_ms = 0 WHERE state = 'pending'`)
  await pay(second.stripe, 1_000)
  await new Promise<void>((resolve) => {
    tellHeard = () => {
      if (heard.get('payment_intent.succeeded')?.size === intents + 1) resolve()
    }
    tellHeard()
  })
  hook.closeAllConnections()
  hook.close()
})

Killed.run()
