import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { HoldView } from '@mayago/core/booking/index.ts'
import { makeDepartures } from '@mayago/db/testing/makeDepartures.ts'
import type { Answer } from './answer.ts'
import { startRooms, watchExperience, type TestRooms } from './rooms.fixture.ts'

const Limit = suite<{ rooms: TestRooms }>('the limit of holds by room message')
Limit.before(async (w) => {
  w.rooms = await startRooms({ holdLimit: { points: 1, seconds: 60 } })
})
Limit.after((w) => w.rooms.stop())

Limit('the second hold in a minute is told when to come back', async (w) => {
  const { kayak } = await makeDepartures(w.rooms.database, { kayak: { capacity: 9 } })
  const month = kayak.localStart.slice(0, 7)
  const page = await watchExperience(w.rooms.url, await w.rooms.ticket(), kayak.experienceId, month)
  const units = [{ unitId: kayak.units.adult, quantity: 1 }]
  const ask = (key: string): Promise<Answer<HoldView>> =>
    page.room.request('hold', { key, departureId: kayak.departureId, units })
  assert.ok('ok' in (await ask('one')))
  const second = await ask('two')
  assert.ok('refused' in second && second.refused.code === 'too_many_requests')
  const { retryAfterSeconds } = second.refused.data as { retryAfterSeconds: number }
  assert.ok(retryAfterSeconds > 0 && retryAfterSeconds <= 60)
  await page.leave()
})

Limit.run()
