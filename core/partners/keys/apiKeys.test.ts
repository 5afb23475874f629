import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { makeDepartures } from '@mayago/db/testing/makeDepartures.ts'
import { coreWorld, type CoreWorld } from '../../../test/coreWorld.ts'
import { begin, refusalOf } from '../../../test/paying.ts'
import { quietLog } from '../../../test/quietLog.ts'
import { startRedis } from '../../../test/servers.ts'
import { signedIn } from '../../../test/signedIn.ts'
import { openRedisCache } from '../../adapters/redis/redisCache.ts'
import { getBooking } from '../../booking/index.ts'
import type { Ctx } from '../../context.ts'
import type { CachePort } from '../../ports/cache.ts'
import { makeAccount } from '../testing/partnerWorld.ts'
import { apiKeyActor } from '../../identity/index.ts'
import { createApiKeyInput } from './apiKey.schema.ts'
import { newApiKeyView, type NewApiKeyView } from './apiKey.view.ts'
import { createApiKey } from './createApiKey.ts'
import { listApiKeys } from './listApiKeys.ts'
import { revokeApiKey } from './revokeApiKey.ts'

const Keys = suite('API keys', {} as CoreWorld)
Keys.before(async (w) => void Object.assign(w, await coreWorld()))
Keys.after((w) => w.drop())

const make = (ctx: Ctx, over: Record<string, unknown> = {}): Promise<NewApiKeyView> =>
  createApiKey(ctx, createApiKeyInput.parse({ name: 'Shop', scopes: ['bookings.read'], ...over }))

Keys('[PARTNER-1] a key is shown once, has 256 random bits, and only its digest is kept', async (w) => {
  const owner = await makeAccount(w)
  const made = await make(owner.ctx())
  assert.ok(newApiKeyView.safeParse(made).success)
  assert.match(made.key, /^mgk_[a-z0-9]{12}_[\w-]{43}$/)
  const secret = made.key.slice(-43)
  assert.is(Buffer.from(secret, 'base64url').length, 32)
  const row = await queryRow<{ text: string }>(
    w.em,
    'select row_to_json(k)::text as text from api_keys k where id = $1',
    [made.id],
  )
  assert.not.match(row?.text ?? secret, secret)
  const { items } = await listApiKeys(owner.ctx())
  assert.equal(
    items.map(({ id }) => id),
    [made.id],
  )
  assert.not('key' in (items[0] ?? {}))
  assert.is.not((await make(owner.ctx())).key, made.key)
})

Keys('[PARTNER-1] a retried creation shows the same key, and keeps it sealed only', async (w) => {
  const owner = await makeAccount(w)
  const attempt = { idempotencyKey: 'again' }
  const ctx = owner.ctx(attempt)
  const [first, second] = [await make(ctx), await make(ctx)]
  assert.equal(second, first)
  assert.is.not((await make(owner.ctx(attempt))).key, first.key, 'another session is shown nothing')
  const kept = await queryRows<{ answer: string }>(w.em, 'select answer from idempotency_keys where answer is not null')
  assert.ok(kept.length > 0)
  assert.not(kept.some(({ answer }) => answer.includes(first.key.slice(-43))))
  assert.is(await refusalOf(make(ctx, { name: 'Another' })), 'key_reused')
})

Keys('[PARTNER-2] stands for its owner with its scopes, and an altered secret for nobody', async (w) => {
  const owner = await makeAccount(w)
  const { key, id } = await make(owner.ctx(), { scopes: ['holds.write', 'catalog.read', 'holds.write'] })
  assert.equal(await apiKeyActor(w.as(), key), {
    kind: 'apiKey',
    keyId: id,
    userId: owner.userId,
    providerId: null,
    scopes: ['catalog.read', 'holds.write'],
  })
  const last = key.at(-2) === 'A' ? 'B' : 'A'
  for (const wrong of [
    `${key.slice(0, -2)}${last}${key.at(-1)}`,
    `${key}x`,
    key.slice(4),
    'mgk_',
    '',
    `mgk_${'a'.repeat(12)}_${'a'.repeat(43)}`,
  ])
    assert.is(await refusalOf(apiKeyActor(w.as(), wrong)), 'token_invalid', wrong)
})

