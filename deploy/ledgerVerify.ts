import { setTimeout as pause } from 'node:timers/promises'
import type { SqlEntityManager } from '@mikro-orm/postgresql'
import { verifyLedger, type LedgerDifference } from '@mayago/core/ledger/index.ts'
import { isCurrency, money, toDecimalString } from '@mayago/kernel/money.ts'
import { openOrm } from '@mayago/db/orm.ts'
import { openStripe } from './compose/openStripe.ts'
import { loadConfig } from './start/loadConfig.ts'
import { openDatabase } from './start/openDatabase.ts'
import { orExplain } from './start/orExplain.ts'
import { createWayDown } from './start/stopWithGrace.ts'

/** What each number is, and on whose word the first of the two amounts stands. */
const SAID: Record<LedgerDifference['what'], string> = {
  sum: 'its entries must sum to zero',
  paid: 'the booking was sold for, and its payments came to',
  captured: 'its payments captured, and the books have',
  refunds_of_payments: 'its refunds are, and its payments gave back',
  refunds_of_people: 'its payments gave back, and its people got',
  refunds_planned: 'its refunds are, and the books owe cards',
  refunds_succeeded: 'its refunds that arrived are, and the books have',
  kept: 'paid less refunds is, and the books keep',
  held: 'held for it should be, and the books hold',
  commission: 'commission should be, and the books have',
  transfers_due: 'its provider earned, and what is to be sent, less what is to come back, is',
  transfers_sent: 'its transfers that were sent are, and the books have',
  transfers_reversed: 'its transfers that were taken back are, and the books have',
  at_stripe: 'Stripe moved, and the books have',
}

const amount = (minor: number, currency: string): string =>
  isCurrency(currency) ? toDecimalString(money(minor, currency)) : `${minor} (minor units)`

const told = ({ bookingId, reference, what, stripeId, currency, expected, found }: LedgerDifference): string => {
  const whom = bookingId === null ? 'no booking' : `booking ${reference ?? ''} ${bookingId}`
  const object = stripeId === null ? '' : ` (${stripeId})`
  return `${whom}${object}: ${SAID[what]}: ${amount(expected, currency)} and ${amount(found, currency)} ${currency}`
}

/** Money on its way while the product runs looks like a difference for a moment. */
const SECOND_LOOK_MS = 3000

// npm run ledger:verify: compares books, payments and refunds, bookings, and Stripe (MONEY-1).
const wayDown = createWayDown()
await orExplain(async () => {
  const config = loadConfig()
  const database = await openDatabase(config, (line) => console.log(line))
  wayDown.add('database', database.stop)
  const orm = await openOrm(database.url, { poolMax: 2 })
  wayDown.add('connections', () => orm.close())
  const payments = await openStripe(config, database.url, wayDown)
  const look = () => verifyLedger({ em: orm.em.fork() as SqlEntityManager }, payments)
  let report = await look()
  if (report.differences.length > 0) {
    await pause(SECOND_LOOK_MS)
    report = await look()
  }
  const { differences, entries, comparedAtStripe, unknownToStripe } = report
  for (const difference of differences) console.log(told(difference))
  console.log(
    `${entries} entries; ${comparedAtStripe} movements were compared with Stripe, ` +
      `${unknownToStripe} never were at Stripe and stand on our rows alone.`,
  )
  console.log(
    differences.length === 0 ? 'Books, bookings and Stripe agree.' : `${differences.length} differences were found.`,
  )
  if (differences.length > 0) process.exitCode = 1
}, wayDown.godown)
await wayDown.godown()
