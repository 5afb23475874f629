import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { until } from '../../test/until.ts'
import type { LimitRules, LimitsPort } from './limits.ts'

/** The rules the contract asks its adapters to be opened with. */
export const contractRules: LimitRules = {
  api: { points: 5, seconds: 60 },
  pages: null,
  search: { points: 2, seconds: 1 },
  holds: { points: 3, seconds: 60 },
  checkout: null,
  liveTickets: { points: 0, seconds: 60 },
  signIn: { points: 3, seconds: 60 },
  registration: null,
  reset: null,
  secondFactor: null,
}

/** What every rate limiter must do. `open` gets `contractRules`. */
export const limitsContract = (name: string, open: (rules: LimitRules) => Promise<LimitsPort>) => {
  const Limits = suite<{ limits: LimitsPort; key: string }>(`limits: ${name}`)
  Limits.before(async (world) => void (world.limits = await open(contractRules)))
  Limits.before.each((world) => void (world.key = crypto.randomUUID()))
  Limits.after(async ({ limits }) => limits.close())

  Limits(
    'lets a key pass as often as the rule says, then refuses and says when to come back',
    async ({ limits, key }) => {
      for (const remaining of [4, 3, 2, 1, 0]) {
        const state = await limits.take('api', key)
        assert.equal([state.allowed, state.limit, state.remaining], [true, 5, remaining])
      }
      const refused = await limits.take('api', key)
      assert.equal([refused.allowed, refused.limit, refused.remaining], [false, 5, 0])
      assert.ok(refused.resetSeconds >= 1 && refused.resetSeconds <= 60)
    },
  )

  Limits('counts each key and each limit by itself', async ({ limits, key }) => {
    for (let i = 0; i < 6; i++) await limits.take('api', key)
    assert.not((await limits.take('api', key)).allowed)
    assert.ok((await limits.take('api', `${key}-other`)).allowed)
    assert.ok((await limits.take('holds', key)).allowed)
  })

  Limits('grants no more than the rule to fifty requests at once', async ({ limits, key }) => {
    const states = await Promise.all(Array.from({ length: 50 }, () => limits.take('holds', key)))
    assert.is(states.filter((state) => state.allowed).length, 3)
  })

  Limits('lets a key pass again after its window', async ({ limits, key }) => {
    await limits.take('search', key)
    await limits.take('search', key)
    assert.not((await limits.take('search', key)).allowed)
    await until('the window is over', async () => (await limits.take('search', key)).allowed)
  })

  Limits('a limit that is switched off refuses nobody', async ({ limits, key }) => {
    for (let i = 0; i < 50; i++) {
      assert.ok((await limits.take('checkout', key)).allowed)
      assert.ok((await limits.take('liveTickets', key)).allowed)
    }
  })

  Limits.run()
}
