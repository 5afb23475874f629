import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { add, type Currency, exponentOf, money, sum, zero } from '@mayago/kernel/money.ts'
import { chanceSeed, runs } from '../../test/seed.ts'
import { chargeStepOf } from '../ports/payments.ts'
import {
  duplicateCaptured,
  duplicateReturned,
  fundsReleased,
  paymentCaptured,
  refundPlanned,
  refundSucceeded,
  sharesTakenBack,
  transferReversed,
  transferSent,
  type Entry,
} from './entries.ts'
import { splitSale } from './splitSale.ts'

const Split = suite('splitSale')

/** No decimals, two, three. */
const currency = fc.constantFrom<Currency>('JPY', 'MXN', 'EUR', 'KWD')
const amount = fc
  .tuple(fc.integer({ min: 0, max: 10 ** 11 }), currency)
  .map(([steps, code]) => money(steps * chargeStepOf(code), code))
const percent = fc.integer({ min: 0, max: 100 })
const chance = { seed: chanceSeed('splitSale'), numRuns: runs(2_000, 50_000) }

Split('[MONEY-3] fifteen percent of what people pay, to the last minor unit', () => {
  const shares = (minor: number, code: Currency, of = 15) => {
    const { provider, commission } = splitSale(money(minor, code), of)
    return [provider.minor, commission.minor]
  }
  assert.equal(shares(100_000, 'MXN'), [85_000, 15_000])
  assert.equal(shares(9_801, 'JPY'), [8_331, 1_470], '1470.15 is nearer to 1470')
  assert.equal(shares(10, 'EUR'), [9, 1], 'half a cent is the provider’s')
  assert.equal(shares(12_510, 'KWD'), [10_630, 1_880], 'in tens, as cards settle')
  assert.equal(shares(1, 'EUR'), [1, 0])
  assert.equal(shares(999, 'EUR', 0), [999, 0])
  assert.equal(shares(999, 'EUR', 100), [0, 999])
})

Split('[MONEY-3] the parts are the whole, in whole steps, and each within a step of its percentage', () => {
  fc.assert(
    fc.property(amount, percent, (whole, share) => {
      const { provider, commission } = splitSale(whole, share)
      const step = chargeStepOf(whole.currency)
      assert.equal(add(provider, commission), whole)
      for (const part of [provider, commission]) {
        assert.ok(part.minor >= 0)
        assert.is(part.minor % step, 0)
      }
      assert.ok(Math.abs(commission.minor - (whole.minor * share) / 100) <= step / 2 + 1e-3)
    }),
    chance,
  )
})

const about = { source: 'pi_1', bookingId: 'b', localDate: '2027-03-01' }
const ENTRIES: Record<string, (whole: ReturnType<typeof money>, share: number) => Entry> = {
  paymentCaptured: (whole) => paymentCaptured(about, whole),
  duplicateCaptured: (whole) => duplicateCaptured(about, whole),
  duplicateReturned: (whole) => duplicateReturned(about, whole),
  refundPlanned: (whole) => refundPlanned(about, whole),
  refundSucceeded: (whole) => refundSucceeded(about, whole),
  fundsReleased: (whole, commissionPercent) => fundsReleased(about, splitSale(whole, commissionPercent), 'p'),
  sharesTakenBack: (whole, commissionPercent) => sharesTakenBack(about, splitSale(whole, commissionPercent), 'p'),
  transferSent: (whole) => transferSent(about, whole, 'p'),
  transferReversed: (whole) => transferReversed(about, whole, 'p'),
}

for (const [name, make] of Object.entries(ENTRIES))
  Split(`[MONEY-1] ${name} sums to zero, whatever the amount and its decimals`, () => {
    fc.assert(
      fc.property(amount, percent, (whole, share) => {
        const amounts = make(whole, share).lines.map((line) => line.amount)
        assert.equal(sum(amounts, whole.currency).minor + 0, zero(whole.currency).minor)
      }),
      chance,
    )
  })

Split('the currencies above have no decimals, two and three', () => {
  assert.equal(
    (['JPY', 'MXN', 'EUR', 'KWD'] as const).map((code) => exponentOf(code)),
    [0, 2, 2, 3],
  )
})

Split.run()
