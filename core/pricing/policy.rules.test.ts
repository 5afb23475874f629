import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { CURRENCIES, money, sum } from '@mayago/kernel/money.ts'
import { toInstant } from '@mayago/kernel/time.ts'
import { chargeStepOf } from '../ports/payments.ts'
import { deadlinesOf, POLICY_STEPS, refundFor, refundPercentAt } from './policy.rules.ts'
import type { PolicyView } from './policy.view.ts'

const Policy = suite('policy')

const startsAt = new Date('2027-06-15T12:00:00Z')
const moderate: PolicyView = { kind: 'moderate', steps: [...POLICY_STEPS.moderate] }
const at = (iso: string) => refundPercentAt(moderate, startsAt, new Date(iso)).percent

Policy('a step holds up to and including its instant', () => {
  assert.is(at('2027-06-01T00:00:00Z'), 100)
  assert.is(at('2027-06-10T12:00:00Z'), 100)
  assert.is(at('2027-06-10T12:00:00.001Z'), 50)
  assert.is(at('2027-06-14T12:00:00Z'), 50)
  assert.is(at('2027-06-14T12:00:00.001Z'), 0)
  assert.is(at('2027-06-15T12:00:00Z'), 0)
  assert.is(refundPercentAt(moderate, startsAt, startsAt).until, null)
})

Policy('the named policies go from the most to the least generous', () => {
  for (const steps of Object.values(POLICY_STEPS)) {
    const hours = steps.map((step) => step.hoursBefore)
    const percents = steps.map((step) => step.percent)
    assert.equal(
      hours,
      [...hours].sort((a, b) => b - a),
    )
    assert.equal(
      percents,
      [...percents].sort((a, b) => b - a),
    )
  }
})

Policy('[TIME-1] hours before the start are hours that pass, also over the night when clocks change', () => {
  const flexible: PolicyView = { kind: 'flexible', steps: [...POLICY_STEPS.flexible] }
  const lisbon = toInstant('2027-03-28T09:00', 'Europe/Lisbon')
  const [deadline] = deadlinesOf(flexible, lisbon)
  assert.is(deadline?.until, '2027-03-27T08:00:00.000Z', '24 hours, though the wall shows 08:00 the day before')
})

Policy('[MONEY-3] every refund is a whole number of steps that the card networks take', () => {
  assert.equal(refundFor([money(12_510, 'KWD')], 50), [money(6_260, 'KWD')])
  const paid = fc
    .record({ currency: fc.constantFrom(...CURRENCIES), steps: fc.integer({ min: 0, max: 10 ** 8 }) })
    .map(({ currency, steps }) => money(steps * chargeStepOf(currency), currency))
  fc.assert(
    fc.property(paid, fc.integer({ min: 0, max: 100 }), (amount, percent) => {
      const [refund] = refundFor([amount], percent)
      assert.is((refund?.minor ?? -1) % chargeStepOf(amount.currency), 0)
      assert.ok(refund && refund.minor >= 0 && refund.minor <= amount.minor)
    }),
  )
})

Policy('a whole party gets what its people would get one by one', () => {
  const paid = [money(3333, 'EUR'), money(3333, 'EUR'), money(1, 'EUR')]
  const together = sum(refundFor(paid, 50), 'EUR')
  const alone = sum(
    paid.flatMap((one) => refundFor([one], 50)),
    'EUR',
  )
  assert.equal(together, alone)
  assert.equal(refundFor(paid, 100), paid)
  assert.equal(sum(refundFor(paid, 0), 'EUR').minor, 0)
})

Policy.run()
