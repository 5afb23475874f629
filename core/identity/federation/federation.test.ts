import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isRefusal, type RefusalCode } from '@mayago/kernel/errors.ts'
import { openFacebook } from '../../adapters/facebook/openFacebook.ts'
import { openGoogle } from '../../adapters/google/openGoogle.ts'
import type { Ctx } from '../../context.ts'
import type { IssuerName } from '../../ports/issuers.ts'
import {
  beginIssuerSignIn,
  finishIssuerSignIn,
  getMe,
  listConnections,
  unlinkIssuer,
  verifyEmail,
  type IssuerOutcome,
  type SignedIn,
} from '../index.ts'
import { accountWorld, ANYBODY, type AccountWorld } from '../testing/accountWorld.fixture.ts'
import { startFacebook, type TestFacebook } from './testing/startFacebook.fixture.ts'
import { CLIENT, pressYes, startIssuer, type Person, type TestIssuer } from './testing/startIssuer.fixture.ts'
import { startLiar, type Liar, type Lie } from './testing/startLiar.fixture.ts'

interface World extends AccountWorld {
  google: TestIssuer
  facebook: TestFacebook
  liar: Liar
  /** Somebody's context with the issuers of this test. */
  by(over?: Partial<Ctx>, google?: string): Promise<Ctx>
}
const Federation = suite('federation', {} as World)
const CALLBACK = 'http://localhost:3000/account/sign-in/google/callback'

Federation.before(async (w) => {
  Object.assign(w, await accountWorld())
  w.google = await startIssuer(CALLBACK)
  w.facebook = await startFacebook()
  w.liar = await startLiar()
  const facebook = await openFacebook({ ...CLIENT, apiBase: w.facebook.url, dialogBase: w.facebook.url })
  const googles = new Map<string, Awaited<ReturnType<typeof openGoogle>>>()
  w.by = async (over = {}, issuer = w.google.url) => {
    const google = googles.get(issuer) ?? (await openGoogle({ ...CLIENT, issuer }))
    googles.set(issuer, google)
    const ctx = w.as(ANYBODY, over)
    return { ...ctx, ports: { ...ctx.ports, issuers: { google, facebook } } }
  }
})
Federation.after(async (w) => {
  await Promise.all([w.google.stop(), w.facebook.stop(), w.liar.stop()])
  await w.drop()
})

const refusalOf = (work: Promise<unknown>): Promise<RefusalCode | string> =>
  work.then(
    () => 'nothing was refused',
    (error: unknown) => (isRefusal(error) ? error.code : String(error)),
  )

/** From the button until the browser is back: what it brings along. */
const goThere = async (w: World, ctx: Ctx, issuer: IssuerName, connect = false) => {
  const { url, ticket } = await beginIssuerSignIn(ctx, { issuer, connect })
  const back = new URL(await pressYes(url, issuer === 'google' ? w.google.url : w.facebook.url))
  return { issuer, ticket, search: back.search, channel: 'browser' as const, back }
}
const signInBy = async (w: World, issuer: IssuerName, ctx?: Ctx): Promise<IssuerOutcome> => {
  const asked = ctx ?? (await w.by())
  return finishIssuerSignIn(asked, await goThere(w, asked, issuer))
}
const opened = (outcome: IssuerOutcome): SignedIn => {
  assert.is(outcome.kind, 'signedIn', JSON.stringify(outcome))
  return (outcome as IssuerOutcome & { kind: 'signedIn' }).signedIn
}
const person = (over: Partial<Person> & { subject: string }): Person => ({
  email: `${over.subject}@gmail.com`,
  emailVerified: true,
  name: 'Nadia Haddad',
  ...over,
})

Federation(
  '[FEDERATION-4] a free address that Google checked makes a verified account, and the next time is the same one',
  async (w) => {
    w.google.somebody(person({ subject: 'new-1', email: 'nadia.new@example.org' }))
    const first = opened(await signInBy(w, 'google'))
    const me = await getMe(await w.asUser(first))
    assert.equal(
      [me.email, me.emailVerified, me.hasPassword, me.name],
      ['nadia.new@example.org', true, false, 'Nadia Haddad'],
    )
    const again = opened(await signInBy(w, 'google'))
    assert.is(again.userId, first.userId)
    assert.is.not(again.sessionId, first.sessionId)
  },
)

