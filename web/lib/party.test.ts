import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isPossible, peopleIn, readParty, seatsOf, stepDown, stepUp, totalOf, whyNotMore, writeParty } from './party.ts'

const unit = (id: string, more: object = {}) => ({
  id,
  min: 0,
  max: 10,
  seatsPerUnit: 1,
  accompanied: false,
  price: { minor: 1000, currency: 'MXN' as const },
  ...more,
})
const adult = unit('adult')
const child = unit('child', { accompanied: true, price: { minor: 600, currency: 'MXN' } })
const infant = unit('infant', { accompanied: true, seatsPerUnit: 0, price: { minor: 0, currency: 'MXN' } })
const boat = unit('boat', { seatsPerUnit: 4, min: 1, max: 1 })
const units = [adult, child, infant]

const Party = suite('party')

Party('an address tells a party by the order of its units, and is told back the same', () => {
  const party = readParty('2-1-0', units)
  assert.equal(party, { adult: 2, child: 1, infant: 0 })
  assert.is(writeParty(party, units), '2-1-0')
})

Party('an address without a party, or with nonsense, means one of the first unit, or its least number', () => {
  assert.equal(readParty(null, units), { adult: 1, child: 0, infant: 0 })
  assert.equal(readParty('x-99999-', units), { adult: 1, child: 0, infant: 0 })
  assert.equal(readParty(null, [unit('pair', { min: 2 })]), { pair: 2 })
})

Party('an infant on a lap takes no seat, a family boat takes four', () => {
  const party = { adult: 2, child: 1, infant: 1 }
  assert.is(peopleIn(party, units), 4)
  assert.is(seatsOf(party, units), 3)
  assert.is(seatsOf({ boat: 1 }, [boat]), 4)
  assert.equal(totalOf(party, units, 'MXN'), { minor: 2600, currency: 'MXN' })
})

Party('a stepper stops at the true number of seats, at the party, at the unit, and says which', () => {
  const party = { adult: 2, child: 1, infant: 0 }
  assert.is(whyNotMore(party, adult, units, 3, 12), 'seats')
  assert.is(whyNotMore(party, infant, units, 3, 12), null)
  assert.is(whyNotMore(party, adult, units, 9, 3), 'party')
  assert.is(whyNotMore({ adult: 10 }, adult, units, null, 40), 'unit')
  assert.is(whyNotMore({ adult: 9 }, adult, units, null, 40), null)
  assert.is(whyNotMore({}, boat, [boat], 3, 12), 'seats')
})

Party('a unit sold by twos steps from none to two and back', () => {
  const pair = unit('pair', { min: 2 })
  assert.is(stepUp(0, pair), 2)
  assert.is(stepUp(2, pair), 1)
  assert.is(stepDown(2, pair), 2)
  assert.is(stepDown(3, pair), 1)
})

Party('children and laps alone are no party', () => {
  assert.not(isPossible({ child: 2 }, units))
  assert.not(isPossible({ infant: 1 }, units))
  assert.ok(isPossible({ adult: 1, infant: 1 }, units))
})

Party.run()
