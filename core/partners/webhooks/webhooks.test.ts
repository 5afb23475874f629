import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { makeDepartures, type MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'
import { until } from '../../../test/until.ts'
import { coreWorld, type CoreWorld } from '../../../test/coreWorld.ts'
import { begin, pay, refusalOf } from '../../../test/paying.ts'
import { openHooks } from '../../adapters/hooks/openHooks.ts'
import { settlePayment } from '../../payments/index.ts'
import { inTransaction, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { sweepOutbox } from '../../events/relay.ts'
import { apiKeyActor } from '../../identity/index.ts'
import { createApiKey } from '../keys/createApiKey.ts'
import { makeAccount } from '../testing/partnerWorld.ts'
import { startReceiver, type Receiver } from '../testing/startReceiver.ts'
import { ATTEMPTS_MAX, pauseAfter } from './backOff.rules.ts'
import { changeWebhook, removeWebhook } from './changeWebhook.ts'
import { createCourier } from './courier.ts'
import { createWebhook } from './createWebhook.ts'
import { fanOutNews } from './fanOutNews.ts'
import { listDeliveries } from './listDeliveries.ts'
import { getWebhook, listWebhooks } from './listWebhooks.ts'
import { replayDeliveries, testWebhook } from './replayDeliveries.ts'
import { rotateWebhookSecret } from './rotateWebhookSecret.ts'
import { createWebhookInput, replayInput } from './webhook.schema.ts'
import {
  deliveryPageView,
  webhookWithSecretView,
  type DeliveryView,
  type WebhookWithSecretView,
} from './webhook.view.ts'
import type { WebhookEvent } from './webhookEvents.ts'

interface World extends CoreWorld {
  receiver: Receiver
  kayak: MadeDeparture
  other: MadeDeparture
}
const Hooks = suite<World>('webhooks')
Hooks.before(async (w) => void Object.assign(w, await coreWorld()))
Hooks.before.each(async (w) => {
  const made = await makeDepartures(w, { kayak: {}, other: {} })
  await queryRows(w.em, 'delete from webhook_endpoints')
  Object.assign(w, made, { receiver: await startReceiver() })
})
Hooks.after.each((w) => w.receiver.stop())
Hooks.after((w) => w.drop())

/** An account with an endpoint at the receiver: for the kayak's provider unless told otherwise. */
const listen = async (w: World, over: { providerId?: string | undefined; events?: WebhookEvent[] } = {}) => {
  const { providerId } = { providerId: w.kayak.providerId, ...over }
  const account = await makeAccount(w, providerId === undefined ? {} : { providerId })
  const input = { url: w.receiver.url, events: over.events ?? ['booking.confirmed', 'booking.cancelled'], providerId }
  const hook = await createWebhook(account.ctx(), createWebhookInput.parse(input))
  w.receiver.secret = hook.secret
  return { ...account, hook }
}

const confirm = (w: World, departure = w.kayak): Promise<void> =>
  inTransaction(w.as(), async (tx) =>
    record(tx, 'booking.confirmed', departure.departureId, {
      bookingId: departure.departureId,
      localDate: departure.localStart.slice(0, 10),
      departureId: departure.departureId,
      providerId: departure.providerId,
    }),
  )

/** A context whose clock stands so long after now. */
const later = (w: World, ms: number): Ctx => {
  const now = new Date(Date.now() + ms)
  return w.as(undefined, { now, clock: { now: () => now } })
}
/** Sends what is due `ms` from now, and waits for it. */
const send = async (w: World, ms = 0): Promise<void> => {
  const { courier } = w.as().services
  await fanOutNews(w.as())
  await courier.setOut(later(w, ms))
  await courier.settle()
}
const logOf = async (w: World, { hook, ctx }: { hook: WebhookWithSecretView; ctx(): Ctx }): Promise<DeliveryView[]> =>
  (await listDeliveries(ctx(), { webhookId: hook.id })).items
const DAY = 86_400_000

Hooks(
  '[HOOK-1] what a key books is told, signed so that the official verifier agrees, with ids and nobody in it',
  async (w) => {
    const made = await listen(w, { providerId: undefined })
    const key = await createApiKey(made.ctx(), {
      name: 'Shop',
      scopes: ['bookings.write', 'holds.write'],
      providerId: undefined,
      expiresAt: undefined,
    })
    const asKey = w.as(await apiKeyActor(w.as(), key.key))
    const booking = await begin(asKey, w.kayak)
    const foreign = await begin(w.guest(), w.kayak)
    for (const { id } of [booking, foreign]) {
      await pay(w, id)
      await settlePayment(w.as(), { bookingId: id })
    }
    await send(w)
    assert.equal(w.receiver.forged, [])
    assert.equal(
      w.receiver.letters.map(({ body }) => [body.type, body.data['bookingId']]),
      [['booking.confirmed', booking.id]],
    )
    const [letter] = w.receiver.letters
    assert.not.match(letter?.raw ?? '', /Ana|example\.com|name|email|phone/)
    assert.is(letter?.headers['content-type'], 'application/json')
    const [log] = await logOf(w, made)
    assert.equal(
      [log?.state, log?.eventId, log?.attempts.map(({ status }) => status)],
      ['delivered', letter?.id, [200]],
    )
    assert.ok(deliveryPageView.safeParse(await listDeliveries(made.ctx(), { webhookId: made.hook.id })).success)
  },
)

Hooks('[HOOK-1] a provider hears of its own bookings alone, and nobody of what they did not ask for', async (w) => {
  await listen(w)
  await confirm(w)
  await confirm(w, w.other)
  await inTransaction(w.as(), async (tx) =>
    record(tx, 'experience.changed', w.kayak.experienceId, { experienceId: w.kayak.experienceId }),
  )
  await send(w)
  assert.equal(
    w.receiver.letters.map(({ body }) => body.data['providerId']),
    [w.kayak.providerId],
  )
})

Hooks('[HOOK-1] every account may hear of changed experiences, a provider of its own', async (w) => {
  const news = (departure: MadeDeparture) =>
    inTransaction(w.as(), async (tx) =>
      record(tx, 'experience.changed', departure.experienceId, { experienceId: departure.experienceId }),
    )
  await listen(w, { providerId: undefined, events: ['experience.changed'] })
  await news(w.kayak)
  await send(w)
  assert.is(w.receiver.letters.length, 1)
  await queryRows(w.em, 'delete from webhook_endpoints')
  await listen(w, { events: ['experience.changed'] })
  await news(w.kayak)
  await news(w.other)
  await send(w)
  assert.equal(
    w.receiver.letters.slice(1).map(({ body }) => body.data['experienceId']),
    [w.kayak.experienceId],
  )
})

Hooks('[HOOK-1] who left the provider or was suspended hears nothing more', async (w) => {
  const { userId } = await listen(w)
  await queryRows(w.em, "update provider_members set role = 'guide' where user_id = $1", [userId])
  await confirm(w)
  await queryRows(w.em, "update provider_members set role = 'owner' where user_id = $1", [userId])
  await queryRows(w.em, "update users set suspended_at = now(), suspended_reason = 'test' where id = $1", [userId])
  await send(w)
  await confirm(w)
  await send(w)
  assert.is(w.receiver.letters.length, 0)
})

Hooks('[HOOK-2] an endpoint is its account’s: strangers, guides and keys without the scope find nothing', async (w) => {
  const made = await listen(w)
  const { providerId } = w.kayak
  const webhookId = made.hook.id
  const stranger = (await makeAccount(w, { providerId: w.other.providerId })).ctx()
  const guide = (await makeAccount(w, { providerId, role: 'guide' })).ctx()
  const manager = (await makeAccount(w, { providerId, role: 'manager' })).ctx()
  const keyOf = async (scopes: ['webhooks.manage'] | ['catalog.read']): Promise<Ctx> =>
    w.as(
      await apiKeyActor(
        w.as(),
        (await createApiKey(made.ctx(), { name: 'k', scopes, providerId: undefined, expiresAt: undefined })).key,
      ),
    )
  const tries = [
    (ctx: Ctx) => getWebhook(ctx, { webhookId }),
    (ctx: Ctx) => listDeliveries(ctx, { webhookId }),
    (ctx: Ctx) => rotateWebhookSecret(ctx, { webhookId }),
    (ctx: Ctx) => testWebhook(ctx, { webhookId }),
    (ctx: Ctx) => replayDeliveries(ctx, { webhookId, since: '2026-01-01T00:00:00Z', deliveryId: undefined }),
    (ctx: Ctx) => changeWebhook(ctx, { webhookId, enabled: false, url: undefined }),
    (ctx: Ctx) => removeWebhook(ctx, { webhookId }),
  ]
  for (const attempt of tries) {
    assert.is(await refusalOf(attempt(stranger)), 'not_found')
    assert.is(await refusalOf(attempt(guide)), 'not_allowed')
    assert.is(await refusalOf(attempt(w.guest())), 'sign_in_required')
    assert.is(await refusalOf(attempt(await keyOf(['catalog.read']))), 'scope_missing')
    assert.is(await refusalOf(attempt(await keyOf(['webhooks.manage']))), 'not_found', 'a key without a provider')
  }
  assert.is((await getWebhook(manager, { webhookId })).id, webhookId)
  assert.equal((await listWebhooks(stranger)).items, [])
  assert.equal(
    (await listWebhooks(manager)).items.map(({ id }) => id),
    [webhookId],
  )
})

Hooks('[HOOK-2] only a public https address may be named', async (w) => {
  const { ctx } = await makeAccount(w)
  const strict = ctx({ ports: { ...w.ports, hooks: openHooks() } })
  for (const url of [
    'http://1.1.1.1/',
    'https://127.0.0.1/',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/',
    'nonsense',
  ])
    assert.is(
      await refusalOf(createWebhook(strict, { url, events: ['booking.confirmed'], providerId: undefined })),
      'url_not_allowed',
      url,
    )
})

Hooks('[HOOK-2] the secret is sealed, shown once, and after a rotation both sign for a day', async (w) => {
  const made = await listen(w)
  assert.ok(webhookWithSecretView.safeParse(made.hook).success)
  assert.match(made.hook.secret, /^whsec_[A-Za-z0-9+/]{43}=$/)
  const row = await queryRow<{ text: string }>(
    w.em,
    'select row_to_json(e)::text as text from webhook_endpoints e where id = $1',
    [made.hook.id],
  )
  assert.not(row?.text.includes(made.hook.secret.slice(6)))
  const once = made.ctx({ idempotencyKey: 'rotate once' })
  const rotated = await rotateWebhookSecret(once, { webhookId: made.hook.id })
  assert.equal(await rotateWebhookSecret(once, { webhookId: made.hook.id }), rotated)
  assert.is.not(rotated.secret, made.hook.secret)
  await testWebhook(made.ctx(), { webhookId: made.hook.id })
  await send(w, 1)
  w.receiver.secret = rotated.secret
  await testWebhook(made.ctx(), { webhookId: made.hook.id })
  await send(w, 1)
  assert.equal([w.receiver.letters.length, w.receiver.forged.length], [2, 0])
  await testWebhook(made.ctx(), { webhookId: made.hook.id })
  await queryRows(w.em, "update webhook_endpoints set previous_until = now() - interval '1 second'")
  await send(w, 1)
  assert.is(w.receiver.letters.at(-1)?.signatures.split(' ').length, 1, 'the former one has run out')
})

Hooks('[HOOK-3] news is fanned out once, by however many workers, and stays in the outbox until it is', async (w) => {
  const made = await listen(w)
  for (let i = 0; i < 5; i++) await confirm(w)
  // Marks come a moment after the commit, and would make what is aged here young again.
  await until('all news is marked', async () => {
    return (await queryRow(w.em, 'select 1 from outbox where published_at is null')) === null
  })
  await queryRows(
    w.em,
    "update outbox set created_at = now() - interval '3 hours', published_at = now() - interval '2 hours'",
  )
  await sweepOutbox(w.as())
  const taken = await Promise.all([fanOutNews(w.as()), fanOutNews(w.as()), fanOutNews(w.as())])
  assert.is(
    taken.reduce((sum, count) => sum + count, 0),
    5,
  )
  assert.is((await logOf(w, made)).length, 5)
  assert.is(new Set((await logOf(w, made)).map(({ eventId }) => eventId)).size, 5)
  await sweepOutbox(w.as())
  assert.is(await queryRow(w.em, "select 1 from outbox where subject like 'mayago.v1.booking.%'"), null)
})

Hooks(
  '[HOOK-3] a process that dies between sending and noting it sends again, under the same webhook-id',
  async (w) => {
    const made = await listen(w)
    await confirm(w)
    await fanOutNews(w.as())
    const dying = createCourier()
    w.receiver.onLetter = () => void dying.close()
    await dying.setOut(w.as())
    await dying.settle()
    assert.is(w.receiver.letters.length, 1)
    assert.equal(
      (await logOf(w, made)).map(({ state, attempts }) => [state, attempts.length]),
      [['pending', 0]],
    )
    w.receiver.onLetter = () => undefined
    await send(w)
    assert.is(w.receiver.letters.length, 1, 'the lease is respected')
    await send(w, 61_000)
    assert.is(w.receiver.letters.length, 2)
    assert.is(w.receiver.letters[0]?.id, w.receiver.letters[1]?.id)
    assert.equal(
      (await logOf(w, made)).map(({ state }) => state),
      ['delivered'],
    )
  },
)

Hooks('[HOOK-4] a receiver that fails, redirects or hangs is tried again by the schedule, then given up', async (w) => {
  const made = await listen(w)
  await confirm(w)
  await fanOutNews(w.as())
  let at = 0
  for (let number = 1; number <= ATTEMPTS_MAX; number++) {
    w.receiver.answer = ([500, 302, 'hang'] as const)[number % 3] ?? 500
    await send(w, at)
    // Days of failing would switch it off before the schedule ends: that is another test.
    await queryRows(w.em, 'update webhook_endpoints set failing_since = null')
    const [log] = await logOf(w, made)
    assert.is(log?.attempts.length, number)
    const pause = pauseAfter(number, 0.5)
    if (pause === null) break
    const next = Date.parse(log?.nextAttemptAt ?? '') - Date.now() - at
    assert.ok(Math.abs(next - pause) <= pause * 0.1 + 2000, `after ${number} tries: ${next} for ${pause}`)
    at += pause * 1.1 + 1000
  }
  const [log] = await logOf(w, made)
  assert.equal([log?.state, log?.nextAttemptAt], ['given_up', null])
  assert.equal(
    log?.attempts.slice(0, 3).map(({ status, error }) => status ?? error),
    [302, 'no answer in 0.5 s', 500],
  )
  assert.is(new Set(w.receiver.letters.map(({ id }) => id)).size, 1)
})

Hooks('[HOOK-4] one endpoint that hangs does not hold up another', async (w) => {
  await listen(w)
  const slow = await startReceiver()
  slow.answer = 'hang'
  const { ctx } = await makeAccount(w, { providerId: w.kayak.providerId })
  const hook = await createWebhook(ctx(), {
    url: slow.url,
    events: ['booking.confirmed'],
    providerId: w.kayak.providerId,
  })
  slow.secret = hook.secret
  const order: string[] = []
  slow.onLetter = () => void order.push('slow')
  w.receiver.onLetter = () => void order.push('quick')
  for (let i = 0; i < 4; i++) await confirm(w)
  await send(w)
  assert.is(order.filter((name) => name === 'quick').length, 4)
  assert.is(order.filter((name) => name === 'slow').length, 4)
  assert.ok(order.lastIndexOf('quick') < order.lastIndexOf('slow'), order.join(' '))
  await slow.stop()
})

Hooks('[HOOK-4] 410 switches an endpoint off; switched on again, it is sent what it missed', async (w) => {
  const made = await listen(w)
  const webhookId = made.hook.id
  w.receiver.answer = 410
  for (let i = 0; i < 2; i++) await confirm(w)
  await send(w)
  assert.is(w.receiver.letters.length, 1)
  assert.is((await getWebhook(made.ctx(), { webhookId })).disabledReason, 'gone')
  await confirm(w)
  await send(w)
  assert.is((await logOf(w, made)).length, 2, 'nothing is kept for an endpoint that is off')
  const since = new Date(Date.now() - 60_000).toISOString()
  const replay = (ctx: Ctx) => replayDeliveries(ctx, replayInput.parse({ webhookId, since }))
  assert.is(await refusalOf(replay(made.ctx())), 'invalid_input')
  w.receiver.answer = 200
  await changeWebhook(made.ctx(), { webhookId, enabled: true, url: undefined })
  assert.equal(await replay(made.ctx()), { replayed: 2 })
  await send(w, 1)
  assert.is(w.receiver.letters.length, 3)
  assert.is(w.receiver.letters.filter(({ id }) => id === w.receiver.letters[0]?.id).length, 2, 'the same webhook-id')
  assert.equal(await replay(made.ctx()), { replayed: 0 })
})

Hooks('[HOOK-4] after five days without a success it is switched off and its owner is mailed', async (w) => {
  const made = await listen(w)
  w.receiver.answer = 503
  await confirm(w)
  await send(w)
  assert.ok((await getWebhook(made.ctx(), { webhookId: made.hook.id })).failingSince)
  await send(w, 4.9 * DAY)
  assert.is((await getWebhook(made.ctx(), { webhookId: made.hook.id })).disabledAt, null)
  await send(w, 5 * DAY + 60_000)
  await confirm(w)
  await send(w, 5 * DAY + 60_000)
  assert.is((await getWebhook(made.ctx(), { webhookId: made.hook.id })).disabledReason, 'failing')
  const jobs = await queryRows(
    w.em,
    "select data from pgboss.job where name = 'webhook.sendDisabled' and data ->> 'webhookId' = $1",
    [made.hook.id],
  )
  assert.is(jobs.length, 1)
})

Hooks(
  '[HOOK-5] a delivery is replayed under its webhook-id, with its log going on and the back-off anew',
  async (w) => {
    const made = await listen(w)
    await confirm(w)
    await send(w)
    const [first] = await logOf(w, made)
    const input = replayInput.parse({ webhookId: made.hook.id, deliveryId: first?.id })
    w.receiver.answer = 500
    assert.equal(await replayDeliveries(made.ctx(), input), { replayed: 1 })
    await send(w, 1)
    const [second] = await logOf(w, made)
    assert.equal(
      second?.attempts.map(({ number, status }) => [number, status]),
      [
        [1, 200],
        [2, 500],
      ],
    )
    const wait = Date.parse(second?.nextAttemptAt ?? '') - Date.now()
    assert.ok(wait > 3_000 && wait < 7_000, `five seconds or so: ${wait}`)
    assert.is(w.receiver.letters[0]?.id, w.receiver.letters[1]?.id)
    const foreign = replayInput.parse({ webhookId: made.hook.id, deliveryId: made.hook.id })
    assert.is(await refusalOf(replayDeliveries(made.ctx(), foreign)), 'not_found')
  },
)

Hooks('a removed endpoint takes its log along, and each change is written down', async (w) => {
  const made = await listen(w)
  const webhookId = made.hook.id
  await confirm(w)
  await send(w)
  await changeWebhook(made.ctx(), { webhookId, events: ['booking.cancelled'], url: undefined })
  await removeWebhook(made.ctx(), { webhookId })
  assert.is(await queryRow(w.em, 'select 1 from webhook_deliveries where endpoint_id = $1', [webhookId]), null)
  const acts = await queryRows<{ action: string }>(
    w.em,
    'select action from audit_acts where subject = $1 order by at',
    [`webhook:${webhookId}`],
  )
  assert.equal(
    acts.map(({ action }) => action),
    ['webhook.made', 'webhook.changed', 'webhook.removed'],
  )
})

Hooks.run()