Federation(
  '[FEDERATION-3] an address that changes at the issuer changes nothing here, and gives nobody else the account',
  async (w) => {
    w.google.somebody(person({ subject: 'moves-1' }))
    const first = opened(await signInBy(w, 'google'))
    w.google.somebody(person({ subject: 'moves-1', email: 'moved@gmail.com' }))
    assert.is(opened(await signInBy(w, 'google')).userId, first.userId)
    assert.is((await getMe(await w.asUser(first))).email, 'moves-1@gmail.com')
  },
)

Federation(
  '[FEDERATION-5] an account with the same verified address is joined where Google runs the mailbox, and its owner is told',
  async (w) => {
    for (const [email, hd] of [['owner@gmail.com'], ['owner@club.example', 'club.example']] as const) {
      const account = await w.join(email)
      w.google.somebody(person({ subject: `owner-${email}`, email, ...(hd ? { hd } : {}) }))
      assert.is(opened(await signInBy(w, 'google')).userId, account.userId)
      await w.work()
      assert.match((await w.mailsTo(email))[0]?.subject ?? '', /Google now signs in/)
    }
  },
)

Federation(
  '[FEDERATION-5] Google’s word about a mailbox it does not run joins no account: a mail says what to do',
  async (w) => {
    const email = 'someone@elsewhere.example'
    const account = await w.join(email)
    for (const over of [{}, { hd: 'another.example' }, { emailVerified: false }]) {
      w.google.somebody(person({ subject: 'old-owner', email, ...over }))
      const outcome = await signInBy(w, 'google')
      assert.is(outcome.kind, 'mailed')
    }
    await w.work()
    assert.match((await w.mailsTo(email))[0]?.subject ?? '', /already have a MayaGo account/)
    const { items } = await listConnections(await w.asUser(account))
    assert.equal(items, [])
  },
)

Federation('[FEDERATION-5] an unverified e-mail equal to an existing account opens nothing', async (w) => {
  const account = await w.join('victim@gmail.com')
  w.google.somebody(person({ subject: 'attacker-1', email: 'victim@gmail.com', emailVerified: false }))
  assert.is((await signInBy(w, 'google')).kind, 'mailed')
  w.facebook.somebody({ id: 'attacker-2', name: 'Not Nadia', email: 'victim@gmail.com' })
  assert.is((await signInBy(w, 'facebook')).kind, 'mailed')
  await w.work()
  assert.equal((await listConnections(await w.asUser(account))).items, [])
})

Federation(
  '[ACCOUNT-2] Facebook’s addresses are proven by mail, and known and unknown ones are answered the same',
  async (w) => {
    await w.join('known@example.org')
    const shapes: string[] = []
    for (const email of ['known@example.org', 'unknown@example.org']) {
      w.facebook.somebody({ id: `fb-${email}`, name: 'Nadia Haddad', email })
      const outcome = await signInBy(w, 'facebook')
      shapes.push(`${outcome.kind} ${Object.keys(outcome).join()}`)
      if (email.startsWith('known') || outcome.kind !== 'mailed') continue
      await w.work()
      const token = await w.tokenFor(email)
      const stranger = verifyEmail(w.as(ANYBODY), { token, channel: 'browser' })
      assert.is(await refusalOf(stranger), 'wrong_credentials', 'another browser does not finish it')
      const { registration } = outcome
      const { signedIn } = await verifyEmail(w.as(ANYBODY), { token, registration, channel: 'browser' })
      assert.ok(signedIn)
      assert.is(opened(await signInBy(w, 'facebook')).userId, signedIn.userId)
    }
    assert.is(shapes[0], shapes[1])
  },
)

