import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { apiWorld, type ApiWorld } from '../../../test/apiWorld.ts'

const Cookies = suite<ApiWorld>('cookies')
Cookies.before(async (w) => void Object.assign(w, await apiWorld()))
Cookies.after((w) => w.drop())

/** The cookies of the first form a visitor sends, and of a mail's link, as our proxy says the visitor came. */
const cookiesOver = async (w: ApiWorld, proto: 'http' | 'https'): Promise<string[]> => {
  const origin = w.url.replace('http:', `${proto}:`)
  const headers = { origin, 'x-forwarded-proto': proto, 'content-type': 'application/x-www-form-urlencoded' }
  const themed = await fetch(`${w.url}/preferences`, {
    method: 'POST',
    redirect: 'manual',
    headers,
    body: 'theme=dark',
  })
  const bookingId = crypto.randomUUID()
  const link = w.as().services.signer.bookingLink(bookingId, '2026-01-01', new Date(Date.now() + 60_000))
  const linked = await fetch(`${w.url}/bookings/${bookingId}?link=${link}`, { redirect: 'manual', headers })
  return [themed, linked].flatMap((answer) => answer.headers.getSetCookie())
}
const namesOf = (cookies: readonly string[]): string[] => cookies.map((cookie) => cookie.split('=', 1)[0] ?? '').sort()

Cookies('over https the names promise that they are Secure and ours', async (w) => {
  const cookies = await cookiesOver(w, 'https')
  assert.equal(namesOf(cookies), ['__Host-mayago_guest', '__Host-mayago_theme', '__Secure-mayago_link'])
  for (const cookie of cookies) {
    assert.match(cookie, /; HttpOnly/i)
    assert.match(cookie, /; Secure/i)
    assert.not.match(cookie, /; Domain/i)
    if (cookie.startsWith('__Host-')) assert.match(cookie, /; Path=\/(;|$)/)
  }
})

Cookies('over http browsers would refuse such names, so they are plain', async (w) => {
  const cookies = await cookiesOver(w, 'http')
  assert.equal(namesOf(cookies), ['mayago_guest', 'mayago_link', 'mayago_theme'])
  for (const cookie of cookies) assert.not.match(cookie, /; Secure/i)
})

Cookies.run()
