import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { newId } from '@mayago/kernel/ids.ts'
import { CAST, makeUser } from '../../../../test/access/cast.ts'
import { apiClient, assertGood, assertProblem, type ApiClient } from '../../../../test/apiClient.ts'
import { apiWorld, type ApiWorld } from '../../../../test/apiWorld.ts'
import * as operations from '../../../lib/server/api/operations/admin.ts'

interface World extends ApiWorld {
  api: ApiClient
  /** An admin who has just signed in. */
  headers: Record<string, string>
}

const Admin = suite<World>('the house over HTTP')
Admin.before(async (w) => {
  Object.assign(w, await apiWorld())
  w.api = apiClient(w.url)
  const admin = await CAST.admin?.(w)
  w.headers = admin?.api ?? {}
})
Admin.after((w) => w.drop())

const roleOf = async (w: World, userId: string): Promise<unknown> =>
  (await w.pool.query('select role from users where id = $1', [userId])).rows[0]?.role
const sessionsOf = async (w: World, userId: string): Promise<number> =>
  (await w.pool.query('select 1 from sessions where user_id = $1', [userId])).rowCount ?? 0

Admin('accounts are found page by page, read with their timeline, and every act is in the log', async (w) => {
  const { headers } = w
  const ana = await makeUser(w)
  const found = await w.api.get('/admin/users?limit=1', { headers })
  assertGood(found)
  assert.type(found.body.nextCursor, 'string')
  assertGood(await w.api.get(`/admin/users?q=${ana}`, { headers }))
  const read = await w.api.get(`/admin/users/${ana}`, { headers })
  assertGood(read)
  assert.is(read.body.id, ana)
  const acts = await w.api.get<{ items: { action: string }[] }>(`/admin/audit?subject=user:${ana}`, { headers })
  assertGood(acts)
  assert.equal(
    acts.body.items.map(({ action }) => action),
    ['user.viewed'],
  )
})

Admin('[SEAT-4] an account is suspended once per key, and opened again', async (w) => {
  const { headers } = w
  const ana = await makeUser(w)
  const once = { headers, key: 'suspend-ana' }
  const path = `/admin/users/${ana}/suspend`
  assertGood(await w.api.post(path, { reason: 'charged back' }, once))
  const opened = await w.api.post(`/admin/users/${ana}/unsuspend`, {}, { headers, key: 'open-ana' })
  assertGood(opened)
  assert.is((await w.api.post(path, { reason: 'charged back' }, once)).status, 200)
  const { body } = await w.api.get(`/admin/users/${ana}`, { headers })
  assert.is(body.suspendedAt, null, 'the retry did not suspend anew')
  assertProblem(await w.api.post(path, { reason: 'something else' }, once), 422, 'key_reused')
  assert.equal((await w.api.post(`/admin/users/${ana}/unsuspend`, {}, { headers, key: 'open-ana' })).body, {})
})

Admin('[SEAT-4] a role is given once per key; the retry does not give it back', async (w) => {
  const { headers } = w
  const ben = await makeUser(w)
  const once = { headers, key: 'ben-helps' }
  const path = `/admin/users/${ben}/role`
  assertGood(await w.api.post(path, { role: 'support' }, once))
  await w.api.post(path, { role: 'traveler' }, { headers })
  assert.equal((await w.api.post(path, { role: 'support' }, once)).body, {})
  assert.is(await roleOf(w, ben), 'traveler')
  assertProblem(await w.api.post(path, { role: 'admin' }, once), 422, 'key_reused')
})

Admin('[SEAT-4] acting as somebody opens one session per key; its tokens are told to that admin alone', async (w) => {
  const { headers } = w
  const ana = await makeUser(w)
  const path = `/admin/users/${ana}/act-as`
  const acting = await w.api.post(path, {}, { headers, key: 'as-ana' })
  assertGood(acting)
  assert.equal((await w.api.post(path, {}, { headers, key: 'as-ana' })).body, acting.body)
  assert.is(await sessionsOf(w, ana), 1)
  const { rows } = await w.pool.query('select answer from idempotency_keys where answer is not null')
  assert.not.ok(
    rows.some(({ answer }) => String(answer).includes(String(acting.body.refreshToken))),
    'no token lies in plain text',
  )
  const stranger = await CAST.user?.(w)
  assertProblem(await w.api.post(path, {}, { headers: stranger?.api ?? {}, key: 'as-ana' }), 403, 'not_allowed')
  await w.api.post(`/admin/users/${await makeUser(w)}/suspend`, { reason: 'fraud' }, { headers })
})

Admin('[SEAT-4] a kept answer with tokens is told only to who still signed in recently', async (w) => {
  const admin = await CAST.admin?.(w)
  const ana = await makeUser(w)
  const asked = { headers: admin?.api ?? {}, key: 'as-ana-later' }
  assert.is((await w.api.post(`/admin/users/${ana}/act-as`, {}, asked)).status, 201)
  assert.ok(admin?.actor.kind === 'user')
  await w.pool.query(`update sessions set signed_in_at = now() - interval '1 hour' where user_id = $1`, [
    admin.actor.userId,
  ])
  await w.ports.marks.delete(`session:${admin.actor.session.sessionId}`)
  assertProblem(await w.api.post(`/admin/users/${ana}/act-as`, {}, asked), 403, 'sign_in_again')
})

Admin('what does not fit is refused: bodies, queries, ids', async (w) => {
  const { headers } = w
  const ana = await makeUser(w)
  const nobody = newId<'user'>(1)
  for (const [path, body] of [
    [`/admin/users/${ana}/suspend`, {}],
    [`/admin/users/${ana}/suspend`, { reason: 'x' }],
    [`/admin/users/${ana}/role`, { role: 'king' }],
    [`/admin/users/${ana}/role`, { role: 'support', userId: nobody }],
    [`/admin/users/${ana}/unsuspend`, { reason: 'not asked for' }],
    [`/admin/users/${ana}/act-as`, { channel: 'browser' }],
  ] as const)
    assertProblem(await w.api.post(path, body, { headers }), 422, 'invalid_input', path)
  for (const path of [
    '/admin/users?q=a',
    '/admin/users?limit=0',
    '/admin/audit?action=nothing',
    '/admin/audit?cursor=x',
  ])
    assertProblem(await w.api.get(path, { headers }), 422, 'invalid_input', path)
  for (const id of [nobody, 'nonsense']) {
    assertProblem(await w.api.get(`/admin/users/${id}`, { headers }), 404, 'not_found', id)
    for (const [act, body] of [
      ['suspend', { reason: 'fraud' }],
      ['unsuspend', {}],
      ['role', { role: 'support' }],
      ['act-as', {}],
    ] as const)
      assertProblem(await w.api.post(`/admin/users/${id}/${act}`, body, { headers }), 404, 'not_found', act)
  }
  assertProblem(await w.api.post(`/admin/users/${ana}/act-as`, {}, { headers, key: null }), 400, 'key_required')
})

Admin('every operation of the house was answered as it says', (w) =>
  w.api.assertAllSucceeded(Object.values(operations)),
)

Admin.run()
