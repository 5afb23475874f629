import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { accountWorld, ANYBODY, PASSWORD, type AccountWorld } from '../testing/accountWorld.fixture.ts'
import { outcomeOf, refused } from '../testing/refused.fixture.ts'
import {
  changeEmail,
  changePassword,
  changeProfile,
  confirmIdentity,
  findMailLink,
  forgotPassword,
  getMe,
  listSessions,
  makeAdmin,
  registerAccount,
  resetPassword,
  signIn,
  verifyEmail,
} from '../index.ts'

const Accounts = suite('accounts', {} as AccountWorld)
Accounts.before(async (w) => void Object.assign(w, await accountWorld()))
Accounts.after((w) => w.drop())

const OTHER_PASSWORD = 'seven quiet herons upriver'
const enter = (w: AccountWorld, email: string, password = PASSWORD, now = new Date()) =>
  signIn(w.as(ANYBODY, { now }), { email, password, channel: 'api' })
const minutesOn = (minutes: number): Date => new Date(Date.now() + minutes * 60_000)

Accounts('[ACCOUNT-1] an account exists once its mailbox is proven, and opens a session', async (w) => {
  const email = 'nadia@example.org'
  const { registration } = await registerAccount(w.as(ANYBODY), { name: 'Nadia', email, password: PASSWORD })
  await w.work()
  await refused(enter(w, email), 'wrong_credentials')
  const token = await w.tokenFor(email)
  assert.is((await findMailLink(w.as(ANYBODY), { token })).purpose, 'register')
  const { signedIn } = await verifyEmail(w.as(ANYBODY), { token, registration, channel: 'api' })
  assert.ok(signedIn)
  const me = await getMe(await w.asUser(signedIn))
  assert.equal([me.email, me.emailVerified, me.hasPassword, me.secondFactors], [email, true, true, []])
  assert.is(await outcomeOf(enter(w, email)), 'kept')
})

Accounts('[ACCOUNT-1] a link is used once, whoever presses twice, and is over after a day', async (w) => {
  const email = 'twice@example.org'
  const { registration } = await registerAccount(w.as(ANYBODY), { name: 'Twice', email, password: PASSWORD })
  await w.work()
  const token = await w.tokenFor(email)
  const press = () => outcomeOf(verifyEmail(w.as(ANYBODY), { token, registration, channel: 'browser' }))
  assert.equal((await Promise.all([press(), press(), press()])).sort(), ['kept', 'link_expired', 'link_expired'])
  assert.is(await press(), 'link_expired')

  const late = await registerAccount(w.as(ANYBODY), { name: 'Late', email: 'late@example.org', password: PASSWORD })
  await w.work()
  const old = await w.tokenFor('late@example.org')
  const input = { token: old, registration: late.registration, channel: 'api' } as const
  await refused(verifyEmail(w.as(ANYBODY, { now: minutesOn(1441) }), input), 'link_expired')
})

Accounts('[ACCOUNT-1] of two registrations of one address, both verified at once, one makes the account', async (w) => {
  const email = 'both@example.org'
  const tokens: string[] = []
  const registrations: string[] = []
  for (const password of [PASSWORD, OTHER_PASSWORD]) {
    registrations.push((await registerAccount(w.as(ANYBODY), { name: 'Both', email, password })).registration)
    await w.work()
    tokens.push(await w.tokenFor(email))
  }
  const outcomes = await Promise.all(
    tokens.map((token, n) =>
      outcomeOf(verifyEmail(w.as(ANYBODY), { token, registration: registrations[n] as string, channel: 'api' })),
    ),
  )
  assert.equal(outcomes.sort(), ['kept', 'link_expired'])
  const entered = await Promise.all([outcomeOf(enter(w, email)), outcomeOf(enter(w, email, OTHER_PASSWORD))])
  assert.equal(entered.sort(), ['kept', 'wrong_credentials'])
})

