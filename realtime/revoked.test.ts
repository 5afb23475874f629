import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { refreshSession, signIn, signOut, type SignedIn } from '@mayago/core/identity/index.ts'
import {
  accountWorld,
  ANYBODY,
  PASSWORD,
  type AccountWorld,
} from '@mayago/core/identity/testing/accountWorld.fixture.ts'
import { makeDepartures, type MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'
import { until } from '../test/until.ts'
import { type Bot, startRooms, type TestRooms, watchExperience } from './rooms.fixture.ts'

interface World {
  accounts: AccountWorld
  rooms: TestRooms
  tour: MadeDeparture
}

const Revoked = suite<World>('sockets of ended sessions')
Revoked.before(async (w) => {
  w.accounts = await accountWorld()
  const { bus, marks } = w.accounts.ports
  w.rooms = await startRooms({ bus, marks, database: w.accounts })
  w.tour = (await makeDepartures(w.accounts, { tour: {} })).tour
})
Revoked.after(async (w) => {
  await w.rooms.stop()
  await w.accounts.drop()
})

const watchAs = async (w: World, signedIn: SignedIn): Promise<Bot> => {
  const { actor } = await w.accounts.asUser(signedIn)
  const { experienceId, departureId, localStart } = w.tour
  const ticket = await w.rooms.ticket(actor)
  const bot = await watchExperience(w.rooms.url, ticket, experienceId, localStart.slice(0, 7))
  await until('it shows the departure', () => bot.latest(departureId))
  return bot
}

Revoked(
  '[TOKEN-3] a refresh token used again cuts its session’s live rooms within a second, and no others',
  async (w) => {
    const stolen = await w.accounts.join('stolen@example.org')
    const other = await signIn(w.accounts.as(ANYBODY), {
      email: 'stolen@example.org',
      password: PASSWORD,
      channel: 'api',
    })
    const [bot, otherBot] = [await watchAs(w, stolen), await watchAs(w, other)]
    const input = { refreshToken: stolen.refreshToken, channel: 'api' } as const
    await refreshSession(w.accounts.as(ANYBODY), input)
    const before = performance.now()
    await refreshSession(w.accounts.as(ANYBODY), input).catch(() => undefined)
    await until('its socket is closed', () => bot.closed)
    assert.ok(performance.now() - before < 1_000, `after ${performance.now() - before} ms`)
    assert.is(bot.closed?.reason, 'login_revoked')
    assert.is(otherBot.closed, null)
    await otherBot.leave()
  },
)

Revoked('[SESSION-2] who signs out leaves the rooms too', async (w) => {
  const mine = await w.accounts.join('leaves@example.org')
  const bot = await watchAs(w, mine)
  await signOut(await w.accounts.asUser(mine))
  await until('its socket is closed', () => bot.closed)
  assert.is(bot.closed?.reason, 'login_revoked')
})

Revoked.run()
