import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isId } from '@mayago/kernel/ids.ts'
import type { HoldView } from '@mayago/core/booking/index.ts'
import { makeDepartures } from '@mayago/db/testing/makeDepartures.ts'
import type { Answer } from './answer.ts'
import { startRooms, watchExperience, type TestRooms } from './rooms.fixture.ts'

const Hold = suite<{ rooms: TestRooms }>('holds by room message')
Hold.before(async (w) => {
  w.rooms = await startRooms()
})
Hold.after((w) => w.rooms.stop())

Hold(
  '[SEAT-1] [SEAT-4] a message holds seats once, however often it is sent, and says why when it cannot',
  async (w) => {
    const { kayak } = await makeDepartures(w.rooms.database, { kayak: { capacity: 3 } })
    const page = await watchExperience(
      w.rooms.url,
      await w.rooms.ticket(),
      kayak.experienceId,
      kayak.localStart.slice(0, 7),
    )
    const ask = (key: string, quantity: number): Promise<Answer<HoldView>> =>
      page.room.request('hold', {
        key,
        departureId: kayak.departureId,
        units: [{ unitId: kayak.units.adult, quantity }],
      })
    const [first, again] = await Promise.all([ask('one', 2), ask('one', 2)])
    assert.equal(first, again)
    assert.ok('ok' in first && isId(first.ok.id) && first.ok.holdToken)
    assert.equal(await ask('two', 2), {
      refused: { code: 'not_enough_vacancies', data: { requested: 2, vacancies: 1 } },
    })
    await page.leave()
  },
)

Hold.run()