Accounts('[ACCOUNT-3] somebody else’s registration makes no account in my name with their password', async (w) => {
  const email = 'victim@example.org'
  await registerAccount(w.as(ANYBODY), { name: 'Mallory', email, password: OTHER_PASSWORD })
  await w.work()
  const token = await w.tokenFor(email)
  const open = (more: object) => verifyEmail(w.as(ANYBODY), { token, channel: 'browser', ...more })
  await refused(open({}), 'wrong_credentials')
  await refused(open({ password: PASSWORD }), 'wrong_credentials')
  await refused(open({ registration: 'x'.repeat(43) }), 'wrong_credentials')
  await refused(enter(w, email, OTHER_PASSWORD), 'wrong_credentials')
  assert.is(await outcomeOf(open({ password: OTHER_PASSWORD })), 'kept')
})

Accounts('[ACCOUNT-2] known and unknown addresses are answered the same after the same hashing', async (w) => {
  await w.join('known@example.org')
  const cost = async (work: () => Promise<unknown>): Promise<[string, number]> => {
    const before = w.hashes()
    return [await outcomeOf(work()), w.hashes() - before]
  }
  for (const email of ['known@example.org', 'unknown@example.org']) {
    assert.equal(await cost(() => enter(w, email, OTHER_PASSWORD)), ['wrong_credentials', 1], email)
    assert.equal(await cost(() => forgotPassword(w.as(ANYBODY), { email })), ['kept', 0], email)
    const registered = () => registerAccount(w.as(ANYBODY), { name: 'Someone', email, password: OTHER_PASSWORD })
    assert.equal(await cost(registered), ['kept', 1], email)
    assert.equal(Object.keys(await registered()), ['sentTo', 'registration'])
  }
  await w.work()
  const subjects = (await w.mailsTo('known@example.org')).map(({ subject }) => subject)
  assert.ok(subjects.includes('You already have a MayaGo account'), subjects.join())
  assert.is(subjects.filter((subject) => subject.startsWith('Confirm')).length, 1, 'only the first registration')
  const strangers = (await w.mailsTo('unknown@example.org')).map(({ subject }) => subject)
  assert.not.ok(strangers.some((subject) => subject.includes('password')))
})

Accounts('[ACCOUNT-2] the queue’s table holds no address, name or password hash', async (w) => {
  await registerAccount(w.as(ANYBODY), { name: 'Quetzal', email: 'queue@example.org', password: PASSWORD })
  await forgotPassword(w.as(ANYBODY), { email: 'queue@example.org' })
  const { rows } = await w.pool.query<{ told: number }>(
    `select count(*)::int as told from pgboss.job where data::text ~* 'quetzal|queue@example|argon2'`,
  )
  assert.is(rows[0]?.told, 0)
  await w.work()
})

Accounts('[PASSWORD-4] a reset needs its mail, works once, and ends every session', async (w) => {
  const email = 'reset@example.org'
  const first = await w.join(email)
  await forgotPassword(w.as(ANYBODY), { email })
  await w.work()
  const token = await w.tokenFor(email)
  await refused(resetPassword(w.as(ANYBODY), { token, password: 'reset@example.org' }), 'password_refused')
  const reset = () => outcomeOf(resetPassword(w.as(ANYBODY), { token, password: OTHER_PASSWORD }))
  assert.equal((await Promise.all([reset(), reset()])).sort(), ['kept', 'link_expired'])
  await refused(w.asUser(first), 'token_invalid')
  await refused(enter(w, email), 'wrong_credentials')
  assert.is(await outcomeOf(enter(w, email, OTHER_PASSWORD)), 'kept')
  await w.work()
  assert.ok((await w.mailsTo(email)).some(({ subject }) => subject === 'Your MayaGo password was changed'))
})

Accounts('[PASSWORD-4] two links to one account used at once: one sets the password, the other is void', async (w) => {
  const email = 'resets@example.org'
  await w.join(email)
  const tokens: string[] = []
  for (let n = 0; n < 2; n++) {
    await forgotPassword(w.as(ANYBODY), { email })
    await w.work()
    tokens.push(await w.tokenFor(email))
  }
  const outcomes = await Promise.all(
    tokens.map((token) => outcomeOf(resetPassword(w.as(ANYBODY), { token, password: OTHER_PASSWORD }))),
  )
  assert.equal(outcomes.sort(), ['kept', 'link_expired'])
})

