import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { quietLog } from '../../../test/quietLog.ts'
import { busContract } from '../../ports/bus.contract.ts'
import { cacheContract } from '../../ports/cache.contract.ts'
import { limitsContract } from '../../ports/limits.contract.ts'
import { openLocalBus } from './localBus.ts'
import { openLocalCache } from './localCache.ts'
import { openLocalLimits } from './localLimits.ts'

busContract('in this process', async () => {
  const bus = openLocalBus(quietLog())
  return { here: bus, there: bus, end: () => bus.close() }
})

cacheContract('in memory', async () => openLocalCache())
limitsContract('in memory', async (rules) => openLocalLimits(rules))

test('a full cache in memory forgets what was written longest ago, what has lapsed first', async () => {
  const cache = openLocalCache({ entriesMax: 3 })
  await cache.set('old', '1', 10)
  await cache.set('lapsed', '2', 0)
  await cache.set('newer', '3', 10)
  await cache.set('newest', '4', 10)
  assert.equal(await Promise.all(['old', 'lapsed', 'newer', 'newest'].map(cache.get)), ['1', null, '3', '4'])
  await cache.set('one more', '5', 10)
  assert.equal(await Promise.all(['old', 'newer', 'newest', 'one more'].map(cache.get)), [null, '3', '4', '5'])
})

test.run()
