import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type FrameOrder, isNewerFrame } from './frameOrder.ts'

const at = (version: number, nextLapseAt: string | null = null): FrameOrder => ({ version, nextLapseAt })
const [noon, later] = ['2027-01-01T12:00:00.000Z', '2027-01-01T12:05:00.000Z']

test('[LIVE-1] the first reading and a higher version are newer, a lower version never is', () => {
  assert.ok(isNewerFrame(at(1), undefined))
  assert.ok(isNewerFrame(at(2, noon), at(1)))
  assert.not(isNewerFrame(at(1), at(2, noon)))
})

test('[LIVE-1] within a version the reading after more lapses is newer, the same reading is not', () => {
  assert.ok(isNewerFrame(at(3, later), at(3, noon)))
  assert.ok(isNewerFrame(at(3), at(3, later)))
  assert.not(isNewerFrame(at(3, noon), at(3, later)))
  assert.not(isNewerFrame(at(3, noon), at(3)))
  assert.not(isNewerFrame(at(3), at(3)))
  assert.not(isNewerFrame(at(3, noon), at(3, '2027-01-01T12:00:00Z')))
})

test('[LIVE-1] readings that arrive in any order leave the latest standing', () => {
  const readings = [at(1), at(2, noon), at(2, later), at(2), at(3, later), at(3)]
  for (let shift = 0; shift < readings.length; shift++) {
    let shown: FrameOrder | undefined
    for (let i = 0; i < readings.length; i++) {
      const next = readings[(i * 5 + shift) % readings.length] as FrameOrder
      if (isNewerFrame(next, shown)) shown = next
    }
    assert.equal(shown, at(3))
  }
})

test.run()
