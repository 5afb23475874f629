import type { Pool } from 'pg'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { newId } from '@mayago/kernel/ids.ts'
import { poolOf } from '@mayago/db/orm.ts'
import { makeDepartures } from '@mayago/db/testing/makeDepartures.ts'
import { coreWorld, type CoreWorld } from '../../test/coreWorld.ts'
import { type BatchFailed, type DeskRequest } from './deskBatch.ts'
import { createSeatDesk, verifySeats } from './index.ts'

const Desk = suite<CoreWorld>('seatDesk')
Desk.before(async (w) => {
  Object.assign(w, await coreWorld())
})
Desk.after((w) => w.drop())

Desk('a server that is away fails who asked meanwhile, and the departure is served when it is back', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: { capacity: 10 } })
  const pool = await poolOf(w.orm)
  let away = true
  const connect = (): Promise<unknown> => (away ? Promise.reject(new Error('nobody listens')) : pool.connect())
  const failures: BatchFailed[] = []
  const desk = createSeatDesk({
    pool: { connect } as Pool,
    settings: w.settings,
    publish: () => undefined,
    onBatch: ({ failed }) => void (failed && failures.push(failed)),
  })
  const request = (): DeskRequest => ({
    kind: 'hold',
    units: [{ unitId: kayak.units.adult, quantity: 1 }],
    holder: `g:${newId<'guest'>(Date.now())}`,
    address: null,
    locale: 'en',
    claim: null,
  })
  const ask = () => desk.ask(kayak.departureId, request())
  const meanwhile = await Promise.allSettled([ask(), ask(), ask()])
  assert.equal(
    meanwhile.map(({ status }) => status),
    ['rejected', 'rejected', 'rejected'],
  )
  assert.equal([...new Set(failures.map(({ failedWhile }) => failedWhile))], ['connecting'])
  away = false
  const answer = await ask()
  assert.ok('items' in answer)
  await desk.close()
  assert.equal(await verifySeats(w), [])
})

Desk.run()
