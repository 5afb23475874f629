import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { queryRow } from '@mayago/db/sql.ts'
import { findPlantedScan, findSequentialScans } from './explainHotQueries.ts'
import { countPlantedScan, findScannedByWrites } from './explainHotWrites.ts'
import { largeReadWorld, type LargeReadWorld } from './largeReadWorld.ts'

const HotQueries = suite<LargeReadWorld>('hot queries at a million departures')
HotQueries.before(async (w) => {
  Object.assign(w, await largeReadWorld(60_000))
})
HotQueries.after((w) => w.drop())

HotQueries('none reads a big table from end to end', async (w) => {
  const row = await queryRow<{ count: number }>(w.em, 'select count(*)::int as count from departures')
  assert.ok((row?.count ?? 0) > 1_000_000, `${row?.count} departures`)
  assert.equal(await findSequentialScans(w), [])
})

HotQueries('nor does a booking from hold to refund, or a round of the worker', async (w) => {
  assert.equal(await findScannedByWrites(w), [])
})

HotQueries('control: one without an index does, and is seen', async (w) => {
  assert.equal(await findPlantedScan(w), ['departures'])
  assert.equal(await countPlantedScan(w), ['departures'])
})

HotQueries.run()