Keys(
  '[PARTNER-2] is made by who signed in lately, never by another key or by an admin who acts as somebody',
  async (w) => {
    const owner = await makeAccount(w)
    const key = await make(owner.ctx(), { scopes: ['webhooks.manage'] })
    assert.is(await refusalOf(make(w.as(await apiKeyActor(w.as(), key.key)))), 'not_allowed')
    assert.is(await refusalOf(make(w.guest())), 'sign_in_required')
    const old = signedIn(owner.userId, { signedInAt: new Date(Date.now() - 3_600_000).toISOString() })
    assert.is(await refusalOf(make(w.as(old))), 'sign_in_again')
    assert.is(
      await refusalOf(make(w.as(signedIn(owner.userId, { actedBy: (await makeAccount(w)).userId })))),
      'not_allowed',
    )
  },
)

Keys('[PARTNER-2] one for a provider needs its owner or manager, and ends working with their job', async (w) => {
  const { kayak, other } = await makeDepartures(w, { kayak: {}, other: {} })
  const { providerId } = kayak
  const [manager, guide] = [
    await makeAccount(w, { providerId, role: 'manager' }),
    await makeAccount(w, { providerId, role: 'guide' }),
  ]
  const { key } = await make(manager.ctx(), { providerId })
  assert.is((await apiKeyActor(w.as(), key)).providerId, providerId)
  assert.is(await refusalOf(make(guide.ctx(), { providerId })), 'not_allowed')
  assert.is(await refusalOf(make(manager.ctx(), { providerId: other.providerId })), 'not_found')
  await queryRows(w.em, "update provider_members set role = 'guide' where user_id = $1", [manager.userId])
  assert.is(await refusalOf(apiKeyActor(w.as(), key)), 'token_invalid', 'at once')
})

Keys('[PARTNER-3] a revoked key opens nothing at once, and revoking is written down once', async (w) => {
  const owner = await makeAccount(w)
  const { key, id } = await make(owner.ctx())
  await apiKeyActor(w.as(), key)
  assert.is(await refusalOf(revokeApiKey((await makeAccount(w)).ctx(), { keyId: id })), 'not_found')
  for (let i = 0; i < 2; i++) assert.ok((await revokeApiKey(owner.ctx(), { keyId: id })).revokedAt)
  assert.is(await refusalOf(apiKeyActor(w.as(), key)), 'token_invalid')
  const acts = await queryRows<{ action: string }>(
    w.em,
    'select action from audit_acts where subject = $1 order by at',
    [`apiKey:${id}`],
  )
  assert.equal(
    acts.map(({ action }) => action),
    ['apiKey.made', 'apiKey.revoked'],
  )
})

Keys('[PARTNER-3] a key ends when it says, and with its owner’s suspension', async (w) => {
  const owner = await makeAccount(w)
  const soon = new Date(Date.now() + 60_000).toISOString()
  const { key } = await make(owner.ctx(), { expiresAt: soon })
  await apiKeyActor(w.as(), key)
  assert.is(await refusalOf(apiKeyActor(w.as(undefined, { now: new Date(soon) }), key)), 'token_invalid')
  assert.is(await refusalOf(make(owner.ctx(), { expiresAt: '2020-01-01T00:00:00Z' })), 'invalid_input')
  const lasting = await make(owner.ctx())
  await queryRows(w.em, "update users set suspended_at = now(), suspended_reason = 'test' where id = $1", [
    owner.userId,
  ])
  assert.is(await refusalOf(apiKeyActor(w.as(), lasting.key)), 'token_invalid')
})

