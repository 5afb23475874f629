import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isRefusal } from '@mayago/kernel/errors.ts'
import { accountWorld, ANYBODY, PASSWORD, type AccountWorld } from '../testing/accountWorld.fixture.ts'
import { outcomeOf } from '../testing/refused.fixture.ts'
import { signIn } from '../index.ts'
import { assertGoodPassword } from './password.rules.ts'
import { createPasswordHasher, OWASP_MINIMUM } from './passwordHasher.ts'

const Passwords = suite('passwords', {} as AccountWorld)
Passwords.before(async (w) => void Object.assign(w, await accountWorld()))
Passwords.after((w) => w.drop())

const person = { name: 'Nadia El Haddad', email: 'nadia.haddad@viajes.example' }
const judge = (password: string): string => {
  try {
    assertGoodPassword(password, person)
    return 'good'
  } catch (error) {
    return isRefusal(error, 'password_refused') ? error.data.reason : String(error)
  }
}

const JUDGED: [password: string, verdict: string][] = [
  [PASSWORD, 'good'],
  ['correct horse battery', 'good'],
  ['pájaro-azul-en-Oaxaca', 'good'],
  ['🦜🌋🛶🏝️🌮🎺🪅🌵🐢🦎', 'good'],
  ['short', 'too_short'],
  ['ＡＢＣＤＥ', 'too_short'],
  ['x'.repeat(129), 'too_long'],
  [`${'long enough '.repeat(2)}\0`, 'too_long'],
  ['1234567890', 'common'],
  ['qwertyuiop', 'common'],
  ['QWERTYUIOP', 'common'],
  ['password123!', 'common'],
  ['P@ssw0rd2026', 'common'],
  ['!!letmein!!!!', 'common'],
  ['aaaaaaaaaaaa', 'common'],
  ['abababababab', 'common'],
  ['ｐａｓｓｗｏｒｄ１２３', 'common'],
  ['nadiahaddad1', 'like_you'],
  ['Nadia.Haddad@viajes.example', 'like_you'],
  ['HADDAD-2026', 'like_you'],
  ['mayagomayago', 'like_you'],
]

for (const [password, verdict] of JUDGED)
  Passwords(`[PASSWORD-3] “${password.slice(0, 30).replace('\0', '␀')}” is ${verdict}`, () =>
    assert.is(judge(password), verdict),
  )

Passwords(
  '[PASSWORD-1] what is kept says argon2id with at least OWASP’s parameters, and a salt of its own',
  async () => {
    const hasher = createPasswordHasher()
    const [one, two] = [await hasher.hash(PASSWORD), await hasher.hash(PASSWORD)]
    const parameter = (name: string): number => Number(new RegExp(`[$,]${name}=(\\d+)`).exec(one)?.[1])
    assert.match(one, /^\$argon2id\$v=19\$/)
    assert.ok(parameter('m') >= 19_456 && parameter('t') >= 2 && parameter('p') >= 1, one)
    assert.is.not(one, two)
    assert.ok(await hasher.verify(one, PASSWORD))
    assert.not.ok(await hasher.verify(one, `${PASSWORD} `))
    assert.not.ok(await hasher.verify(null, 'nobody has this password'))
  },
)

Passwords('[PASSWORD-2] one password has one spelling, whichever keyboard wrote it', async () => {
  const hasher = createPasswordHasher()
  const kept = await hasher.hash('canción de mañana'.normalize('NFD'))
  assert.ok(await hasher.verify(kept, 'canción de mañana'.normalize('NFC')))
})

Passwords('[PASSWORD-1] when parameters rise, a password is hashed anew as its owner signs in', async (w) => {
  const email = 'risen@example.org'
  await w.join(email)
  const stronger = createPasswordHasher({ ...OWASP_MINIMUM, timeCost: 3 })
  const ctx = w.as(ANYBODY)
  const risen = { ...ctx, services: { ...ctx.services, passwords: stronger } }
  const encoding = async () =>
    (await w.pool.query('select password_hash from users where email = $1', [email])).rows[0].password_hash as string
  assert.match(await encoding(), /[,$]t=2[,$]/)
  await outcomeOf(signIn(risen, { email, password: 'not the one at all', channel: 'api' }))
  assert.match(await encoding(), /[,$]t=2[,$]/)
  await signIn(risen, { email, password: PASSWORD, channel: 'api' })
  assert.match(await encoding(), /[,$]t=3[,$]/)
  assert.is(await outcomeOf(signIn(risen, { email, password: PASSWORD, channel: 'api' })), 'kept')
})

Passwords('[PASSWORD-1] hashes go one at a time, a short queue waits, the rest are told to come back', async () => {
  const hasher = createPasswordHasher({ memoryCost: 1024, timeCost: 1, parallelism: 1 }, 5)
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => outcomeOf(hasher.hash(PASSWORD))))
  assert.is(outcomes.filter((outcome) => outcome === 'kept').length, 6)
  assert.is(outcomes.filter((outcome) => outcome === 'overloaded').length, 14)
  assert.is(await outcomeOf(hasher.hash(PASSWORD)), 'kept')
})

Passwords.run()
