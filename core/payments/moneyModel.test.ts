import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { makeDepartures, type MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'
import { onboard } from '../../deploy/embedded/stripe/testing/onboard.ts'
import { coreWorld, type CoreWorld } from '../../test/coreWorld.ts'
import { begin, payAnotherWay, payIntent, paymentOf } from '../../test/paying.ts'
import { chanceSeed, runs } from '../../test/seed.ts'
import { cancelBooking, cancelQuote, verifySeats } from '../booking/index.ts'
import type { BookingView } from '../booking/index.ts'
import type { Ctx } from '../context.ts'
import { verifyLedger } from '../ledger/index.ts'
import { isRefusal } from '../kernel/errors.ts'
import { newId } from '../kernel/ids.ts'
import { refreshAccount, releaseFunds, sendTransfer, startOnboarding } from '../transfers/index.ts'
import {
  applyIntent,
  expirePending,
  finishMoney,
  refundBooking,
  returnDuplicate,
  sendRefund,
  settlePayment,
} from './index.ts'

/** One history: what has been begun and paid in it. What became of it is the database's and Stripe's to say. */
interface World {
  w: CoreWorld
  guest: Ctx
  departure: MadeDeparture
  bookings: BookingView[]
  intents: string[]
}

/** Where a process dies: before or after the nth call to Stripe, or in the transaction that follows it. */
interface Death {
  nth: number
  where: 'before' | 'after' | 'in the commit'
}

class Died extends Error {}

/** A context that dies there. What was committed and what Stripe heard stay; what was not, never was. */
const dying = (ctx: Ctx, death: Death | null): Ctx => {
  if (death === null) return ctx
  let calls = 0
  const call =
    (work: (...args: unknown[]) => Promise<unknown>) =>
    async (...args: unknown[]): Promise<unknown> => {
      const now = calls++ === death.nth
      if (now && death.where === 'before') throw new Died()
      const answer = await work(...args)
      if (now && death.where === 'after') throw new Died()
      return answer
    }
  const watched = <Port extends object>(whole: Port): Port =>
    new Proxy(whole, {
      get: (port, name) => {
        const part: unknown = Reflect.get(port, name)
        if (typeof part === 'function') return call(part as (...args: unknown[]) => Promise<unknown>)
        return typeof part === 'object' && part !== null ? watched(part) : part
      },
    })
  const payments = watched(ctx.ports.payments)
  const enqueue: typeof ctx.services.jobs.enqueue = (...args) =>
    death.where === 'in the commit' ? Promise.reject(new Died()) : ctx.services.jobs.enqueue(...args)
  return {
    ...ctx,
    ports: { ...ctx.ports, payments },
    services: { ...ctx.services, jobs: { ...ctx.services.jobs, enqueue } },
  }
}

/** A refusal is an answer, a death is what the history wanted: anything else is a bug. */
const lived = async (work: Promise<unknown>): Promise<void> => {
  await work.catch((error: unknown) => {
    if (!(error instanceof Died) && !isRefusal(error)) throw error
  })
}

type Step = (world: World, ctx: (own: Ctx) => Ctx) => Promise<unknown>

const nth = <One>(list: readonly One[], n: number): One | undefined => list[n % list.length]

const beginOne =
  (adults: number): Step =>
  async (world, ctx) =>
    world.bookings.push(await begin(ctx(world.guest), world.departure, adults))

/** Its money can be used at once, so it may have left the provider's account when a refund comes. */
const AT_ONCE = 'pm_card_bypassPending'

const payOne =
  (n: number, twice: boolean): Step =>
  async ({ w, bookings, intents }) => {
    const booking = nth(bookings, n)
    if (!booking) return
    const { intent_id: intentId, state } = await paymentOf(w, booking.id)
    if (intentId !== null && state !== 'canceled') intents.push((await payIntent(w, intentId, AT_ONCE)).id)
    if (twice) intents.push((await payAnotherWay(w, booking, AT_ONCE)).id)
  }

const settleOne =
  (n: number): Step =>
  async ({ guest, bookings }, ctx) => {
    const booking = nth(bookings, n)
    if (booking) await settlePayment(ctx(guest), { bookingId: booking.id })
  }

const hearOfOne =
  (n: number): Step =>
  async ({ w, intents }, ctx) => {
    const intentId = nth(intents, n)
    if (intentId) await applyIntent(ctx(w.as()), await w.ports.payments.getIntent(intentId))
  }

const cancelOne =
  (n: number, onePerson: boolean): Step =>
  async ({ w, guest, bookings }, ctx) => {
    const booking = nth(bookings, n)
    if (!booking) return
    const person = await queryRow<{ id: string }>(
      w.em,
      `select id from unit_items where booking_id = $1 and state = 'booked' limit 1`,
      [booking.id],
    )
    const whom = onePerson && person ? { unitItemIds: [person.id] } : {}
    const { refund } = await cancelQuote(guest, { bookingId: booking.id, ...whom })
    await cancelBooking(ctx(guest), { bookingId: booking.id, ...whom, refundMinor: refund.minor })
  }

const refundSome: Step = async (world, ctx) => {
  for (const id of await unsent(world)) await sendRefund(ctx(world.w.as()), { refundId: id })
}

const onboardProvider: Step = async ({ w, departure: { providerId } }, ctx) => {
  await startOnboarding(ctx(w.as()), {
    providerId,
    country: 'MX',
    returnUrl: 'https://a.test',
    refreshUrl: 'https://a.test',
  })
  const [row] = await queryRows<{ account_id: string }>(
    w.em,
    'select account_id from provider_accounts where provider_id = $1 and not is_submitted',
    [providerId],
  )
  if (row) await onboard(w.stripe, row.account_id)
  await refreshAccount(ctx(w.as()), { providerId })
}

/** The provider's bank has it, so nothing can be taken back from the account. */
const payOut: Step = async ({ w, departure: { providerId } }) => {
  const [row] = await queryRows<{ account_id: string }>(
    w.em,
    'select account_id from provider_accounts where provider_id = $1 and can_be_paid_out',
    [providerId],
  )
  if (!row) return
  const accountId = row.account_id
  for (const amount of (await w.ports.payments.balances.get(accountId)).available) {
    const payoutId = newId<'payout'>(Date.now())
    await w.ports.payments.payouts.create({ accountId, amount, payoutId, metadata: {}, idempotencyKey: payoutId })
  }
}

const sendShares: Step = async (world, ctx) => {
  for (const id of await unsentShares(world)) await sendTransfer(ctx(world.w.as()), { transferId: id })
}

const refundLater =
  (n: number, percent: number): Step =>
  async ({ w, bookings }, ctx) => {
    const booking = nth(bookings, n)
    if (!booking) return
    const amountMinor = Math.max(1, Math.floor((booking.total.minor * percent) / 100))
    await refundBooking(ctx(w.as()), { bookingId: booking.id, amountMinor })
  }

const returnSome: Step = async (world, ctx) => {
  for (const job of await duplicates(world)) await returnDuplicate(ctx(world.w.as()), job)
}

const wait =
  (hours: number): Step =>
  ({ w }) =>
    w.shiftSeatClock(`${hours} hours`)

const expire: Step = ({ w }, ctx) => expirePending(ctx(w.as()))
const release: Step = ({ w }, ctx) => releaseFunds(ctx(w.as()))
const finish: Step = ({ w }, ctx) => finishMoney(ctx(w.as()))

const unsent = async ({ w, bookings }: World): Promise<string[]> =>
  (
    await queryRows<{ id: string }>(
      w.em,
      `select id from refunds where booking_id = any($1::uuid[]) and state in ('intent', 'pending')`,
      [bookings.map(({ id }) => id)],
    )
  ).map(({ id }) => id)

/** Of all histories: a round releases what is due, whoever's it is. */
const unsentShares = async ({ w }: World): Promise<string[]> =>
  (
    await queryRows<{ id: string }>(
      w.em,
      "select id from transfers where state <> 'sent' order by kind desc, created_at, id",
    )
  ).map(({ id }) => id)

const duplicates = async ({ w, intents }: World): Promise<{ paymentId: string; intentId: string }[]> =>
  (
    await queryRows<{ data: { paymentId: string; intentId: string } }>(
      w.em,
      `select data from pgboss.job where name = 'payment.returnDuplicate' and data ->> 'intentId' = any($1)`,
      [intents],
    )
  ).map(({ data }) => data)

/** What a worker does in the end, undisturbed. */
const settleAll = async (world: World): Promise<void> => {
  const alive = (own: Ctx): Ctx => own
  await hearOfAll(world, alive)
  await expire(world, alive)
  await refundSome(world, alive)
  await returnSome(world, alive)
  await release(world, alive)
  await sendShares(world, alive)
}

const n = fc.nat(7)
type Named = readonly [name: string, step: Step]
const steps: fc.Arbitrary<Named> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.integer({ min: 1, max: 3 }).map((adults): Named => [`begin ${adults}`, beginOne(adults)]),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(n, fc.nat(3))
      .map(([i, luck]): Named => [`pay ${i}${luck === 0 ? ' twice' : ''}`, payOne(i, luck === 0)]),
  },
  { weight: 3, arbitrary: n.map((i): Named => [`settle ${i}`, settleOne(i)]) },
  { weight: 2, arbitrary: n.map((i): Named => [`hear of ${i}`, hearOfOne(i)]) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(n, fc.boolean())
      .map(([i, one]): Named => [`cancel ${i}${one ? ', one' : ''}`, cancelOne(i, one)]),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Named>(
      ['send refunds', refundSome],
      ['return duplicates', returnSome],
      ['expire', expire],
      ['release', release],
      ['finish money', finish],
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(n, fc.constantFrom(7, 33, 50))
      .map(([i, percent]): Named => [`refund ${percent} % of ${i}`, refundLater(i, percent)]),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(0.3, 0.6, 24 * 6, 24 * 30).map((hours): Named => [`wait ${hours} h`, wait(hours)]),
  },
)
/** What comes once the departure is over. */
const lateSteps: fc.Arbitrary<Named> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(n, fc.constantFrom(7, 33, 50))
      .map(([i, percent]): Named => [`refund ${percent} % of ${i}`, refundLater(i, percent)]),
  },
  { weight: 3, arbitrary: fc.constant<Named>(['onboard', onboardProvider]) },
  { weight: 5, arbitrary: fc.constant<Named>(['send shares', sendShares]) },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Named>(
      ['release', release],
      ['pay out', payOut],
      ['send refunds', refundSome],
      ['finish money', finish],
    ),
  },
)
/** One step in so many. */
const deathIn = (steps: number) =>
  fc.oneof(
    { weight: steps - 1, arbitrary: fc.constant(null) },
    {
      weight: 1,
      arbitrary: fc.record({
        nth: fc.nat(2),
        where: fc.constantFrom<Death['where']>('before', 'after', 'in the commit'),
      }),
    },
  )