Keys('[PARTNER-4] its use is noted, at most once a minute, and not for a wrong secret', async (w) => {
  const owner = await makeAccount(w)
  const { key, id, prefix } = await make(owner.ctx())
  const used = async (): Promise<string | null> =>
    (await queryRow<{ at: string | null }>(w.em, 'select last_used_at::text as at from api_keys where id = $1', [id]))
      ?.at ?? null
  await refusalOf(apiKeyActor(w.as(), `${key.slice(0, 17)}${'x'.repeat(43)}`))
  assert.is(await used(), null)
  const at = (seconds: number): Ctx => w.as(undefined, { now: new Date(Date.UTC(2027, 0, 1, 0, 0, seconds)) })
  const seen: (string | null)[] = []
  for (const seconds of [0, 59, 61]) {
    await w.ports.marks.delete(`apiKey:${prefix}`)
    await apiKeyActor(at(seconds), key)
    seen.push(await used())
  }
  assert.equal(seen, ['2027-01-01 00:00:00+00', '2027-01-01 00:00:00+00', '2027-01-01 00:01:01+00'])
})

Keys('[ACCESS-1] what a key booked it can read, and neither another key nor its owner’s guest can', async (w) => {
  const { kayak } = await makeDepartures(w, { kayak: {} })
  const owner = await makeAccount(w)
  const scopes = ['bookings.read', 'bookings.write', 'holds.write']
  const [mine, other] = [await make(owner.ctx(), { scopes }), await make(owner.ctx(), { scopes })]
  const asKey = async (made: NewApiKeyView): Promise<Ctx> => w.as(await apiKeyActor(w.as(), made.key))
  const booking = await begin(await asKey(mine), kayak)
  assert.is((await getBooking(await asKey(mine), { bookingId: booking.id })).id, booking.id)
  for (const foreign of [await asKey(other), w.guest()])
    assert.is(await refusalOf(getBooking(foreign, { bookingId: booking.id })), 'not_found')
})

Keys.run()

const redis = await startRedis()
if (redis !== null) shared()

function shared(): void {
  const Shared = suite('API keys in two processes', {} as CoreWorld & { here: CachePort; there: CachePort })
  Shared.before(async (w) => {
    const open = () => openRedisCache(redis?.url as string, quietLog())
    Object.assign(w, await coreWorld(), { here: await open(), there: await open() })
  })
  Shared.after(async (w) => {
    await Promise.all([w.here.close(), w.there.close()])
    await w.drop()
    await redis?.stop()
  })
  const within = (w: CoreWorld, marks: CachePort, ctx: Ctx = w.as()): Ctx => ({
    ...ctx,
    ports: { ...ctx.ports, marks },
  })

  Shared('[PARTNER-3] a key revoked in one is refused by the other at its next request', async (w) => {
    const owner = await makeAccount(w)
    const { key, id } = await make(owner.ctx())
    await apiKeyActor(within(w, w.there), key)
    await revokeApiKey(within(w, w.here, owner.ctx()), { keyId: id })
    assert.is(await refusalOf(apiKeyActor(within(w, w.there), key)), 'token_invalid')
  })

  Shared('[PARTNER-3] a reader who is overtaken by the revocation does not bring the key back', async (w) => {
    const owner = await makeAccount(w)
    const { key, id } = await make(owner.ctx())
    const slow: CachePort = {
      ...w.there,
      add: async (...entry) => {
        await revokeApiKey(within(w, w.here, owner.ctx()), { keyId: id })
        return w.there.add(...entry)
      },
    }
    await apiKeyActor(within(w, slow), key)
    assert.is(await refusalOf(apiKeyActor(within(w, w.there), key)), 'token_invalid')
  })

  Shared('[LIVE-2] without Redis keys work, and a revoked one does not', async (w) => {
    const owner = await makeAccount(w)
    const { key, id } = await make(owner.ctx())
    await redis?.kill()
    assert.is((await apiKeyActor(within(w, w.here), key)).keyId, id)
    await revokeApiKey(within(w, w.here, owner.ctx()), { keyId: id })
    assert.is(await refusalOf(apiKeyActor(within(w, w.there), key)), 'token_invalid')
    await redis?.restart()
  })

  Shared.run()
}
