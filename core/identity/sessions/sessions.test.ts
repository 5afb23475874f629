import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CachePort } from '../../ports/cache.ts'
import type { Ctx } from '../../context.ts'
import { accountWorld, ANYBODY, PASSWORD, type AccountWorld } from '../testing/accountWorld.fixture.ts'
import { outcomeOf, refused } from '../testing/refused.fixture.ts'
import {
  authenticate,
  completeSignIn,
  endOtherSessions,
  endSession,
  listSessions,
  pruneIdentity,
  refreshSession,
  signIn,
  refreshFacts,
  signOut,
  type Channel,
  type SignedIn,
} from '../index.ts'

const Sessions = suite('sessions', {} as AccountWorld)
Sessions.before(async (w) => void Object.assign(w, await accountWorld()))
Sessions.after((w) => w.drop())

const DAY = 86_400_000
const at = (millis: number) => ({ now: new Date(Date.now() + millis) })
const enter = (w: AccountWorld, email: string, channel: Channel, over: Partial<Ctx> = {}) =>
  signIn(w.as(ANYBODY, over), { email, password: PASSWORD, channel })
const refresh = (w: AccountWorld, { refreshToken }: SignedIn, channel: Channel, over: Partial<Ctx> = {}) =>
  refreshSession(w.as(ANYBODY, over), { refreshToken, channel })

const endReason = async (w: AccountWorld, { sessionId }: SignedIn): Promise<string | null> =>
  (await w.pool.query('select end_reason from sessions where id = $1', [sessionId])).rows[0].end_reason

const revokedLogins = async (w: AccountWorld, { sessionId }: SignedIn): Promise<number> =>
  (await w.pool.query(`select count(*)::int as n from outbox where payload->>'login' = $1`, [`session:${sessionId}`]))
    .rows[0].n

/** As Redis is while it is away: nothing is found, nothing kept, no claim granted. */
const nothingKept: CachePort = {
  get: () => Promise.resolve(null),
  set: () => Promise.resolve(),
  add: () => Promise.resolve(false),
  setUnless: () => Promise.resolve(),
  take: () => Promise.resolve(null),
  delete: () => Promise.resolve(),
  close: () => Promise.resolve(),
}

Sessions('[TOKEN-3] a refresh token is exchanged once; shown again it ends the session, sockets too', async (w) => {
  const first = await w.join('rotate@example.org')
  const second = await refresh(w, first, 'api')
  assert.is.not(second.refreshToken, first.refreshToken)
  await w.asUser(second)
  await refused(refresh(w, first, 'api'), 'token_invalid')
  assert.is(await endReason(w, first), 'token_reused')
  assert.is(await revokedLogins(w, first), 1)
  await refused(w.asUser(second), 'token_invalid')
  await refused(refresh(w, second, 'api'), 'token_invalid')
})

Sessions('[TOKEN-3] of twenty who refresh with one token at once, one is answered and the family ends', async (w) => {
  const first = await w.join('twenty@example.org')
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => refresh(w, first, 'api')))
  const kept = outcomes.filter((outcome) => outcome.status === 'fulfilled')
  assert.is(kept.length, 1)
  assert.is(await endReason(w, first), 'token_reused')
  await refused(w.asUser((kept[0] as PromiseFulfilledResult<SignedIn>).value), 'token_invalid')
})

Sessions('[TOKEN-3] the same race without a lock issues two successors: the test can fail', async (w) => {
  const first = await w.join('control@example.org')
  await w.pool.query('drop index refresh_tokens_one_unused')
  const { rows } = await w.pool.query('select hash from refresh_tokens where session_id = $1', [first.sessionId])
  const clients = await Promise.all([w.pool.connect(), w.pool.connect()])
  const unused = await Promise.all(
    clients.map((client) => client.query('select used_at from refresh_tokens where hash = $1', [rows[0].hash])),
  )
  for (const [n, client] of clients.entries()) {
    if (unused[n]?.rows[0].used_at !== null) continue
    await client.query('update refresh_tokens set used_at = now() where hash = $1', [rows[0].hash])
    await client.query('insert into refresh_tokens values ($1, $2, now())', [Buffer.alloc(32, n + 1), first.sessionId])
  }
  for (const client of clients) client.release()
  const { rows: successors } = await w.pool.query(
    'select 1 from refresh_tokens where session_id = $1 and used_at is null',
    [first.sessionId],
  )
  assert.is(successors.length, 2)
  await w.pool.query('delete from refresh_tokens where session_id = $1', [first.sessionId])
  await w.pool.query(
    'create unique index refresh_tokens_one_unused on refresh_tokens (session_id) where used_at is null',
  )
})

