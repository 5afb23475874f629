import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isRefusal } from '@mayago/kernel/errors.ts'
import { freshDatabase, type FreshDatabase } from '@mayago/db/testing/freshDatabase.ts'
import { postForm } from './testing/browser.ts'
import { openAccount, PERSON, onboard, visitOf } from './testing/onboard.ts'
import { startSandbox, type SandboxWorld } from './testing/startSandbox.ts'

interface World extends SandboxWorld {
  database: FreshDatabase
}

const Accounts = suite<World>('accounts through the Stripe adapter on the sandbox')
Accounts.before(async (w) => {
  const database = await freshDatabase()
  Object.assign(w, await startSandbox(database.pool), { database })
})
Accounts.after(async (w) => {
  await w.stop()
  await w.database.drop()
})
let links = 0
const DAY_MS = 24 * 3_600_000

Accounts('a new account can receive nothing and says what it misses', async (w) => {
  const account = await openAccount(w)
  assert.equal([account.country, account.currency, account.email], ['MX', 'MXN', 'kay@example.com'])
  assert.equal([account.isSubmitted, account.canReceive, account.canBePaidOut], [false, false, false])
  for (const name of ['external_account', 'individual.dob.day', 'tos_acceptance.date'])
    assert.ok(account.requirements.due.includes(name), name)
  assert.is(account.requirements.disabledReason, 'requirements.past_due')
  assert.equal(account.metadata, { providerId: 'p1' })
})

Accounts('[MONEY-2] a repeated creation is one account', async (w) => {
  const twice = [await openAccount(w, { idempotencyKey: 'same' }), await openAccount(w, { idempotencyKey: 'same' })]
  assert.is(twice[0]?.id, twice[1]?.id)
})

Accounts('onboarding done: the account can receive and be paid out, and we are told on its behalf', async (w) => {
  const { id } = await openAccount(w)
  const back = await onboard(w, id)
  assert.is(back.location, 'https://mayago.test/back')
  const account = await w.payments.accounts.get(id)
  assert.equal([account.isSubmitted, account.canReceive, account.canBePaidOut], [true, true, true])
  assert.equal(account.requirements.due, [])
  assert.is(account.requirements.disabledReason, null)
  assert.equal(account.bankAccount, { bankName: 'SANDBOX BANK', last4: '6789', currency: 'MXN' })
  const event = await w.hear('account.updated', id)
  assert.is(event.accountId, id)
})

Accounts('onboarding left half-way is taken up where it was left', async (w) => {
  const { id } = await openAccount(w)
  const { tos_acceptance, ...most } = PERSON
  await onboard(w, id, { ...most, act: 'save' })
  const half = await w.payments.accounts.get(id)
  assert.equal([half.isSubmitted, half.canReceive], [false, false])
  assert.equal(half.requirements.due, ['tos_acceptance.date', 'tos_acceptance.ip'])
  const page = await (await fetch(await visitOf(w, id))).text()
  assert.match(page, `value="${PERSON['individual.first_name']}"`)
  assert.match(page, 'Now ending in 6789.')
  await onboard(w, id, { tos_acceptance, act: 'submit' })
  assert.is((await w.payments.accounts.get(id)).canReceive, true)
})

Accounts('a person nobody can find is asked for a document, by name and with the reason', async (w) => {
  const { id } = await openAccount(w)
  await onboard(w, id, { ...PERSON, 'individual.id_number': '111111111' })
  const stopped = await w.payments.accounts.get(id)
  assert.equal([stopped.isSubmitted, stopped.canReceive, stopped.canBePaidOut], [true, false, false])
  assert.equal(stopped.requirements.due, ['individual.verification.document'])
  assert.is(stopped.requirements.errors[0]?.code, 'verification_failed_keyed_identity')
  await onboard(w, id, { document: 'passport', act: 'submit' })
  assert.is((await w.payments.accounts.get(id)).canBePaidOut, true)
})

Accounts('a person being looked at waits, and time brings the answer', async (w) => {
  const { id } = await openAccount(w)
  await onboard(w, id, { ...PERSON, 'individual.id_number': '222222222' })
  const waiting = await w.payments.accounts.get(id)
  assert.equal([waiting.isSubmitted, waiting.canReceive], [true, false])
  assert.equal(waiting.requirements.inReview, ['individual.id_number'])
  assert.is(waiting.requirements.disabledReason, 'requirements.pending_verification')
  await w.sandbox.advance(DAY_MS)
  const done = await w.payments.accounts.get(id)
  assert.equal([done.canReceive, done.requirements.inReview], [true, []])
})

Accounts('[ACCESS-1] a link works once and for five minutes, a visit for an hour', async (w) => {
  const { id } = await openAccount(w)
  const make = () =>
    w.payments.accounts.createOnboardingLink({
      accountId: id,
      returnUrl: 'https://mayago.test/back',
      refreshUrl: 'https://mayago.test/again',
      idempotencyKey: `my-link-${(links += 1)}`,
    })
  const follow = async (url: string) => (await fetch(url, { redirect: 'manual' })).headers.get('location')
  const link = await make()
  const visit = new URL(String(await follow(link.url)), w.origin).href
  assert.is(await follow(link.url), 'https://mayago.test/again')
  const old = await make()
  await w.sandbox.advance(5 * 60_000)
  assert.is(await follow(old.url), 'https://mayago.test/again')
  assert.is((await fetch(visit)).status, 200)
  assert.is((await fetch(`${visit}x`)).status, 410)
  await w.sandbox.advance(60 * 60_000)
  assert.is((await fetch(visit)).status, 410)
  assert.is((await postForm(visit, PERSON)).status, 410)
})

Accounts('what the sandbox cannot do is refused by name', async (w) => {
  await w.stripe.accounts.create({ type: 'custom', country: 'MX' }).then(
    () => assert.unreachable('made a custom account'),
    (error: { param: string }) => assert.is(error.param, 'type'),
  )
  await w.stripe.accounts.create({ type: 'express', country: 'AQ' }).then(
    () => assert.unreachable('paid out to Antarctica'),
    (error: { param: string }) => assert.is(error.param, 'country'),
  )
  const { id } = await openAccount(w)
  await w.stripe.accounts.update(id, { company: { name: 'Kay' } }).then(
    () => assert.unreachable('took what it does not know'),
    (error: { code: string }) => assert.is(error.code, 'parameter_unknown'),
  )
  await w.stripe.paymentIntents.create({ amount: 12_500, currency: 'mxn' }, { stripeAccount: id }).then(
    () => assert.unreachable('charged on a connected account'),
    (error: { statusCode: number }) => assert.is(error.statusCode, 400),
  )
  await w.stripe.charges.list({}, { stripeAccount: 'acct_nobody' }).then(
    () => assert.unreachable('found nobody'),
    (error: { code: string }) => assert.is(error.code, 'account_invalid'),
  )
  await w.payments.accounts.get('acct_nobody').then(
    () => assert.unreachable('found nobody'),
    (error: unknown) => assert.ok(isRefusal(error, 'not_found')),
  )
})

Accounts('of people and bank accounts no number is kept', async (w) => {
  const { id } = await openAccount(w)
  await onboard(w, id, { ...PERSON, bank_number: 'ES9121000418450200051332' })
  const { rows } = await w.database.pool.query<{ all: string }>(
    `SELECT string_agg(data::text || hidden::text, '') AS all FROM stripe_sandbox.objects`,
  )
  assert.not.match(String(rows[0]?.all), '210004184502')
  assert.not.match(String(rows[0]?.all), PERSON['individual.id_number'])
})

Accounts.run()