Federation('who has no address at Facebook is told so; who says no comes back as they were', async (w) => {
  w.facebook.somebody({ id: 'fb-none', name: 'Nadia Haddad' })
  assert.is((await signInBy(w, 'facebook')).kind, 'noEmail')
  for (const issuer of ['google', 'facebook'] as const) {
    w[issuer].somebody(null)
    assert.is((await signInBy(w, issuer)).kind, 'saidNo', issuer)
  }
})

Federation('[FEDERATION-6] a second factor is asked for as after a password', async (w) => {
  w.google.somebody(person({ subject: 'careful-1' }))
  const { userId } = opened(await signInBy(w, 'google'))
  await w.pool.query(
    `insert into totp_factors (user_id, secret_sealed, created_at, confirmed_at) values ($1, 'sealed', now(), now())`,
    [userId],
  )
  assert.is((await signInBy(w, 'google')).kind, 'secondFactor')
})

Federation(
  '[FEDERATION-6] an issuer is connected and taken off from the account, but the last way in stays',
  async (w) => {
    const account = await w.join('connects@example.org')
    const ctx = await w.by({ actor: (await w.asUser(account)).actor })
    w.google.somebody(person({ subject: 'connects-1', email: 'another.address@gmail.com' }))
    assert.is((await finishIssuerSignIn(ctx, await goThere(w, ctx, 'google', true))).kind, 'connected')
    const { items, available } = await listConnections(ctx)
    assert.equal([items.map(({ issuer }) => issuer), available], [['google'], ['facebook']])
    assert.is(opened(await signInBy(w, 'google')).userId, account.userId)
    await unlinkIssuer(ctx, { issuer: 'google' })
    assert.is(await refusalOf(unlinkIssuer(ctx, { issuer: 'google' })), 'not_found')

    w.google.somebody(person({ subject: 'only-google' }))
    const only = await w.by({ actor: (await w.asUser(opened(await signInBy(w, 'google')))).actor })
    assert.is(await refusalOf(unlinkIssuer(only, { issuer: 'google' })), 'last_way_in')
    assert.is((await listConnections(only)).items.length, 1, 'and it is still there')
  },
)

Federation('an identity of another account is not taken over by connecting it', async (w) => {
  w.google.somebody(person({ subject: 'theirs-1' }))
  const theirs = opened(await signInBy(w, 'google'))
  const ctx = await w.by({ actor: (await w.asUser(await w.join('greedy@example.org'))).actor })
  assert.is((await finishIssuerSignIn(ctx, await goThere(w, ctx, 'google', true))).kind, 'taken')
  assert.is(opened(await signInBy(w, 'google')).userId, theirs.userId)
})

Federation('connecting needs the very session that began it', async (w) => {
  const [mine, other] = [await w.join('begins@example.org'), await w.join('finishes@example.org')]
  const begun = await w.by({ actor: (await w.asUser(mine)).actor })
  w.google.somebody(person({ subject: 'swapped-1' }))
  const answer = await goThere(w, begun, 'google', true)
  const finishing = await w.by({ actor: (await w.asUser(other)).actor })
  assert.is(await refusalOf(finishIssuerSignIn(finishing, answer)), 'link_expired')
})

Federation(
  '[FEDERATION-2] an answer is good once: a reused code is refused on our side and by the issuer',
  async (w) => {
    w.google.somebody(person({ subject: 'once-1' }))
    const ctx = await w.by()
    const answer = await goThere(w, ctx, 'google')
    const { remembered } = JSON.parse((await findAttempt(w, answer.ticket)) ?? '') as Attempted
    opened(await finishIssuerSignIn(ctx, answer))
    assert.is(await refusalOf(finishIssuerSignIn(ctx, answer)), 'link_expired')
    // Had we forgotten that, the issuer would not have.
    const again = ctx.ports.issuers.google?.finish(answer.back, remembered) ?? Promise.resolve()
    assert.is(await refusalOf(again), 'token_invalid')
    w.facebook.somebody({ id: 'fb-once', name: 'Nadia', email: 'fb.once@example.org' })
    const facebook = await goThere(w, ctx, 'facebook')
    await finishIssuerSignIn(ctx, facebook)
    assert.is(await refusalOf(finishIssuerSignIn(ctx, facebook)), 'link_expired')
  },
)

