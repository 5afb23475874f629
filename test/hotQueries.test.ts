import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { findPlantedScan, findSequentialScans } from './explainHotQueries.ts'
import { countPlantedScan, findScannedByWrites } from './explainHotWrites.ts'
import { largeReadWorld, type LargeReadWorld } from './largeReadWorld.ts'

const HotQueries = suite<LargeReadWorld>('hot queries')
HotQueries.before(async (w) => {
  Object.assign(w, await largeReadWorld(3000))
})
HotQueries.after((w) => w.drop())

HotQueries('none reads a big table from end to end', async (w) => {
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
