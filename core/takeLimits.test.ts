import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { noLimits } from '../test/noLimits.ts'
import { quietLog } from '../test/quietLog.ts'
import { startRedis, type TestServer } from '../test/servers.ts'
import { signedIn } from '../test/signedIn.ts'
import { openLocalLimits } from './adapters/local/localLimits.ts'
import { openRedisLimits } from './adapters/redis/redisLimits.ts'
import type { Ctx } from './context.ts'
import type { Actor } from './identity/actor.ts'
import { isRefusal } from './kernel/errors.ts'
import { newId, type ApiKeyId, type UserId } from './kernel/ids.ts'
import { WITHOUT_COUNTER, type LimitName, type LimitRules, type LimitsPort } from './ports/limits.ts'
import { assertWithinLimits, takeLimits } from './takeLimits.ts'

const rules: LimitRules = { ...noLimits, api: { points: 2, seconds: 3600 }, search: { points: 1, seconds: 60 } }
const asking = (limits: LimitsPort, actor: Actor, address: string | null): Ctx =>
  ({ actor, address, ports: { limits } }) as unknown as Ctx
const anonymous: Actor = { kind: 'anonymous', guestId: null, holdToken: null }
const aKey = (): Actor => ({
  kind: 'apiKey',
  keyId: newId<'apiKey'>(Date.now()) as ApiKeyId,
  userId: newId<'user'>(Date.now()) as UserId,
  providerId: null,
  scopes: ['catalog.read'],
})

const TakeLimits = suite('takeLimits')

TakeLimits('counts the API by user and by key wherever they call from, and strangers by network', async () => {
  const limits = openLocalLimits(rules)
  for (const actor of [aKey(), signedIn(newId<'user'>(Date.now()))]) {
    await assertWithinLimits(asking(limits, actor, '203.0.113.1'), ['api'])
    await assertWithinLimits(asking(limits, actor, '203.0.113.2'), ['api'])
    assert.not((await takeLimits(asking(limits, actor, '203.0.113.3'), ['api'])).allowed)
  }
  for (const address of ['203.0.113.1', '203.0.113.1', '203.0.113.2'])
    await assertWithinLimits(asking(limits, anonymous, address), ['api'])
  assert.not((await takeLimits(asking(limits, anonymous, '203.0.113.1'), ['api'])).allowed)
})

TakeLimits('counts searches by network, whoever asks: many keys are no way around it', async () => {
  const limits = openLocalLimits(rules)
  await assertWithinLimits(asking(limits, aKey(), '203.0.113.1'), ['search'])
  assert.not((await takeLimits(asking(limits, aKey(), '203.0.113.1'), ['search'])).allowed)
})

TakeLimits('tells every limit it asked, as the draft has it, and when to come back', async () => {
  const limits = openLocalLimits(rules)
  const ctx = asking(limits, aKey(), '203.0.113.1')
  const { headers } = await takeLimits(ctx, ['api', 'search', 'pages'])
  assert.equal(headers, {
    'ratelimit-policy': '"api";q=2;w=3600, "search";q=1;w=60',
    ratelimit: '"api";r=1;t=3600, "search";r=0;t=60',
  })
  const refused = await takeLimits(ctx, ['api', 'search'])
  assert.equal([refused.allowed, refused.retryAfterSeconds], [false, 60])
  assert.equal((await takeLimits(ctx, ['pages'])).headers, {})
})

TakeLimits.run()

const redis = await startRedis()
if (redis !== null) shared(redis)

function shared(server: TestServer): void {
  const Shared = suite('takeLimits over Redis')
  const all = Object.fromEntries(
    Object.keys(WITHOUT_COUNTER).map((name) => [name, { points: 2, seconds: 60 }]),
  ) as LimitRules
  const open = () => openRedisLimits(server.url, all, quietLog())

  Shared('two processes count one key together', async () => {
    const [here, there] = [await open(), await open()]
    const key = aKey()
    await assertWithinLimits(asking(here, key, '203.0.113.1'), ['api'])
    await assertWithinLimits(asking(there, key, '203.0.113.2'), ['api'])
    for (const limits of [here, there])
      assert.not((await takeLimits(asking(limits, key, '203.0.113.3'), ['api'])).allowed)
    await Promise.all([here.close(), there.close()])
  })

  Shared('without Redis: reading is open, buying is counted by the process, and nobody may guess', async () => {
    const limits = await open()
    await server.kill()
    const tried = async (name: LimitName): Promise<string> => {
      const ctx = asking(limits, anonymous, '203.0.113.9')
      try {
        for (let i = 0; i < 2; i++) await assertWithinLimits(ctx, [name])
        return (await takeLimits(ctx, [name])).allowed ? 'open' : 'counted'
      } catch (error) {
        if (!isRefusal(error, 'temporarily_unavailable')) throw error
        assert.is(error.data.retryAfterSeconds, 5)
        return 'closed'
      }
    }
    const found: Record<string, string> = {}
    for (const name of Object.keys(all) as LimitName[]) found[name] = await tried(name)
    assert.equal(found, WITHOUT_COUNTER)
    assert.equal(
      (await takeLimits(asking(limits, anonymous, null), ['api'])).headers,
      {},
      'what is not counted is not told',
    )
    await server.restart()
    await limits.close()
  })

  Shared.after(() => server.stop())
  Shared.run()
}
