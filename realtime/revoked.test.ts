import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { suspendUser } from '@mayago/core/admin/index.ts'
import type { HoldView } from '@mayago/core/booking/index.ts'
import {
  apiKeyActor,
  eraseAccount,
  refreshSession,
  signIn,
  signOut,
  type Actor,
  type SignedIn,
} from '@mayago/core/identity/index.ts'
import {
  accountWorld,
  ANYBODY,
  PASSWORD,
  type AccountWorld,
} from '@mayago/core/identity/testing/accountWorld.fixture.ts'
import { newId } from '@mayago/kernel/ids.ts'
import { createApiKey, revokeApiKey } from '@mayago/core/partners/index.ts'
import { makeDepartures, type MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'
import { signedIn } from '../test/signedIn.ts'
import { until } from '../test/until.ts'
import type { Answer } from './answer.ts'
import { type Bot, join, startRooms, type TestRooms, watchExperience } from './rooms.fixture.ts'

interface World {
  accounts: AccountWorld
  rooms: TestRooms
  tour: MadeDeparture
}

type Watching = Awaited<ReturnType<typeof watchByKey>>

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

const watchAs = async (w: World, actor: Actor): Promise<Bot> => {
  const { experienceId, departureId, localStart } = w.tour
  const ticket = await w.rooms.ticket(actor)
  const bot = await watchExperience(w.rooms.url, ticket, experienceId, localStart.slice(0, 7))
  await until('it shows the departure', () => bot.latest(departureId))
  return bot
}

const actorOf = async (w: World, signedIn: SignedIn): Promise<Actor> => (await w.accounts.asUser(signedIn)).actor

/** Somebody's key that watches, and the context of who made it. */
const watchByKey = async (w: World, email: string, providerId?: string) => {
  const owner = await w.accounts.asUser(await w.accounts.join(email))
  const { userId } = owner.actor as Actor & { kind: 'user' }
  if (providerId !== undefined)
    await w.accounts.pool.query(
      "insert into provider_members (provider_id, user_id, role) values ($1, $2, 'manager')",
      [providerId, userId],
    )
  const made = await createApiKey(owner, { name: 'Shop', scopes: ['catalog.read', 'holds.write'], providerId })
  const actor = await apiKeyActor(w.accounts.as(), made.key)
  return { owner, userId, actor, keyId: made.id, bot: await watchAs(w, actor) }
}

const askSeat = (w: World, bot: Bot): Promise<Answer<HoldView>> =>
  bot.room.request('hold', {
    key: crypto.randomUUID(),
    departureId: w.tour.departureId,
    units: [{ unitId: w.tour.units.adult, quantity: 1 }],
  })

Revoked(
  '[TOKEN-3] a refresh token used again cuts its session’s live rooms within a second, and no others',
  async (w) => {
    const stolen = await w.accounts.join('stolen@example.org')
    const other = await signIn(w.accounts.as(ANYBODY), {
      email: 'stolen@example.org',
      password: PASSWORD,
      channel: 'api',
    })
    const [bot, otherBot] = [await watchAs(w, await actorOf(w, stolen)), await watchAs(w, await actorOf(w, other))]
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
  const bot = await watchAs(w, await actorOf(w, mine))
  await signOut(await w.accounts.asUser(mine))
  await until('its socket is closed', () => bot.closed)
  assert.is(bot.closed?.reason, 'login_revoked')
})

Revoked(
  '[PARTNER-3] a revoked key leaves the rooms at once, and so do the keys of an account that is shut',
  async (w) => {
    const root = w.accounts.as(signedIn(newId(Date.now()), { role: 'admin' }))
    const ends = [
      async ({ owner, keyId }: Watching) => void (await revokeApiKey(owner, { keyId })),
      async ({ userId }: Watching) => void (await suspendUser(root, { userId, reason: 'fraud' })),
      async ({ owner }: Watching) => void (await eraseAccount(owner, { password: PASSWORD })),
    ]
    const untouched = await watchByKey(w, 'keeps@example.org')
    for (const [at, end] of ends.entries()) {
      const one = await watchByKey(w, `ends${at}@example.org`)
      const ticket = await w.rooms.ticket(one.actor)
      await end(one)
      await until(`its socket is closed, ${at}`, () => one.bot.closed)
      assert.is(one.bot.closed?.reason, 'login_revoked')
      const late = await join(w.rooms.url, ticket, 'board', {}).catch((error: { code?: number }) => error.code)
      assert.is(late, 401, 'a ticket it still had opens nothing')
    }
    assert.is(untouched.bot.closed, null)
    await untouched.bot.leave()
  },
)

Revoked('[PARTNER-2] a provider’s key is refused in a room from the moment its owner has lost the job', async (w) => {
  const { userId, actor, bot } = await watchByKey(w, 'manages@example.org', w.tour.providerId)
  assert.ok('ok' in (await askSeat(w, bot)))
  const ticket = await w.rooms.ticket(actor)
  await w.accounts.pool.query("update provider_members set role = 'guide' where user_id = $1", [userId])
  assert.equal(await askSeat(w, bot), { refused: { code: 'token_invalid', data: {} } })
  const late = await join(w.rooms.url, ticket, 'board', {}).catch((error: { code?: number }) => error.code)
  assert.is(late, 401)
  await bot.leave()
})

Revoked.run()
