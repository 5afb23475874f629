import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { makeDepartures } from '@mayago/db/testing/makeDepartures.ts'
import { queryRow } from '@mayago/db/sql.ts'
import { onboard, PERSON } from '../../deploy/embedded/stripe/testing/onboard.ts'
import { coreWorld, type CoreWorld } from '../../test/coreWorld.ts'
import { refusalOf } from '../../test/paying.ts'
import type { Ctx } from '../context.ts'
import { makeAccount } from '../partners/testing/partnerWorld.ts'
import { handleStripeEvent } from '../payments/index.ts'
import { getPayoutAccount, refreshAccount, startOnboarding, startOnboardingInput } from './index.ts'
import { keepAccount } from './refreshAccount.ts'
import { beginOnboarding } from './testing/earning.ts'

interface World extends CoreWorld {
  providerId: string
  strangerId: string
}
const Onboarding = suite<World>('onboarding of providers')
Onboarding.before(async (w) => void Object.assign(w, await coreWorld()))
Onboarding.before.each(async (w) => {
  const { kayak, other } = await makeDepartures(w, { kayak: {}, other: {} })
  w.providerId = kayak.providerId
  w.strangerId = other.providerId
})
Onboarding.after((w) => w.drop())

const input = ({ providerId }: World) =>
  startOnboardingInput.parse({
    providerId,
    country: 'MX',
    returnUrl: 'https://mayago.test/back',
    refreshUrl: 'https://mayago.test/again',
  })

const accountRow = (w: World) =>
  queryRow<{ account_id: string | null; bank_sealed: string | null; text: string }>(
    w.em,
    'select account_id, bank_sealed, row_to_json(a)::text as text from provider_accounts a where provider_id = $1',
    [w.providerId],
  )

const countAccounts = async (w: World): Promise<number> =>
  (await w.stripe.stripe.accounts.list({ limit: 100 })).data.filter(
    ({ metadata }) => metadata?.['providerId'] === w.providerId,
  ).length

Onboarding('an owner goes to Stripe’s pages and comes back ready, with the bank sealed', async (w) => {
  const owner = (await makeAccount(w, { providerId: w.providerId })).ctx()
  assert.is((await getPayoutAccount(owner, w)).state, 'none')
  const { url } = await startOnboarding(owner, input(w))
  assert.match(url, /_stripe/)
  const open = await getPayoutAccount(owner, w)
  assert.is(open.state, 'open')
  assert.ok((open.requirements?.due.length ?? 0) > 0)
  await onboard(w.stripe, (await accountRow(w))?.account_id ?? '')
  await refreshAccount(owner, w)
  const ready = await getPayoutAccount(owner, w)
  assert.equal([ready.state, ready.canBePaidOut], ['ready', true])
  assert.is(ready.bankAccount?.last4, PERSON.bank_number.slice(-4))
  const row = await accountRow(w)
  assert.not.match(row?.text ?? '', new RegExp(`${PERSON.bank_number.slice(-4)}"|SANDBOX BANK|Sánchez`))
})

Onboarding('[ACCESS-1] strangers, guides and guests find nothing, and a manager reads alone', async (w) => {
  const { providerId } = w
  const as = async (who: { providerId: string; role: 'owner' | 'manager' | 'guide' }): Promise<Ctx> =>
    (await makeAccount(w, who)).ctx()
  const stranger = await as({ providerId: w.strangerId, role: 'owner' })
  const guide = await as({ providerId, role: 'guide' })
  const manager = await as({ providerId, role: 'manager' })
  for (const [ctx, begins, reads] of [
    [stranger, 'not_found', 'not_found'],
    [w.guest(), 'not_found', 'not_found'],
    [guide, 'not_allowed', 'not_allowed'],
    [manager, 'not_allowed', 'kept'],
  ] as const) {
    assert.is(await refusalOf(startOnboarding(ctx, input(w))), begins)
    assert.is(await refusalOf(getPayoutAccount(ctx, w)), reads)
    assert.is(await refusalOf(refreshAccount(ctx, w)), reads)
  }
  assert.is(await accountRow(w), null)
})

Onboarding('[MONEY-2] whoever dies on the way makes one account, of what was asked for first', async (w) => {
  const { accounts } = w.ports.payments
  const die = () => Promise.reject(new Error('died'))
  const deaths: (typeof accounts.create)[] = [die, (asked) => accounts.create(asked).then(die)]
  for (const create of deaths) {
    const payments = { ...w.ports.payments, accounts: { ...accounts, create } }
    const dying = w.as(undefined, { ports: { ...w.ports, payments } })
    await startOnboarding(dying, input(w)).then(
      () => assert.unreachable(),
      (error: Error) => assert.is(error.message, 'died'),
    )
    assert.is((await accountRow(w))?.account_id, null)
  }
  await w.pool.query("update providers set name = 'Another name', email = 'another@example.com' where id = $1", [
    w.providerId,
  ])
  await startOnboarding(w.as(), { ...input(w), country: 'US' })
  await Promise.all([1, 2].map(() => startOnboarding(w.as(), input(w))))
  assert.is(await countAccounts(w), 1)
})

Onboarding('a webhook has Stripe asked how the account stands now', async (w) => {
  const accountId = await beginOnboarding(w, w.providerId)
  await onboard(w.stripe, accountId)
  assert.is((await getPayoutAccount(w.as(), w)).state, 'open')
  // What the event says is old news by the time it comes.
  const payload = { data: { object: { object: 'account', id: accountId, payouts_enabled: false } } }
  await w.pool.query("insert into stripe_events (id, type, payload) values ('evt_1', 'account.updated', $1)", [
    JSON.stringify(payload),
  ])
  await handleStripeEvent(w.as(), { eventId: 'evt_1' })
  assert.is((await getPayoutAccount(w.as(), w)).state, 'ready')
})

Onboarding('an answer that took its time does not take the place of a newer one', async (w) => {
  const accountId = await beginOnboarding(w, w.providerId)
  const old = await w.ports.payments.accounts.get(accountId)
  const { rows } = await w.pool.query<{ at: string }>('select clock_timestamp()::text as at')
  await onboard(w.stripe, accountId)
  await refreshAccount(w.as(), w)
  await keepAccount(w.as(), old, rows[0]?.at ?? '')
  assert.is((await getPayoutAccount(w.as(), w)).state, 'ready')
})

Onboarding.run()
