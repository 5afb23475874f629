import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { refuse } from '@mayago/kernel/errors.ts'
import { makeUser } from '@mayago/core/partners/testing/partnerWorld.ts'
import type { IssuerClaims, IssuerPort } from '@mayago/core/ports/issuers.ts'
import { apiWorld, type ApiWorld } from '../../../../test/apiWorld.ts'
import { openBrowser, type Browser } from '../../../../test/browser.ts'
import { mailedToken } from '../../../../test/mailedToken.ts'

interface World extends ApiWorld {
  /** What Facebook does next: tells who it is, hears a no, lies, or is away. */
  facebook: IssuerClaims | 'no' | 'lies' | 'away'
  browser: Browser
}

const Issuers = suite('signing in elsewhere, page by page', {} as World)
Issuers.before(async (w) => {
  Object.assign(w, await apiWorld())
  const facebook: IssuerPort = {
    begin: async () => {
      if (w.facebook === 'away') throw refuse('issuer_unavailable', { issuer: 'facebook' })
      return { url: 'https://facebook.test/', remember: { state: 'asked', verifier: 'v', nonce: null } }
    },
    finish: async () => {
      if (typeof w.facebook !== 'string') return w.facebook
      if (w.facebook === 'no') return null
      throw refuse('token_invalid', {})
    },
  }
  Object.assign(w.ports, { issuers: { facebook } })
})
Issuers.before.each((w) => void (w.browser = openBrowser(w.url)))
Issuers.after((w) => w.drop())

const claims = (email: string | null): IssuerClaims => ({
  subject: email ?? 'nobody',
  email,
  emailProof: 'none',
  name: 'Nadia Haddad',
})

/** From the button until the browser is back; the path it is led to in the end. */
const goThere = async ({ browser }: World, button: string): Promise<string> => {
  let answer = await browser.ask(button)
  if (answer.headers.get('location') === 'https://facebook.test/')
    answer = await browser.ask('/account/sign-in/facebook/callback?state=asked&code=any')
  const path = answer.headers.get('location') ?? ''
  // Issuers know one address to send back to: it goes on in the language in which it began.
  if (!path.includes('/callback')) return path
  return (await browser.ask(path)).headers.get('location') ?? ''
}

/** What a person reads: the page without its tags. */
const textOf = async ({ browser }: World, path: string): Promise<string> =>
  (await (await browser.ask(path)).text()).replaceAll(/<[^>]*>/g, '')

Issuers('[ACCOUNT-1] who registers over the mailed link is led where they wanted to go', async (w) => {
  const email = 'new.at.facebook@example.org'
  w.facebook = claims(email)
  assert.is(await goThere(w, '/account/sign-in/facebook?next=/bookings'), '/account/mailed?for=register')
  const { token } = await mailedToken(w, 'account.sendRegistration', email)
  const verified = await w.browser.send(`/account/verify?token=${token}`)
  assert.is(verified.headers.get('location'), '/bookings')
  assert.not(w.browser.jar.has('mayago_next'), 'once')
})

Issuers('[ACCOUNT-2] whose address has an account is told by mail to sign in, and is led there too', async (w) => {
  const email = 'known.at.facebook@example.org'
  await makeUser(w, {
    email,
    password_hash: await w.as().services.passwords.hash('violet harbour 41 lanterns'),
  })
  w.facebook = claims(email)
  assert.is(await goThere(w, '/account/sign-in/facebook?next=/bookings'), '/account/mailed?for=register')
  const form = { email, password: 'violet harbour 41 lanterns' }
  assert.is((await w.browser.send('/account/sign-in', form)).headers.get('location'), '/bookings')
  assert.not(w.browser.jar.has('mayago_next'), 'once')
})

Issuers('[FEDERATION-8] what was wanted once is not wanted with the next press', async (w) => {
  w.facebook = claims('twice.at.facebook@example.org')
  await goThere(w, '/account/sign-in/facebook?next=/bookings')
  await goThere(w, '/account/sign-in/facebook')
  assert.not(w.browser.jar.has('mayago_next'))
})

const ELSEWHERE = ['//evil.example', 'https://evil.example/', '/\\evil.example', '/%09/evil.example']

for (const [at, next] of ELSEWHERE.entries())
  Issuers(`[FEDERATION-8] the mailed link leads to a path of ours: not to ${next}, asked for or planted`, async (w) => {
    for (const planted of [false, true]) {
      const email = `evil.${at}.${String(planted)}@example.org`
      w.browser = openBrowser(w.url)
      w.facebook = claims(email)
      await goThere(w, `/account/sign-in/facebook?next=${encodeURIComponent(next)}`)
      if (planted) w.browser.jar.set('mayago_next', encodeURIComponent(next))
      const { token } = await mailedToken(w, 'account.sendRegistration', email)
      const location = (await w.browser.send(`/account/verify?token=${token}`)).headers.get('location') ?? 'nowhere'
      assert.is(new URL(location, w.url).origin, w.url)
      assert.match(location, /^\/(?![/\\])/)
    }
  })

/** Each way that ends without a session, and what its page says in Spanish. */
const SPANISH: Record<string, { facebook: World['facebook']; path: RegExp; says: string }> = {
  'a mail is on its way': {
    facebook: claims('ana.en.facebook@example.org'),
    path: /^\/es\/account\/mailed\?for=register$/,
    says: 'Mira tu correo',
  },
  'it told no address': {
    facebook: claims(null),
    path: /^\/es\/account\/register\?said=no_email$/,
    says: 'Facebook no nos dio ninguna dirección de correo.',
  },
  'its answer proves nothing': {
    facebook: 'lies',
    path: /^\/es\/account\/sign-in\?said=token_invalid$/,
    says: 'Ese inicio de sesión no se completó.',
  },
  'it is away': {
    facebook: 'away',
    path: /^\/es\/account\/sign-in\?said=issuer_unavailable$/,
    says: 'no responde en este momento',
  },
  'the person said no': { facebook: 'no', path: /^\/es\/account\/sign-in\?next=/, says: 'Continuar con Facebook' },
}

for (const [what, { facebook, path, says }] of Object.entries(SPANISH))
  Issuers(`in Spanish, when ${what}, the page says so in Spanish and still knows where to go`, async (w) => {
    w.facebook = facebook
    const led = await goThere(w, '/es/account/sign-in/facebook?next=/es/bookings')
    assert.match(led, path)
    const text = await textOf(w, led)
    assert.match(text, says)
    assert.is(w.browser.jar.get('mayago_next'), encodeURIComponent('/es/bookings'))
  })

Issuers.run()