Sessions('[TOKEN-4] two tabs of a browser that refresh at once get the same successor, for ten seconds', async (w) => {
  await w.join('tabs@example.org')
  const first = await enter(w, 'tabs@example.org', 'browser')
  const tabs = await Promise.all(Array.from({ length: 20 }, () => refresh(w, first, 'browser')))
  assert.is(new Set(tabs.map((tab) => tab.refreshToken)).size, 1)
  await refresh(w, first, 'browser', at(9_000))
  const sealed = await w.pool.query(
    'select successor_sealed from refresh_tokens where session_id = $1 and used_at is not null',
    [first.sessionId],
  )
  assert.match(sealed.rows[0].successor_sealed, /^v1\./)
  await refused(refresh(w, first, 'browser', at(11_000)), 'token_invalid')
  assert.is(await endReason(w, first), 'token_reused')
})

Sessions('[TOKEN-3] a browser’s token is nothing to the API, and the other way round', async (w) => {
  const api = await w.join('channels@example.org')
  const browser = await enter(w, 'channels@example.org', 'browser')
  await refused(refresh(w, api, 'browser'), 'token_invalid')
  await refused(refresh(w, browser, 'api'), 'token_invalid')
  assert.is(await endReason(w, browser), null)
})

Sessions('[TOKEN-3] unused for thirty days a session is over, and after ninety however much it is used', async (w) => {
  let last = await w.join('days@example.org')
  await refused(refresh(w, last, 'api', at(30 * DAY + 1_000)), 'token_invalid')
  assert.is(await endReason(w, last), 'expired')
  last = await enter(w, 'days@example.org', 'api')
  for (const days of [29, 58, 87]) last = await refresh(w, last, 'api', at(days * DAY))
  assert.ok(Date.parse(last.refreshExpiresAt) < Date.now() + 90 * DAY + 60_000)
  await refused(refresh(w, last, 'api', at(90 * DAY + 60_000)), 'token_invalid')
})

Sessions('[SESSION-2] a session that is ended is over at once, with Redis and without', async (w) => {
  const mine = await w.join('ended@example.org')
  const other = await enter(w, 'ended@example.org', 'api', { userAgent: 'Mozilla/5.0 (X11; Linux) Firefox/140.0' })
  await w.asUser(other)
  const { items } = await listSessions(await w.asUser(mine))
  assert.equal(
    items.map(({ device, current }) => [device, current]),
    [
      ['Firefox · Linux', false],
      ['', true],
    ],
  )
  await endSession(await w.asUser(mine), { sessionId: other.sessionId })
  await refused(w.asUser(other), 'token_invalid')
  const away = { ports: { ...w.ports, marks: nothingKept } }
  await refused(w.asUser(other, away), 'token_invalid')
  assert.is(await outcomeOf(w.asUser(mine, away)), 'kept')
  assert.is(await revokedLogins(w, other), 1)
})

Sessions('[SESSION-2] who looked a moment before it ended does not bring it back', async (w) => {
  const mine = await w.join('raced@example.org')
  const ctx = await w.asUser(mine)
  // A reader that found it alive is slow to note so: what it adds comes after the mark that it ended.
  await signOut(ctx)
  await w.ports.marks.add(`session:${mine.sessionId}`, JSON.stringify({ userId: mine.userId, facts: {} }), 30)
  await refused(w.asUser(mine), 'token_invalid')
})

Sessions('[SESSION-2] facts read before a session ended do not bring it back', async (w) => {
  const mine = await w.join('refreshed@example.org')
  const ctx = await w.asUser(mine)
  const { marks } = w.ports
  // It ends after its facts were read anew and before they are noted.
  const slow: CachePort = {
    ...marks,
    set: async (...noted) => {
      await signOut(ctx)
      return marks.set(...noted)
    },
    setUnless: async (...noted) => {
      await signOut(ctx)
      return marks.setUnless(...noted)
    },
  }
  await refreshFacts({ ...ctx, ports: { ...ctx.ports, marks: slow } }, [mine.sessionId])
  await refused(w.asUser(mine), 'token_invalid')
})