Accounts('[PASSWORD-4] who changes the password stays, everybody else is out', async (w) => {
  const email = 'change@example.org'
  const other = await w.join(email)
  const mine = await enter(w, email)
  const ctx = await w.asUser(mine)
  await refused(
    changePassword(ctx, { currentPassword: 'not the right one', newPassword: OTHER_PASSWORD }),
    'wrong_credentials',
  )
  await changePassword(ctx, { currentPassword: PASSWORD, newPassword: OTHER_PASSWORD })
  await w.asUser(mine)
  await refused(w.asUser(other), 'token_invalid')
})

Accounts('[ACCESS-1] an old sign-in changes neither password nor address until it is shown again', async (w) => {
  const mine = await w.join('old@example.org')
  const later = async () => ({ ...(await w.asUser(mine)), now: minutesOn(16) })
  await refused(changePassword(await later(), { newPassword: OTHER_PASSWORD }), 'sign_in_again')
  await refused(changeEmail(await later(), { email: 'new@example.org' }), 'sign_in_again')
  await confirmIdentity(await later(), { password: PASSWORD })
  assert.is(await outcomeOf(changeEmail(await later(), { email: 'new@example.org' })), 'kept')
})

Accounts('[ACCOUNT-3] an address changes when the new mailbox says so, and the old one hears of it', async (w) => {
  const mine = await w.join('before@example.org')
  await changeEmail(await w.asUser(mine), { email: 'after@example.org' })
  await w.work()
  assert.match((await w.mailsTo('before@example.org'))[0]?.subject ?? '', /about to change/)
  const token = await w.tokenFor('after@example.org')
  const verified = await verifyEmail(w.as(ANYBODY), { token, channel: 'browser' })
  assert.equal([verified.purpose, verified.signedIn], ['change_email', null])
  assert.is((await getMe(await w.asUser(mine))).email, 'after@example.org')
  await refused(enter(w, 'before@example.org'), 'wrong_credentials')

  await w.join('taken@example.org')
  await changeEmail(await w.asUser(mine), { email: 'taken@example.org' })
  await w.work()
  assert.is((await w.mailsTo('taken@example.org'))[0]?.subject, 'You already have a MayaGo account')
})

Accounts('[FIELD-1] a phone is told to its owner and sealed in the table', async (w) => {
  const mine = await w.join('phone@example.org')
  const ctx = await w.asUser(mine)
  const phone = '+529991234567'
  assert.is((await changeProfile(ctx, { phone, locale: 'es' })).phone, phone)
  const { rows } = await w.pool.query<{ sealed: string }>(
    `select phone_sealed as sealed from users where email = 'phone@example.org'`,
  )
  assert.match(rows[0]?.sealed ?? '', /^v1\./)
  assert.is((await changeProfile(ctx, { name: 'N.' })).phone, phone, 'what is left out stays')
  assert.is((await changeProfile(ctx, { phone: null })).phone, null)
})

Accounts('[ACCESS-1] nobody’s and a partner’s account is nobody’s to read', async (w) => {
  await refused(getMe(w.as(ANYBODY)), 'sign_in_required')
  await refused(listSessions(w.guest()), 'sign_in_required')
})

Accounts('[ACCESS-1] an admin is made by command and by nobody else; who was signed in signs in anew', async (w) => {
  const email = 'chief@example.org'
  const mine = await w.join(email)
  await refused(makeAdmin(await w.asUser(mine), { email, name: 'Chief' }), 'not_allowed')
  const token = await makeAdmin(w.as(), { email, name: 'Chief' })
  await refused(w.asUser(mine), 'token_invalid')
  await resetPassword(w.as(ANYBODY), { token, password: OTHER_PASSWORD })
  const me = await getMe(await w.asUser(await enter(w, email, OTHER_PASSWORD)))
  assert.equal([me.role, me.name], ['admin', 'Nadia Haddad'])
  await resetPassword(w.as(ANYBODY), {
    token: await makeAdmin(w.as(), { email: 'new@chief.example', name: 'New' }),
    password: PASSWORD,
  })
  assert.is((await getMe(await w.asUser(await enter(w, 'new@chief.example')))).role, 'admin')
})

Accounts.run()
