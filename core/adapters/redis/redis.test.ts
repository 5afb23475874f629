import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { quietLog } from '../../../test/quietLog.ts'
import { startRedis, type TestServer } from '../../../test/servers.ts'
import { until } from '../../../test/until.ts'
import { cacheContract } from '../../ports/cache.contract.ts'
import { contractRules, limitsContract } from '../../ports/limits.contract.ts'
import { openRedisCache } from './redisCache.ts'
import { openRedisLimits } from './redisLimits.ts'

const redis = await startRedis()
if (redis !== null) {
  cacheContract('Redis', () => openRedisCache(redis.url, quietLog()))
  limitsContract('Redis', (rules) => openRedisLimits(redis.url, rules, quietLog()))
  faults(redis)
}

function faults(server: TestServer): void {
  const Faults = suite('Redis under faults')

  Faults('two processes share what they set and what they count', async () => {
    const [one, two] = await Promise.all([
      openRedisCache(server.url, quietLog()),
      openRedisCache(server.url, quietLog()),
    ])
    await one.set('shared', 'yes', 10)
    assert.is(await two.take('shared'), 'yes')
    assert.is(await one.get('shared'), null)
    const [here, there] = await Promise.all([
      openRedisLimits(server.url, contractRules, quietLog()),
      openRedisLimits(server.url, contractRules, quietLog()),
    ])
    const key = crypto.randomUUID()
    await here.take('holds', key)
    await there.take('holds', key)
    assert.is((await here.take('holds', key)).remaining, 0)
    assert.not((await there.take('holds', key)).allowed)
    await Promise.all([one, two, here, there].map((end) => end.close()))
  })

  Faults(
    '[LIVE-2] a killed server: the cache has forgotten and grants no claim, and works again afterwards',
    async () => {
      const cache = await openRedisCache(server.url, quietLog())
      await cache.set('kept', 'yes', 60)
      await server.kill()
      const before = performance.now()
      assert.is(await cache.get('kept'), null)
      await cache.set('other', 'x', 60)
      assert.not(await cache.add('claim', 'x', 60))
      assert.is(await cache.take('kept'), null)
      await cache.delete('kept')
      assert.ok(performance.now() - before < 1_000, 'nobody waits for a dead cache')
      await server.restart()
      await until(
        'it works again',
        async () => (await cache.set('kept', 'again', 60), (await cache.get('kept')) === 'again'),
      )
      await cache.close()
    },
  )

  Faults('[LIVE-2] a killed server: reading stays open, the other limits count within the process', async () => {
    const limits = await openRedisLimits(server.url, contractRules, quietLog())
    const key = crypto.randomUUID()
    await limits.take('api', key)
    await server.kill()
    for (let i = 0; i < 20; i++) assert.ok((await limits.take('api', key)).allowed)
    const holds = []
    for (let i = 0; i < 5; i++) holds.push((await limits.take('holds', key)).allowed)
    assert.equal(holds, [true, true, true, false, false])
    await server.restart()
    await until('it counts in Redis again', async () => !(await takeAll(limits)), 10_000)
    await limits.close()
  })

  Faults('a silent server holds nobody up for long', async () => {
    const cache = await openRedisCache(server.url, quietLog())
    server.freeze()
    const before = performance.now()
    assert.is(await cache.get('anything'), null)
    assert.ok(performance.now() - before < 2_500)
    server.thaw()
    await cache.close()
  })

  Faults('starts without a server', async () => {
    await server.kill()
    const cache = await openRedisCache(server.url, quietLog())
    assert.is(await cache.get('anything'), null)
    await server.restart()
    await until('it connects', async () => (await cache.set('a', 'b', 60), (await cache.get('a')) === 'b'))
    await cache.close()
  })

  /** Whether ten requests in a row pass a limit of five: only while nothing counts them together. */
  const takeAll = async (limits: Awaited<ReturnType<typeof openRedisLimits>>): Promise<boolean> => {
    const key = crypto.randomUUID()
    let allowed = true
    for (let i = 0; i < 10; i++) allowed = (await limits.take('api', key)).allowed
    return allowed
  }

  Faults.after(() => server.stop())
  Faults.run()
}
