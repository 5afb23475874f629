import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { refusalOf } from '../../test/paying.ts'
import { emptyTables } from '../../db/testing/emptyTables.ts'
import { quietLog } from '../../test/quietLog.ts'
import { signedIn } from '../../test/signedIn.ts'
import { coreWorld, type CoreWorld } from '../../test/coreWorld.ts'
import type { Ctx } from '../context.ts'
import type { SessionFacts } from '../identity/actor.ts'
import { apiKeyActor, authenticate, listSessions, refreshSession } from '../identity/index.ts'
import { newId, type UserId } from '../kernel/ids.ts'
import { createApiKey } from '../partners/index.ts'
import { actAs, changeRole, findUsers, getUser, listActs, stopActing, suspendUser, unsuspendUser } from './index.ts'

const Admin = suite('admin', {} as CoreWorld)
Admin.before(async (w) => void Object.assign(w, await coreWorld()))
Admin.before.each((w) => emptyTables(w.pool, 'users'))
Admin.after((w) => w.drop())

const makeUser = async (w: CoreWorld, name: string, role = 'traveler'): Promise<UserId> => {
  const id = newId<'user'>(Date.now()) as UserId
  await w.pool.query('insert into users (id, email, name, role) values ($1, $2, $3, $4)', [
    id,
    `${name.toLowerCase()}@example.com`,
    name,
    role,
  ])
  return id
}

const asStaff = (
  w: CoreWorld,
  id: UserId,
  role: SessionFacts['role'] = 'admin',
  over: Partial<SessionFacts> = {},
): Ctx => w.as(signedIn(id, { role, ...over }))

const openSessions = async (w: CoreWorld, userId: UserId): Promise<number> =>
  (await w.pool.query('select 1 from sessions where user_id = $1 and ended_at is null', [userId])).rowCount ?? 0

const session = async (w: CoreWorld, userId: UserId): Promise<void> => {
  await w.pool.query(
    `insert into sessions (id, user_id, channel, device, created_at, signed_in_at, last_used_at, expires_at)
     values ($1, $2, 'browser', 'Firefox', now(), now(), now(), now() + interval '1 day')`,
    [newId<'session'>(Date.now()), userId],
  )
}

Admin('[ADMIN-1] one box finds people by id, e-mail and name, whatever the case and accents', async (w) => {
  const root = await makeUser(w, 'Root', 'admin')
  const jose = await makeUser(w, 'José')
  await makeUser(w, 'Ben')
  const found = async (q: string) => (await findUsers(asStaff(w, root), { q })).items.map(({ id }) => id)
  assert.equal(await found(jose), [jose])
  assert.equal(await found('josé@EXAMPLE'), [jose])
  assert.equal(await found('jose'), [jose])
  assert.equal(await found('100%'), [])
  assert.equal((await findUsers(asStaff(w, root), { q: 'example.com', limit: 2 })).items.length, 2)
})

Admin('[ADMIN-1] support reads and changes nothing; nobody passes without a second factor', async (w) => {
  const [helper, ana] = [await makeUser(w, 'Helper', 'support'), await makeUser(w, 'Ana')]
  const support = asStaff(w, helper, 'support')
  assert.is((await getUser(support, { userId: ana })).email, 'ana@example.com')
  assert.is(await refusalOf(suspendUser(support, { userId: ana, reason: 'fraud' })), 'not_allowed')
  assert.is(await refusalOf(changeRole(support, { userId: helper, role: 'admin' })), 'not_allowed')
  assert.is(await refusalOf(actAs(support, { userId: ana, channel: 'api' })), 'not_allowed')
  assert.is(await refusalOf(listActs(support, {})), 'not_allowed')
  const weak = asStaff(w, helper, 'admin', { secondFactor: false })
  assert.is(await refusalOf(findUsers(weak, { q: 'ana' })), 'second_factor_missing')
  const stale = asStaff(w, helper, 'admin', { signedInAt: new Date(Date.now() - 3_600_000).toISOString() })
  assert.is(await refusalOf(suspendUser(stale, { userId: ana, reason: 'fraud' })), 'sign_in_again')
  assert.is(await refusalOf(findUsers(w.as(signedIn(ana)), { q: 'ana' })), 'not_allowed')
  assert.is(await refusalOf(findUsers(w.guest(), { q: 'ana' })), 'sign_in_required')
})