Sessions('[ACCESS-1] a foreign session is as unknown as none', async (w) => {
  const ana = await w.join('ana@example.org')
  const ben = await w.join('ben@example.org')
  await refused(endSession(await w.asUser(ben), { sessionId: ana.sessionId }), 'not_found')
  await enter(w, 'ben@example.org', 'browser')
  assert.equal(await endOtherSessions(await w.asUser(ben)), { ended: 1 })
  await w.asUser(ana)
  await w.asUser(ben)
})

Sessions('[SESSION-1] a suspended or erased account opens nothing, not even what is open', async (w) => {
  const mine = await w.join('gone@example.org')
  await w.pool.query(`update users set suspended_at = now(), suspended_reason = 'abuse' where id = $1`, [mine.userId])
  await refused(enter(w, 'gone@example.org', 'api'), 'account_suspended')
  await refused(
    signIn(w.as(ANYBODY), { email: 'gone@example.org', password: 'wrong one here', channel: 'api' }),
    'wrong_credentials',
  )
  await w.ports.marks.delete(`session:${mine.sessionId}`)
  await refused(w.asUser(mine), 'token_invalid')
})

Sessions('[SESSION-1] with a second factor a password opens nothing but a challenge', async (w) => {
  const mine = await w.join('factor@example.org')
  await w.pool.query(
    `insert into totp_factors (user_id, secret_sealed, created_at, confirmed_at) values ($1, 'v1.x', now(), now())`,
    [mine.userId],
  )
  const challenge = await enter(w, 'factor@example.org', 'api').then(
    () => '',
    (error: { code: string; data: { challenge: string; methods: string[] } }) => {
      assert.equal([error.code, error.data.methods], ['second_factor_required', ['totp']])
      return error.data.challenge
    },
  )
  await refused(authenticate(w.as(ANYBODY), challenge), 'token_invalid', 'a challenge is no access token')
  const complete = (channel: Channel, over: Partial<Ctx> = {}) =>
    completeSignIn(w.as(ANYBODY, over), { challenge, proof: { method: 'telepathy' }, channel })
  await refused(complete('browser'), 'token_invalid', 'it names its channel')
  await refused(complete('api'), 'second_factor_wrong')
  await refused(complete('api', at(301_000)), 'token_invalid', 'five minutes')
})

Sessions('[SESSION-1] a password that changed while its sign-in was half done is worthless', async (w) => {
  const mine = await w.join('half@example.org')
  await w.pool.query(`update users set password_changed_at = now() + interval '1 second' where id = $1`, [mine.userId])
  await refused(enter(w, 'half@example.org', 'api'), 'wrong_credentials')
})

Sessions('[SESSION-2] a device not seen before is told of by mail, the first and known ones are not', async (w) => {
  const email = 'device@example.org'
  const userAgent = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1'
  await w.join(email)
  await enter(w, email, 'browser')
  await enter(w, email, 'browser', { userAgent })
  await enter(w, email, 'browser', { userAgent })
  await w.work()
  const told = (await w.mailsTo(email)).filter(({ subject }) => subject.startsWith('New sign-in'))
  assert.is(told.length, 1)
  assert.match(told[0]?.text ?? '', /Safari · iPhone/)
})

Sessions('[SESSION-2] what ran out is ended by the hourly round, and what is long over is forgotten', async (w) => {
  const mine = await w.join('pruned@example.org')
  const open = await enter(w, 'pruned@example.org', 'browser')
  await refresh(w, open, 'browser')
  const count = async (what: string): Promise<number> =>
    (await w.pool.query(`select count(*)::int as n from ${what} and user_id = '${mine.userId}'`)).rows[0].n
  const sealed = 'refresh_tokens r join sessions s on s.id = r.session_id where successor_sealed is not null'
  assert.is(await count(sealed), 1)
  await pruneIdentity(w.as(undefined, at(6 * 60_000)))
  assert.equal([await count(sealed), await count('sessions where ended_at is null')], [0, 2])
  await pruneIdentity(w.as(undefined, at(31 * DAY)))
  assert.is(await count("sessions where end_reason = 'expired'"), 2)
  await pruneIdentity(w.as(undefined, at(62 * DAY)))
  assert.is(await count('sessions where true'), 0)
})

Sessions.run()
