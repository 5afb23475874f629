import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isRefusal, type RefusalCode } from '@mayago/kernel/errors.ts'
import { accountWorld, ANYBODY, PASSWORD, type AccountWorld } from '../testing/accountWorld.fixture.ts'
import { getMe, registerAccount, signIn, signOut, verifyEmail } from '../index.ts'

const Accounts = suite('accounts', {} as AccountWorld)
Accounts.before(async (w) => void Object.assign(w, await accountWorld()))
Accounts.after((w) => w.drop())

export const refused = async (work: Promise<unknown>, code: RefusalCode): Promise<void> => {
  const said = await work.then(
    () => 'nothing',
    (error: unknown) => (isRefusal(error) ? error.code : String(error)),
  )
  assert.is(said, code)
}

Accounts('[ACCOUNT-1] an account exists once its mailbox is proven, and opens a session', async (w) => {
  const email = 'nadia@example.org'
  const { registration } = await registerAccount(w.as(ANYBODY), { name: 'Nadia', email, password: PASSWORD })
  await w.work()
  await refused(signIn(w.as(ANYBODY), { email, password: PASSWORD, channel: 'api' }), 'wrong_credentials')
  const token = await w.tokenFor(email)
  const { signedIn } = await verifyEmail(w.as(ANYBODY), { token, registration, channel: 'api' })
  assert.ok(signedIn)
  const me = await getMe(await w.asUser(signedIn))
  assert.is(me.email, email)
  assert.is(me.emailVerified, true)
  const again = await signIn(w.as(ANYBODY), { email, password: PASSWORD, channel: 'api' })
  await signOut(await w.asUser(again))
  await refused(w.asUser(again), 'token_invalid')
  await w.asUser(signedIn)
})

Accounts.run()
