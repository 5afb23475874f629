import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  add,
  allocate,
  CURRENCIES,
  exponentOf,
  formatMoney,
  isCurrency,
  money,
  percentOf,
  subtract,
  sum,
  times,
  toDecimalString,
  zero,
} from './money.ts'

const Rules = suite('money')

const currency = fc.constantFrom(...CURRENCIES)
const amount = fc.tuple(fc.integer({ min: 0, max: 10 ** 11 }), currency).map(([minor, code]) => money(minor, code))

Rules('[MONEY-3] an amount is a safe whole number of minor units and nothing else', () => {
  for (const minor of [0.5, Number.NaN, Infinity, 2 ** 53]) assert.throws(() => money(minor, 'EUR'), RangeError)
  assert.equal(money(1250, 'MXN'), { minor: 1250, currency: 'MXN' })
})

Rules('[MONEY-3] each currency has its own decimals: none, two or three', () => {
  assert.is(toDecimalString(money(1250, 'JPY')), '1250')
  assert.is(toDecimalString(money(1250, 'MXN')), '12.50')
  assert.is(toDecimalString(money(1250, 'KWD')), '1.250')
  assert.is(toDecimalString(money(5, 'KWD')), '0.005')
  assert.is(toDecimalString(money(-5, 'EUR')), '-0.05')
  assert.is(toDecimalString(money(0, 'JPY')), '0')
})

Rules('[MONEY-3] decimal text reads back to the same minor units', () => {
  fc.assert(
    fc.property(amount, (one) => {
      const [whole, decimals = ''] = toDecimalString(one).split('.')
      assert.is(decimals.length, exponentOf(one.currency))
      assert.is(Number(`${whole}${decimals}`), one.minor)
    }),
  )
})

Rules('currencies do not mix', () => {
  assert.throws(() => add(money(1, 'EUR'), money(1, 'USD')), /do not mix/)
  assert.throws(() => subtract(money(1, 'EUR'), money(1, 'USD')), /do not mix/)
  assert.throws(() => sum([money(1, 'EUR')], 'USD'), /do not mix/)
  assert.equal(sum([], 'JPY'), zero('JPY'))
  assert.equal(times(money(333, 'EUR'), 3), money(999, 'EUR'))
  assert.ok(isCurrency('KWD'))
  assert.not.ok(isCurrency('toString'))
})

Rules(
  'a split loses nothing, gives nobody less than their share rounded down, and leftovers to the largest remainders',
  () => {
    assert.equal(
      allocate(money(100, 'EUR'), [1, 1, 1]).map(({ minor }) => minor),
      [34, 33, 33],
    )
    assert.equal(
      allocate(money(10, 'EUR'), [1, 1, 98]).map(({ minor }) => minor),
      [0, 0, 10],
    )
    const weights = fc
      .array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 })
      .filter((list) => list.some((weight) => weight > 0))
    fc.assert(
      fc.property(amount, weights, (whole, shares) => {
        const total = shares.reduce((a, b) => a + b, 0)
        const parts = allocate(whole, shares)
        assert.equal(sum(parts, whole.currency), whole)
        parts.forEach(({ minor }, index) => {
          const floor = Number((BigInt(whole.minor) * BigInt(shares[index] as number)) / BigInt(total))
          assert.ok(minor === floor || minor === floor + 1, `${minor} for ${shares.join(':')} of ${whole.minor}`)
        })
      }),
    )
    assert.throws(() => allocate(money(1, 'EUR'), [0, 0]), RangeError)
  },
)

Rules(
  'a share in percent is within half a step of the exact one, in whole steps, and never more than the whole',
  () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 9 }),
        fc.integer({ min: 0, max: 100 }),
        fc.constantFrom(1, 10),
        (steps, percent, step) => {
          const whole = money(steps * step, 'KWD')
          const { minor } = percentOf(whole, percent, step)
          assert.is(minor % step, 0)
          assert.ok(minor <= whole.minor)
          assert.ok(Math.abs(minor * 100 - whole.minor * percent) <= 50 * step)
        },
      ),
    )
    assert.is(percentOf(money(1, 'EUR'), 50).minor, 1, 'half a cent goes to the traveler')
    assert.throws(() => percentOf(money(1, 'EUR'), 101), RangeError)
    assert.throws(() => percentOf(money(1, 'EUR'), 0.5), RangeError)
  },
)

Rules('people read a symbol nobody mistakes, and decimals only where there are some', () => {
  assert.is(formatMoney(money(145_000, 'MXN'), 'en'), 'MX$1,450')
  assert.is(formatMoney(money(145_050, 'MXN'), 'en'), 'MX$1,450.50')
  assert.is(formatMoney(money(9800, 'JPY'), 'es'), '¥9,800')
  assert.is(formatMoney(money(12_500, 'KWD'), 'en'), 'KD\u00a012.500')
  assert.is(formatMoney(money(-500, 'EUR'), 'en'), '−€5')
})

Rules.run()