Federation('[FEDERATION-2] state of another browser: refused, and it uses nothing up', async (w) => {
  w.google.somebody(person({ subject: 'two-browsers' }))
  const ctx = await w.by()
  const [mine, theirs] = [await goThere(w, ctx, 'google'), await goThere(w, ctx, 'google')]
  const crossed = { ...theirs, ticket: mine.ticket }
  assert.is(await refusalOf(finishIssuerSignIn(ctx, crossed)), 'link_expired')
  for (const ticket of ['', 'x'.repeat(43)])
    assert.is(await refusalOf(finishIssuerSignIn(ctx, { ...mine, ticket })), 'link_expired', 'and without a cookie')
  opened(await finishIssuerSignIn(ctx, mine))
  opened(await finishIssuerSignIn(ctx, theirs))
})

Federation(
  '[FEDERATION-1] issuer mix-up: an answer at another issuer’s address, or in another issuer’s name, is refused',
  async (w) => {
    w.google.somebody(person({ subject: 'mixed-1' }))
    const ctx = await w.by()
    const answer = await goThere(w, ctx, 'google')
    assert.is(await refusalOf(finishIssuerSignIn(ctx, { ...answer, issuer: 'facebook' })), 'link_expired')
    const search = answer.search.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Fevil.example')
    assert.is.not(search, answer.search)
    assert.is(await refusalOf(finishIssuerSignIn(ctx, { ...answer, search })), 'token_invalid')
  },
)

interface Attempted {
  remembered: { state: string; nonce: string; verifier: string }
}
const findAttempt = async (w: World, ticket: string): Promise<string | null> => {
  const { hashSecret } = await import('../tokens/secretToken.ts')
  return w.ports.marks.get(`issuer:${hashSecret(ticket)?.toString('base64url')}`)
}

/** Signs in at the issuer that lies, about the question it was really asked. */
const believe = async (w: World, lie: Lie): Promise<RefusalCode | string> => {
  const ctx = await w.by({}, w.liar.url)
  const { url, ticket } = await beginIssuerSignIn(ctx, { issuer: 'google' })
  const asked = new URL(url).searchParams
  w.liar.says(asked.get('nonce') ?? '', lie)
  const search = `?code=any&state=${asked.get('state') ?? ''}`
  return refusalOf(finishIssuerSignIn(ctx, { issuer: 'google', ticket, search, channel: 'browser' }))
}
const now = Math.floor(Date.now() / 1000)
const LIES: Record<string, Lie> = {
  'a wrong nonce': { claims: { nonce: 'another' } },
  'a foreign audience': { claims: { aud: 'another-client' } },
  'two audiences and another authorised party': { claims: { aud: [CLIENT.clientId, 'x'], azp: 'x' } },
  'an expired token': { claims: { iat: now - 7200, exp: now - 3600 } },
  'another issuer’s name': { claims: { iss: 'https://accounts.google.com' } },
  'algorithm none': { signedBy: 'nobody' },
  'a key that is not published': { signedBy: 'another key' },
  'no subject': { claims: { sub: '' } },
}
for (const [what, lie] of Object.entries(LIES))
  Federation(`[FEDERATION-1] ${what} is refused`, async (w) => {
    assert.is(await believe(w, {}), 'nothing was refused', 'the same issuer without the lie is believed')
    assert.is(await believe(w, lie), 'token_invalid')
  })

Federation('an issuer that is away is said to be, by name', async (w) => {
  assert.is(await believe(w, { status: 503 }), 'issuer_unavailable')
  const ctx = await w.by({}, 'http://127.0.0.1:1')
  assert.is(await refusalOf(beginIssuerSignIn(ctx, { issuer: 'google' })), 'issuer_unavailable')
})

Federation('an issuer that is not configured does not exist', async (w) => {
  assert.is(await refusalOf(beginIssuerSignIn(w.as(ANYBODY), { issuer: 'google' })), 'not_found')
})

Federation.run()
