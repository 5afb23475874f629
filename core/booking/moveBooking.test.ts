import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { makeDepartures } from '@mayago/db/testing/makeDepartures.ts'
import { queryRow } from '@mayago/db/sql.ts'
import { coreWorld, type CoreWorld } from '../../test/coreWorld.ts'
import { begin } from '../../test/paying.ts'
import { BOOKING_MOVES, canMove } from './booking.states.ts'
import type { BookingState } from './booking.view.ts'
import { moveBooking } from './index.ts'

const Move = suite<CoreWorld>('moveBooking')
Move.before(async (w) => {
  Object.assign(w, await coreWorld())
})
Move.after((w) => w.drop())

const STATES = Object.keys(BOOKING_MOVES) as BookingState[]
type Next = Parameters<typeof moveBooking>[2]

Move('a booking comes from every state to every other exactly as the table of moves says', async (w) => {
  const guest = w.guest()
  const { kayak } = await makeDepartures(w, { kayak: { capacity: 10 } })
  const { id: bookingId } = await begin(guest, kayak, 1)
  const row = () =>
    queryRow<{ state: string; day: string }>(
      w.em,
      `select state, to_char(local_date, 'YYYY-MM-DD') as day from bookings where id = $1`,
      [bookingId],
    )
  const localDate = (await row())?.day ?? ''
  for (const from of STATES)
    for (const to of STATES.filter((state): state is Next => state !== 'pending')) {
      await w.pool.query(
        `update bookings set state = $2, outcome = null, confirmed_at = clock_timestamp(),
           cancelled_at = case when $2 = 'cancelled' then clock_timestamp() end
         where id = $1`,
        [bookingId, from],
      )
      assert.is(await moveBooking(guest, { bookingId, localDate }, to), canMove(from, to), `${from} → ${to}`)
      assert.is((await row())?.state, canMove(from, to) ? to : from, `${from} → ${to}`)
    }
})

Move.run()