Admin('[ACCESS-1] whoever is refused an account is logged with its id, at each door of the house', async (w) => {
  const [helper, ana] = [await makeUser(w, 'Helper', 'support'), await makeUser(w, 'Ana')]
  const log = quietLog()
  const ctx = { ...asStaff(w, helper, 'support'), ports: { ...w.ports, log } }
  await refusalOf(suspendUser(ctx, { userId: ana, reason: 'fraud' }))
  await refusalOf(unsuspendUser(ctx, { userId: ana }))
  await refusalOf(changeRole(ctx, { userId: ana, role: 'admin' }))
  await refusalOf(actAs(ctx, { userId: ana, channel: 'api' }))
  await refusalOf(getUser({ ...w.as(signedIn(ana)), ports: ctx.ports }, { userId: ana }))
  assert.equal(
    log.lines.map(({ data }) => [data['what'], data['id']]),
    Array(5).fill(['user', ana]),
  )
})

Admin('[ADMIN-2] a suspension refuses the account’s API keys at once, until it is opened again', async (w) => {
  const [root, ana] = [await makeUser(w, 'Root', 'admin'), await makeUser(w, 'Ana')]
  const { key } = await createApiKey(w.as(signedIn(ana)), { name: 'Shop', scopes: ['catalog.read'] })
  const ask = () => apiKeyActor(w.as(), key)
  assert.is((await ask()).userId, ana, 'and is remembered from here on')
  await suspendUser(asStaff(w, root), { userId: ana, reason: 'charged back three times' })
  assert.is(await refusalOf(ask()), 'token_invalid')
  await unsuspendUser(asStaff(w, root), { userId: ana })
  assert.is((await ask()).userId, ana)
})

Admin('[ADMIN-2] a suspension ends every session with its commit, and is undone without them', async (w) => {
  const [root, ana] = [await makeUser(w, 'Root', 'admin'), await makeUser(w, 'Ana')]
  await session(w, ana)
  await session(w, ana)
  await suspendUser(asStaff(w, root), { userId: ana, reason: 'charged back three times' })
  assert.is(await openSessions(w, ana), 0)
  const news = await w.pool.query(
    `select 1 from outbox where subject like '%login.%' and payload ->> 'login' like 'session:%'`,
  )
  assert.ok((news.rowCount ?? 0) >= 2, 'their live sockets are told')
  const { suspendedReason, timeline } = await getUser(asStaff(w, root), { userId: ana })
  assert.is(suspendedReason, 'charged back three times')
  assert.is(timeline[0]?.action, 'user.suspended')
  await unsuspendUser(asStaff(w, root), { userId: ana })
  assert.is((await getUser(asStaff(w, root), { userId: ana })).suspendedAt, null)
  assert.is(await refusalOf(suspendUser(asStaff(w, root), { userId: root, reason: 'myself' })), 'not_allowed')
})

Admin('[ADMIN-3] the last admin stays one; a changed role ends sessions', async (w) => {
  const [root, ana] = [await makeUser(w, 'Root', 'admin'), await makeUser(w, 'Ana')]
  await session(w, ana)
  assert.is(await refusalOf(changeRole(asStaff(w, root), { userId: root, role: 'traveler' })), 'last_admin')
  await changeRole(asStaff(w, root), { userId: ana, role: 'admin' })
  assert.is(await openSessions(w, ana), 0)
  await changeRole(asStaff(w, root), { userId: root, role: 'support' })
  assert.is(await refusalOf(changeRole(asStaff(w, ana), { userId: ana, role: 'traveler' })), 'last_admin')
})

const admins = async (w: CoreWorld): Promise<number> =>
  (await w.pool.query(`select 1 from users where role = 'admin'`)).rowCount ?? 0

Admin('[ADMIN-3] two admins who retire each other at once: one of them stays', async (w) => {
  for (let round = 0; round < 10; round++) {
    await emptyTables(w.pool, 'users')
    const [a, b] = [await makeUser(w, 'A', 'admin'), await makeUser(w, 'B', 'admin')]
    const outcomes = await Promise.all([
      refusalOf(changeRole(asStaff(w, a), { userId: b, role: 'traveler' })),
      refusalOf(changeRole(asStaff(w, b), { userId: a, role: 'traveler' })),
    ])
    assert.equal(outcomes.sort(), ['kept', 'last_admin'])
    assert.is(await admins(w), 1)
  }
})

Admin('[ADMIN-3] without the lock both go: the race above can be lost', async (w) => {
  const ids = [await makeUser(w, 'A', 'admin'), await makeUser(w, 'B', 'admin')]
  const [one, other] = [await w.pool.connect(), await w.pool.connect()]
  for (const client of [one, other]) {
    await client.query('begin')
    const { rows } = await client.query(`select count(*)::int as n from users where role = 'admin'`)
    assert.is(rows[0].n, 2)
  }
  await one.query(`update users set role = 'traveler' where id = $1`, [ids[0]])
  await other.query(`update users set role = 'traveler' where id = $1`, [ids[1]])
  for (const client of [one, other]) {
    await client.query('commit')
    client.release()
  }
  assert.is(await admins(w), 0)
})

