import * as assert from 'uvu/assert'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { until } from '../../../test/until.ts'
import { sweepOutbox } from '../../events/relay.ts'
import { createCourier, createWebhook, fanOutNews, getWebhook } from '../index.ts'
import { confirm, hookSuite, listen, logOf, send } from '../testing/hookWorld.ts'
import { makeAccount } from '../testing/partnerWorld.ts'
import { startReceiver } from '../testing/startReceiver.ts'
import { ATTEMPTS_MAX, pauseAfter } from './backOff.rules.ts'

const Hooks = hookSuite('webhooks: sending')
const DAY = 86_400_000

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

Hooks.run()
