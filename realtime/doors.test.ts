import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { WebSocket } from 'ws'
import { subjectOf } from '@mayago/core/events/eventMap.ts'
import { makeDepartures, type MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'
import { until } from '../test/until.ts'
import { type Bot, GUEST, join, startRooms, type TestRooms, watchExperience } from './rooms.fixture.ts'

const LISTED = 'https://www.mayago.example'

interface World {
  rooms: TestRooms
  tour: MadeDeparture
}
const Doors = suite<World>('the doors of live rooms')
Doors.before(async (w) => {
  w.rooms = await startRooms({ origins: [LISTED] })
  w.tour = (await makeDepartures(w.rooms.database, { tour: {} })).tour
})
Doors.after(({ rooms }) => rooms.stop())

const asks = async (w: World, init: RequestInit & { path?: string } = {}): Promise<Response> => {
  const { path = '/matchmake/joinOrCreate/experience', headers, ...rest } = init
  const ticket = await w.rooms.ticket()
  return fetch(`${w.rooms.url}${path}`, {
    method: 'POST',
    body: JSON.stringify({ experienceId: w.tour.experienceId }),
    ...rest,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${ticket}`, ...headers },
  })
}

const watch = async (w: World): Promise<Bot> => {
  const bot = await watchExperience(
    w.rooms.url,
    await w.rooms.ticket(),
    w.tour.experienceId,
    w.tour.localStart.slice(0, 7),
  )
  await until('it shows the departure', () => bot.latest(w.tour.departureId))
  return bot
}

const refusal = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    await work
    return null
  } catch (error) {
    return (error as { code: unknown }).code
  }
}

Doors('a ticket opens one room once', async (w) => {
  const ticket = await w.rooms.ticket()
  const options = { experienceId: w.tour.experienceId }
  const room = await join(w.rooms.url, ticket, 'experience', options)
  await room.leave()
  assert.is(await refusal(join(w.rooms.url, ticket, 'experience', options)), 401)
})

Doors('twenty who share one ticket get one room', async (w) => {
  const ticket = await w.rooms.ticket()
  const tries = Array.from({ length: 20 }, () =>
    asks(w, { headers: { authorization: `Bearer ${ticket}` } }).then(({ status }) => status),
  )
  const statuses = await Promise.all(tries)
  assert.is(statuses.filter((status) => status === 200).length, 1)
})

Doors('no ticket, an invented one and one for another purpose open nothing', async (w) => {
  await w.rooms.ctx().ports.cache.set('mail:link', '{"kind":"system","job":"x"}', 30)
  for (const ticket of ['', 'invented', 'mail:link', 'x'.repeat(3_000)]) {
    const code = await refusal(join(w.rooms.url, ticket, 'experience', { experienceId: w.tour.experienceId }))
    assert.is(code, 401, ticket.slice(0, 20))
  }
})

Doors('only joining is offered, and only with options as they are written', async (w) => {
  for (const path of ['create', 'join', 'joinById', 'reconnect'].map((method) => `/matchmake/${method}/experience`)) {
    assert.is.not((await asks(w, { path })).status, 200, path)
  }
  for (const options of [{}, { experienceId: 'x' }, { experienceId: w.tour.experienceId, more: 1 }, [], 'text']) {
    assert.is.not((await asks(w, { body: JSON.stringify(options) })).status, 200, JSON.stringify(options))
  }
  assert.is.not((await asks(w, { body: '{"experienceId":' })).status, 200)
  assert.is((await asks(w)).status, 200)
})

Doors('a page of another origin is refused at matchmaking and at the upgrade, a listed one is let in', async (w) => {
  const foreign = await asks(w, { headers: { origin: 'https://elsewhere.example' } })
  assert.is(foreign.status, 403)
  assert.is(foreign.headers.get('access-control-allow-origin'), null)
  const listed = await asks(w, { headers: { origin: LISTED } })
  assert.is(listed.status, 200)
  assert.is(listed.headers.get('access-control-allow-origin'), LISTED)
  assert.is(listed.headers.get('access-control-allow-credentials'), null)
  const preflight = await asks(w, { method: 'OPTIONS', body: null, headers: { origin: 'https://elsewhere.example' } })
  assert.is(preflight.status, 403)

  const { sessionId, roomId, processId } = (await listed.json()) as Record<string, string>
  const socket = w.rooms.url.replace('http', 'ws') + `/${processId}/${roomId}?sessionId=${sessionId}`
  assert.is(await upgradeStatus(socket, 'https://elsewhere.example'), 403)
  assert.is(await upgradeStatus(socket, 'null'), 403)
  assert.is(await upgradeStatus(socket, LISTED), 101)
})

Doors('an upgrade to anything but a room is refused', async (w) => {
  assert.is(await upgradeStatus(`${w.rooms.url.replace('http', 'ws')}/elsewhere`, w.rooms.url), 404)
})

Doors('a large or unmeasured body is refused before it is read', async (w) => {
  assert.is((await asks(w, { body: JSON.stringify({ experienceId: 'x'.repeat(5_000) }) })).status, 413)
  const stream = new Blob(['{}']).stream()
  assert.is((await asks(w, { body: stream, duplex: 'half' } as RequestInit)).status, 411)
  assert.is((await asks(w, { method: 'GET', body: null })).status, 405)
})

const BAD_MESSAGES: [name: string, say: (bot: Bot) => void][] = [
  ['of an unknown kind', ({ room }) => room.send('sell', { seats: 1 })],
  ['that is malformed', ({ room }) => room.send('watchMonth', { month: '2027-13' })],
  ['with more than was asked', ({ room }) => room.send('watchMonth', { month: '2027-01', sudo: true })],
  ['that is too long', ({ room }) => room.send('watchMonth', { month: 'x'.repeat(5_000) })],
  ['of raw bytes', ({ room }) => room.sendBytes('watchMonth', new Uint8Array([1, 2, 3]))],
  [
    'repeated too often',
    ({ room }) => {
      for (let i = 0; i < 50; i++) room.send('watchMonth', { month: '2027-01' })
    },
  ],
]
for (const [name, say] of BAD_MESSAGES) {
  Doors(`a message ${name} closes its socket and no other`, async (w) => {
    const [bad, good] = [await watch(w), await watch(w)]
    say(bad)
    await until('it is closed', () => bad.closed)
    assert.is(good.closed, null)
    await good.leave()
  })
}

Doors('a revoked login loses its sockets, in every room', async (w) => {
  const bots = [await watch(w), await watch(w)]
  w.rooms.bus.publish(subjectOf('login.revoked', 'other'), JSON.stringify({ login: 'guest:somebody-else' }))
  const login = `guest:${GUEST}`
  w.rooms.bus.publish(subjectOf('login.revoked', GUEST), JSON.stringify({ login }))
  await until('both are closed', () => bots.every((bot) => bot.closed !== null))
  assert.is(bots[0]?.closed?.reason, 'login_revoked')
})

/** The status an upgrade is answered with. */
const upgradeStatus = (url: string, origin: string): Promise<number> =>
  new Promise((resolve) => {
    const socket = new WebSocket(url, { headers: { origin } })
    socket.once('open', () => {
      socket.terminate()
      resolve(101)
    })
    socket.once('unexpected-response', (_, response) => {
      resolve(response.statusCode ?? 0)
      socket.terminate()
    })
    socket.on('error', () => undefined)
  })

Doors.run()