Admin('[ADMIN-4] who acts as somebody is that traveler, weaker, and named in every entry', async (w) => {
  const [root, ana] = [await makeUser(w, 'Root', 'admin'), await makeUser(w, 'Ana')]
  const opened = await actAs(asStaff(w, root), { userId: ana, channel: 'api' })
  const actor = await authenticate(w.as({ kind: 'anonymous', guestId: null, holdToken: null }), opened.accessToken)
  assert.is(actor.userId, ana)
  assert.equal([actor.session.actedBy, actor.session.secondFactor, actor.session.role], [root, false, 'traveler'])
  const acting = w.as(actor)
  assert.is(await refusalOf(findUsers(acting, { q: 'ana' })), 'not_allowed')
  assert.is((await listSessions(acting)).items.length, 0, 'it is not among the traveler’s own devices')
  assert.equal(await stopActing(acting), { userId: ana })
  assert.is(await refusalOf(authenticate(acting, opened.accessToken)), 'token_invalid')
  const { items } = await listActs(asStaff(w, root), { actor: root })
  assert.equal(
    items.map(({ action }) => action),
    ['user.actingEnded', 'user.actedAs'],
  )
  assert.is(await refusalOf(stopActing(w.as(signedIn(ana)))), 'not_allowed')
})

Admin('[ADMIN-4] acting as somebody ends after an hour, however much it is used', async (w) => {
  const [root, ana] = [await makeUser(w, 'Root', 'admin'), await makeUser(w, 'Ana')]
  const opened = await actAs(asStaff(w, root), { userId: ana, channel: 'api' })
  const began = Date.parse(opened.refreshExpiresAt) - 60 * 60_000
  const later = (minutes: number) => w.as(undefined, { now: new Date(began + minutes * 60_000) })
  const { refreshToken } = await refreshSession(later(59), { refreshToken: opened.refreshToken, channel: 'api' })
  assert.is(await refusalOf(refreshSession(later(60), { refreshToken, channel: 'api' })), 'token_invalid')
})

Admin('[ADMIN-4] nobody acts as staff, as a suspended account, or from within another', async (w) => {
  const [root, helper, ana] = [
    await makeUser(w, 'Root', 'admin'),
    await makeUser(w, 'Helper', 'support'),
    await makeUser(w, 'Ana'),
  ]
  const as = (ctx: Ctx, userId: UserId) => refusalOf(actAs(ctx, { userId, channel: 'api' }))
  assert.is(await as(asStaff(w, root), helper), 'not_allowed')
  assert.is(await as(asStaff(w, root, 'admin', { actedBy: helper }), ana), 'not_allowed')
  await suspendUser(asStaff(w, root), { userId: ana, reason: 'fraud' })
  assert.is(await as(asStaff(w, root), ana), 'not_allowed')
  assert.is(await as(asStaff(w, root), newId<'user'>(1) as UserId), 'not_found')
})

Admin('[ADMIN-4] an admin who loses the role loses the sessions opened as others', async (w) => {
  const [root, other, ana] = [
    await makeUser(w, 'Root', 'admin'),
    await makeUser(w, 'Other', 'admin'),
    await makeUser(w, 'Ana'),
  ]
  const opened = await actAs(asStaff(w, other), { userId: ana, channel: 'api' })
  await changeRole(asStaff(w, root), { userId: other, role: 'traveler' })
  assert.is(await refusalOf(authenticate(w.as(), opened.accessToken)), 'token_invalid')
})

Admin('[ADMIN-5] the log is filtered by subject, actor and action, page by page', async (w) => {
  const [root, ana] = [await makeUser(w, 'Root', 'admin'), await makeUser(w, 'Ana')]
  const ctx = asStaff(w, root)
  for (let n = 0; n < 3; n++) await getUser(ctx, { userId: ana })
  const first = await listActs(ctx, { subject: `user:${ana}`, action: 'user.viewed', limit: 2 })
  assert.is(first.items.length, 2)
  const second = await listActs(ctx, { subject: `user:${ana}`, limit: 2, cursor: first.nextCursor ?? '' })
  assert.equal([second.items.length, second.nextCursor], [1, null])
  assert.is(await refusalOf(listActs(ctx, { cursor: 'nonsense' })), 'invalid_input')
})

Admin.run()
