import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { AUDIT_ACTIONS, recordAct } from '@mayago/core/audit/index.ts'
import { inTransaction } from '@mayago/core/context.ts'
import { openSession, toSignedIn } from '@mayago/core/identity/index.ts'
import { makeUser } from '@mayago/core/partners/testing/partnerWorld.ts'
import type { UserId } from '@mayago/kernel/ids.ts'
import { apiWorld, type ApiWorld } from '../../../test/apiWorld.ts'
import { openBrowser, type Browser } from '../../../test/browser.ts'
import en from '../../messages/en.json' with { type: 'json' }
import es from '../../messages/es.json' with { type: 'json' }

const Spanish = suite<ApiWorld>('the pages of the house in Spanish')
Spanish.before(async (w) => void Object.assign(w, await apiWorld()))
Spanish.after((w) => w.drop())

const browserOf = async (w: ApiWorld, userId: UserId, secondFactor: boolean): Promise<Browser> => {
  const opened = await inTransaction(w.as(), (tx) => openSession(tx, { userId, channel: 'browser', secondFactor }))
  const { accessToken, refreshToken } = await toSignedIn(w.as(), opened)
  return openBrowser(w.url, { mayago_access: accessToken, mayago_refresh: refreshToken })
}

/** What a person reads: the page without its scripts and tags. */
const textOf = async (browser: Browser, path: string): Promise<string> => {
  const html = await (await browser.ask(path)).text()
  return html.replaceAll(/<(script|style)[^]*?<\/\1>/g, '').replaceAll(/<[^>]*>/g, ' ')
}

Spanish('every act has a name of its own in both languages, and the log shows it', async (w) => {
  const root = await makeUser(w, { role: 'admin' })
  await inTransaction(w.as(), async (tx) => {
    for (const action of AUDIT_ACTIONS) await recordAct(tx, action, `user:${root}`)
  })
  const browser = await browserOf(w, root, true)
  for (const [path, messages] of [
    ['/admin/audit', en],
    ['/es/admin/audit', es],
  ] as const) {
    const text = await textOf(browser, path)
    const names = AUDIT_ACTIONS.map((action) => {
      const key = `act_${action.replace('.', '_').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`
      return (messages as unknown as Record<string, string>)[key] ?? `${key} is missing`
    })
    assert.is(new Set(names).size, AUDIT_ACTIONS.length)
    for (const name of names) assert.match(text, name)
    for (const action of AUDIT_ACTIONS) assert.not.ok(text.includes(action), `${action} is shown raw`)
  }
})

Spanish('days and moments are written as the language writes them', async (w) => {
  const root = await makeUser(w, { role: 'admin' })
  const ana = await makeUser(w, {
    created_at: '2027-05-03T10:00:00Z',
    suspended_at: '2027-08-09T23:30:00Z',
    suspended_reason: 'test',
  })
  const browser = await browserOf(w, root, true)
  const [english, spanish] = [
    await textOf(browser, `/admin/users/${ana}`),
    await textOf(browser, `/es/admin/users/${ana}`),
  ]
  assert.match(english, 'Account since 3 May 2027')
  assert.match(english, 'Suspended since 9 Aug 2027')
  assert.match(spanish, '3 may 2027')
  assert.match(spanish, '9 ago 2027')
  const again = await textOf(browser, `/es/admin/users/${ana}`)
  assert.match(again, /\d{1,2} \p{L}+ \d{4}, \d\d:\d\d:\d\d UTC/u)
  for (const text of [english, again]) assert.not.match(text, /\d{4}-\d\d-\d\d/)
})

Spanish('staff without a second step are told in Spanish to set one up, and are led back', async (w) => {
  const browser = await browserOf(w, await makeUser(w, { role: 'admin' }), false)
  const location = (await browser.ask('/es/admin')).headers.get('location') ?? ''
  assert.is(location, '/es/account/security?next=%2Fes%2Fadmin')
  assert.match(await textOf(browser, location), es.security_required)
})

Spanish('staff whose sign-in is old confirm it in Spanish before they change an account', async (w) => {
  const root = await makeUser(w, { role: 'admin' })
  const browser = await browserOf(w, root, true)
  await w.pool.query(`update sessions set signed_in_at = now() - interval '1 hour' where user_id = $1`, [root])
  const ana = await makeUser(w)
  const asked = await browser.send(`/es/admin/users/${ana}?/suspend`, { reason: 'fraude' })
  const location = asked.headers.get('location') ?? ''
  assert.match(location, /^\/es\/account\/security\/confirm\?next=%2Fes%2Fadmin%2Fusers%2F/)
  assert.match(await textOf(browser, location), es.confirm_title)
})

Spanish.run()
