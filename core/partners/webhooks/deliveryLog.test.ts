import * as assert from 'uvu/assert'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { refusalOf } from '../../../test/paying.ts'
import type { Ctx } from '../../context.ts'
import { changeWebhook, getWebhook, removeWebhook, replayDeliveries, replayInput } from '../index.ts'
import { confirm, hookSuite, listen, logOf, send } from '../testing/hookWorld.ts'

const Hooks = hookSuite('webhooks: the log')

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
