import * as assert from 'uvu/assert'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import type { MadeDeparture } from '@mayago/db/testing/makeDepartures.ts'
import { begin, pay, refusalOf } from '../../../test/paying.ts'
import { openHooks } from '../../adapters/hooks/openHooks.ts'
import { apiKeyActor } from '../../identity/index.ts'
import { settlePayment } from '../../payments/index.ts'
import { inTransaction, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import {
  changeWebhook,
  createApiKey,
  createWebhook,
  deliveryPageView,
  getWebhook,
  listDeliveries,
  listWebhooks,
  removeWebhook,
  replayDeliveries,
  rotateWebhookSecret,
  testWebhook,
  webhookWithSecretView,
} from '../index.ts'
import { confirm, hookSuite, listen, logOf, send } from '../testing/hookWorld.ts'
import { makeAccount } from '../testing/partnerWorld.ts'

const Hooks = hookSuite('webhooks: who hears what, and by whose signature')

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

Hooks.run()
