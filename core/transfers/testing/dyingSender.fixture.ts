import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { openOrm } from '@mayago/db/orm.ts'
import { systemClock } from '../../../deploy/compose/systemClock.ts'
import { KEYS } from '../../../deploy/embedded/stripe/testing/keys.ts'
import { quietLog } from '../../../test/quietLog.ts'
import { createStripePayments } from '../../adapters/stripe/createStripePayments.ts'
import type { Ctx } from '../../context.ts'
import type { Ports } from '../../ports/index.ts'
import type { PaymentTransfers } from '../../ports/paymentTransfers.ts'
import { sendTransfer } from '../index.ts'

// A process that sends one transfer and stops for good around its call to Stripe, to be killed there:
// `node dyingSender.fixture.ts <database> <Stripe> <transfer> <before|after>`. Prints a line when it is there.
const [databaseUrl = '', stripeUrl = '', transferId = '', where] = process.argv.slice(2)
const orm = await openOrm(databaseUrl, { poolMax: 2 })
const payments = await createStripePayments({ ...KEYS, apiBase: new URL(stripeUrl), sandbox: true, clock: systemClock })

const stopHere = (): Promise<never> => {
  process.stdout.write('here\n')
  return new Promise(() => undefined)
}
const around =
  <Input, Answer>(call: (input: Input) => Promise<Answer>) =>
  async (input: Input): Promise<Answer> => {
    if (where === 'after') await call(input)
    return stopHere()
  }
const { create, reverse } = payments.transfers
const transfers: PaymentTransfers = { ...payments.transfers, create: around(create), reverse: around(reverse) }

// The database's connections keep no process alive that waits for nothing else.
setInterval(() => undefined, 60_000)
const ctx = {
  em: orm.em.fork() as SqlEntityManager,
  actor: { kind: 'system', job: 'transfer.send' },
  clock: systemClock,
  now: systemClock.now(),
  news: null,
  ports: { log: quietLog(), payments: { ...payments, transfers } } as Partial<Ports> as Ports,
} as Partial<Ctx> as Ctx
await sendTransfer(ctx, { transferId })