const POLICY = {
  kind: 'moderate' as const,
  steps: [
    { hoursBefore: 120, percent: 100 },
    { hoursBefore: 24, percent: 33 },
  ],
}

const Model = suite('moneyModel')

/** A world for every hundred histories: comparing everything costs what there is. */
const HISTORIES = 100

Model('[MONEY-1] [MONEY-2] [MONEY-4] whatever happens and whoever dies, books, rows and Stripe agree', async () => {
  const seed = chanceSeed('moneyModel')
  for (let round = 0; round < runs(1, 20); round++) {
    const w = await coreWorld({ seatCaps: { guest: 0, user: 0, address: 0 } })
    try {
      await fc.assert(histories(w), {
        seed: seed + round,
        numRuns: HISTORIES,
        endOnFailure: true,
        includeErrorInReport: true,
      })
      const said = await queryRows<{ kind: string; count: number }>(
        w.em,
        'select kind, count(*)::int as count from ledger_entries group by kind order by kind',
      )
      process.stdout.write(`moneyModel: ${said.map(({ kind, count }) => `${count} ${kind}`).join(', ')}\n`)
      assert.is(said.length, 8, 'every kind of entry came up')
    } finally {
      await w.drop()
    }
  }
})

const hearOfAll: Step = async (world, ctx) => {
  for (let i = 0; i < world.intents.length; i++) await hearOfOne(i)(world, ctx)
}

