import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { inTransaction } from '@mayago/core/context.ts'
import { endSessions, markEnded, openSession, toSignedIn } from '@mayago/core/identity/index.ts'
import { makeUser } from '@mayago/core/partners/testing/partnerWorld.ts'
import type { UserId } from '@mayago/kernel/ids.ts'
import { apiWorld, type ApiWorld } from '../../../test/apiWorld.ts'
import { openBrowser, type Browser } from '../../../test/browser.ts'

interface Acting {
  root: UserId
  ana: UserId
  browser: Browser
}

const Acts = suite<ApiWorld>('the browser of an admin who acts as somebody')
Acts.before(async (w) => void Object.assign(w, await apiWorld()))
Acts.after((w) => w.drop())

const startActing = async (w: ApiWorld): Promise<Acting> => {
  const [root, ana] = [await makeUser(w, { role: 'admin', name: 'Root' }), await makeUser(w, { name: 'Ana Peña' })]
  const opened = await inTransaction(w.as(), (tx) =>
    openSession(tx, { userId: root, channel: 'browser', secondFactor: true }),
  )
  const { accessToken, refreshToken } = await toSignedIn(w.as(), opened)
  const browser = openBrowser(w.url, { mayago_access: accessToken, mayago_refresh: refreshToken })
  const begun = await browser.send(`/admin/users/${ana}?/actAs`)
  assert.is(begun.headers.get('location'), '/account', await begun.text())
  assert.match(await (await browser.ask('/')).text(), 'You are acting as Ana Peña')
  return { root, ana, browser }
}

/** What an hour does, what the browser does after it, and what the person does who is acted as. */
const ENDS: Record<string, (w: ApiWorld, acting: Acting) => Promise<void>> = {
  'it ran out': async (w, { ana }) => {
    const { rows } = await w.pool.query<{ id: string }>(
      `update sessions set expires_at = now() - interval '1 second' where user_id = $1 returning id`,
      [ana],
    )
    for (const { id } of rows) await w.ports.marks.delete(`session:${id}`)
  },
  'its cookies ran out': (_, { browser }) => {
    browser.jar.delete('mayago_access')
    browser.jar.delete('mayago_refresh')
    return Promise.resolve()
  },
  'somebody ended it': (w, { ana }) => endAll(w, ana),
}

const endAll = async (w: ApiWorld, userId: UserId): Promise<void> =>
  markEnded(w.as(), await inTransaction(w.as(), (tx) => endSessions(tx, { userId }, 'revoked')))

const sessionCookies = ({ jar }: Browser): string[] => [...jar.keys()].filter((name) => name !== 'mayago_guest').sort()

const nameOf = async (w: ApiWorld, userId: UserId): Promise<string> =>
  (await w.pool.query<{ name: string }>('select name from users where id = $1', [userId])).rows[0]?.name ?? ''

for (const [how, end] of Object.entries(ENDS)) {
  Acts(`[ADMIN-4] when ${how}, the browser is the admin’s own again, and says so`, async (w) => {
    const acting = await startActing(w)
    await end(w, acting)
    const { browser } = acting
    assert.is((await browser.ask('/bookings')).headers.get('location'), '/admin/back')
    assert.is((await browser.ask('/admin/back')).headers.get('location'), '/admin?back=1')
    const page = await (await browser.ask('/admin?back=1')).text()
    assert.match(page, 'You no longer act as somebody')
    assert.not.match(page, 'You are acting as')
    assert.equal(sessionCookies(browser), ['mayago_access', 'mayago_refresh'])
  })

  Acts(`[ADMIN-4] when ${how} and the admin’s own session is over too, they are asked to sign in`, async (w) => {
    const acting = await startActing(w)
    await end(w, acting)
    await endAll(w, acting.root)
    const { browser } = acting
    await browser.ask('/bookings')
    const location = (await browser.ask('/admin/back')).headers.get('location') ?? ''
    assert.is(location, '/account/sign-in?back=1&next=%2Fadmin')
    const page = await (await browser.ask(location)).text()
    assert.match(page, 'Your own session has ended too')
    assert.equal(sessionCookies(browser), [])
  })
}

Acts('[ADMIN-4] what was meant in the other’s name is not done in the admin’s', async (w) => {
  const acting = await startActing(w)
  await endAll(w, acting.ana)
  const { browser, root } = acting
  const sent = await browser.send('/account?/profile', { name: 'Somebody Else' })
  assert.is(sent.headers.get('location'), '/admin/back')
  const byScript = await browser.ask('/account?/profile', {
    method: 'POST',
    body: new URLSearchParams({ name: 'Somebody Else' }),
    headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
  })
  assert.equal(await byScript.json(), { type: 'redirect', status: 303, location: '/admin/back' })
  const data = await browser.ask('/bookings/__data.json', { headers: { accept: '*/*' } })
  assert.equal(await data.json(), { type: 'redirect', location: '/admin/back' })
  const api = await browser.ask('/api/v1/me', { headers: { accept: 'application/json' } })
  assert.is(api.status, 401, 'what scripts fetch on the side is nobody’s')
  assert.is(await nameOf(w, root), 'Root')
})

Acts('[ADMIN-4] to stop what has ended is to be oneself; to sign out is to be nobody', async (w) => {
  const stopping = await startActing(w)
  await endAll(w, stopping.ana)
  assert.is((await stopping.browser.send('/admin/stop')).headers.get('location'), '/admin/back')
  const leaving = await startActing(w)
  await endAll(w, leaving.ana)
  await leaving.browser.send('/account/sign-out')
  assert.is(leaving.browser.jar.get('mayago_aside'), undefined)
})

Acts.run()
