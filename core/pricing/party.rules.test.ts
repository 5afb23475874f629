import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isRefusal, type PartyReason } from '@mayago/kernel/errors.ts'
import { newId } from '@mayago/kernel/ids.ts'
import { priceParty, type AskedLine, type Offer, type OfferedUnit } from './party.rules.ts'

const Party = suite('party')

const unit = (over: Partial<OfferedUnit>): OfferedUnit => ({
  id: newId<'unit'>(0),
  type: 'ADULT',
  titles: {},
  priceMinor: 100_000,
  seatsPerUnit: 1,
  min: 0,
  max: 10,
  accompanied: false,
  ...over,
})
const adult = unit({})
const child = unit({ type: 'CHILD', priceMinor: 60_000, accompanied: true })
const infant = unit({ type: 'INFANT', priceMinor: 0, seatsPerUnit: 0, accompanied: true, max: 2 })
const family = unit({ type: 'FAMILY', priceMinor: 250_000, seatsPerUnit: 4 })
const pair = unit({ type: 'OTHER', min: 2 })
const lap = unit({ type: 'OTHER', seatsPerUnit: 0 })
const offer: Offer = { currency: 'MXN', partyMax: 12, units: [adult, child, infant, family, pair, lap] }

const line = ({ id }: OfferedUnit, quantity: number): AskedLine => ({ unitId: id, quantity })
const reasonOf = (asked: AskedLine[]): PartyReason | 'allowed' => {
  try {
    priceParty(offer, asked)
    return 'allowed'
  } catch (error) {
    if (isRefusal(error, 'party_not_allowed')) return error.data.reason
    throw error
  }
}

Party('seats are quantity times seats per unit: an infant takes none, a family four', () => {
  const party = priceParty(offer, [line(family, 1), line(adult, 1), line(infant, 2)])
  assert.equal([party.seats, party.people, party.total.minor], [5, 4, 350_000])
})

Party('lines of one unit add up, and the order asked in does not matter', () => {
  const asked = [line(child, 1), line(adult, 1), line(child, 2)]
  assert.equal(priceParty(offer, asked), priceParty(offer, [...asked].reverse()))
  assert.equal(
    priceParty(offer, asked).lines.map(({ unit, quantity }) => [unit.type, quantity]),
    [
      ['ADULT', 1],
      ['CHILD', 3],
    ],
  )
})

Party('each way a party can be wrong has its reason', () => {
  const cases: [PartyReason | 'allowed', AskedLine[]][] = [
    ['empty', []],
    ['empty', [line(adult, 0)]],
    ['unknown_unit', [line(unit({}), 1)]],
    ['unknown_unit', [line(adult, 1), line(unit({}), 0)]],
    ['above_maximum', [line(adult, 11)]],
    ['above_maximum', [line(adult, 1), line(infant, 3)]],
    ['below_minimum', [line(pair, 1)]],
    ['party_too_large', [line(adult, 10), line(child, 3)]],
    ['needs_companion', [line(child, 2), line(infant, 1)]],
    ['no_seats', [line(lap, 1)]],
    ['allowed', [line(pair, 2)]],
    ['allowed', [line(adult, 10), line(child, 2)]],
  ]
  for (const [reason, asked] of cases) assert.is(reasonOf(asked), reason, JSON.stringify(asked))
})

Party('[SEAT-1] no allowed party takes no seat, costs less than nothing, or counts a person twice', () => {
  const lines = fc.array(
    fc.record({ unit: fc.constantFrom(...offer.units), quantity: fc.integer({ min: 0, max: 13 }) }),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(lines, (asked) => {
      const wanted = asked.map(({ unit, quantity }) => line(unit, quantity))
      if (reasonOf(wanted) !== 'allowed') return
      const party = priceParty(offer, wanted)
      assert.ok(party.seats > 0 && party.total.minor >= 0)
      assert.is(
        party.people,
        wanted.reduce((count, { quantity }) => count + quantity, 0),
      )
      assert.is(
        party.total.minor,
        party.lines.reduce((minor, { quantity, unit }) => minor + quantity * unit.priceMinor, 0),
      )
    }),
  )
})

Party.run()