/** The departure ends and its money is shared. */
const OVER: readonly Named[] = [
  ['hear of all', hearOfAll],
  ['wait 60 days', wait(24 * 60)],
  ['release', release],
]

const histories = (w: CoreWorld) =>
  fc.asyncProperty(
    fc.array(fc.tuple(steps, deathIn(4)), { minLength: 10, maxLength: 24, size: 'max' }),
    fc.array(fc.tuple(lateSteps, deathIn(2)), { minLength: 3, maxLength: 12, size: 'max' }),
    async (early, late) => {
      await w.shiftSeatClock(null)
      const { departure } = await makeDepartures(w, { departure: { capacity: 5, policy: POLICY } })
      const world: World = { w, guest: w.guest(), departure, bookings: [], intents: [] }
      const told: string[] = []
      for (const [[name, step], end] of [...early, ...OVER.map((step) => [step, null] as const), ...late]) {
        told.push(end ? `${name}, dying ${end.where} ${end.nth}` : name)
        await lived(step(world, (own) => dying(own, end)))
        // Nothing may be half done where somebody died; what the living leave is looked at in the end.
        if (end) assert.equal(await rowsDiffer(w), [], `books and rows agree at any time: ${told.join(' · ')}`)
      }
      await settleAll(world)
      const { differences } = await verifyLedger(w.as(), w.ports.payments)
      assert.equal(differences, [], told.join(' · '))
      assert.equal(await verifySeats(w), [])
    },
  )

/** Where the books differ from our own rows, whatever is still on its way at Stripe. */
const rowsDiffer = async (w: CoreWorld) => {
  const nothing = () => Promise.resolve({ items: [], more: false })
  const { differences } = await verifyLedger(w.as(), {
    listIntents: nothing,
    listRefunds: nothing,
    transfers: { list: nothing, listReversals: nothing },
  })
  return differences.filter(({ what }) => what !== 'at_stripe')
}

Model.run()
