import type { Socket } from 'node:net'
import type { Pool } from 'pg'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { newId } from '@mayago/kernel/ids.ts'
import { poolOf } from '@mayago/db/orm.ts'
import { makeDepartures, type MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'
import { coreWorld, type CoreWorld } from '../../test/coreWorld.ts'
import { type BatchFailed, type DeskRequest } from './deskBatch.ts'
import { createSeatDesk, verifySeats } from './index.ts'

const Desk = suite<CoreWorld>('seatDesk')
Desk.before(async (w) => {
  Object.assign(w, await coreWorld())
})
Desk.after((w) => w.drop())

const oneSeat = ({ units }: MadeDeparture): DeskRequest => ({
  kind: 'hold',
  units: [{ unitId: units.adult, quantity: 1 }],
  holder: `g:${newId<'guest'>(Date.now())}`,
  address: null,
  locale: 'en',
  claim: null,
})

Desk('a server that is away fails who asked meanwhile, and the departure is served when it is back', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: { capacity: 10 } })
  const pool = await poolOf(w.orm)
  let away = true
  const connect = (): Promise<unknown> => (away ? Promise.reject(new Error('nobody listens')) : pool.connect())
  const failures: BatchFailed[] = []
  const desk = createSeatDesk({
    pool: { connect, idleCount: 0 } as Pool,
    settings: w.settings,
    publish: () => undefined,
    onBatch: ({ failed }) => void (failed && failures.push(failed)),
  })
  const ask = () => desk.ask(kayak.departureId, oneSeat(kayak))
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

Desk('connections that died in the pool cost nobody an answer', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: { capacity: 10 } })
  const pool = await poolOf(w.orm)
  let dead = 2
  const connect = async () => {
    const client = await pool.connect()
    // The driver's own socket: nothing else cuts a connection without the pool's being told first.
    if (dead-- > 0) (client as unknown as { connection: { stream: Socket } }).connection.stream.destroy()
    return client
  }
  const desk = (idleCount: number) =>
    createSeatDesk({ pool: { connect, idleCount } as Pool, settings: w.settings, publish: () => undefined })
  assert.ok('items' in (await desk(2).ask(kayak.departureId, oneSeat(kayak))))
  dead = 2
  const gaveUp = await desk(1)
    .ask(kayak.departureId, oneSeat(kayak))
    .catch((error: BatchFailed) => error.failedWhile)
  assert.is(gaveUp, 'connecting', 'control: one more death than there were connections is a failure')
  assert.equal(await verifySeats(w), [])
})

Desk(
  'a request that no table takes fails alone: what was sent with it is undone, and the others are granted',
  async (w) => {
    const { kayak } = await makeDepartures(w, { kayak: { capacity: 10 } })
    const failures: BatchFailed[] = []
    const desk = createSeatDesk({
      pool: await poolOf(w.orm),
      settings: w.settings,
      publish: () => undefined,
      onBatch: ({ failed }) => void (failed && failures.push(failed)),
    })
    const ask = (over: object = {}) => desk.ask(kayak.departureId, { ...oneSeat(kayak), ...over } as DeskRequest)
    // The first is a batch of its own; the others wait for it and are one.
    const answers = await Promise.allSettled([ask(), ask(), ask({ address: 'nowhere' }), ask()])
    assert.equal(
      answers.map(({ status }) => status),
      ['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
    )
    assert.equal(
      failures.map(({ failedWhile }) => failedWhile),
      ['deciding', 'deciding'],
    )
    const { rows } = await w.pool.query('select seats_taken from departures where id = $1', [kayak.departureId])
    assert.equal(rows, [{ seats_taken: 3 }])
    assert.equal(await verifySeats(w), [])
  },
)

Desk.run()
