import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Secret, TOTP } from 'otpauth'
import pg from 'pg'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { freePort } from './freePort.ts'
import { apiClient, type Answered, type ApiClient } from './apiClient.ts'
import { startProcess, type StartedProcess } from './startProcess.ts'
import { until } from './until.ts'

interface World {
  dataDir: string
  product: StartedProcess
  database: pg.Client
  receiver: Server
  api: ApiClient
  /** What must never be logged, by what it is. */
  secrets: Map<string, string>
}

// The whole product with its real logger: people do everything that has a secret or a contact in it, and so do strangers
// with nonsense; then all that was printed is searched. ACCESS-2.
const LogScan = suite('what is logged', {} as World)

LogScan.before(async (w) => {
  w.dataDir = mkdtempSync(join(tmpdir(), 'mayago-logs-'))
  w.secrets = new Map()
  w.receiver = createServer((_, response) => response.writeHead(500).end('not today, contact@receiver.example'))
  await new Promise<void>((resolve) => w.receiver.listen(0, '127.0.0.1', resolve))
  w.product = await startProcess('deploy/standalone.ts', {
    DATA_DIR: w.dataDir,
    PORT: String(await freePort()),
    LOG_LEVEL: 'info',
    WEBHOOKS_LOOPBACK: '1',
    LIMITS_SECOND_FACTOR: '0',
  })
  w.api = apiClient(w.product.url)
  const { url } = JSON.parse(readFileSync(join(w.dataDir, 'pg/connection.json'), 'utf8')) as { url: string }
  w.database = new pg.Client({ connectionString: url })
  await w.database.connect()
})
LogScan.after(async (w) => {
  await w.database.end()
  await w.product.stop()
  w.receiver.close()
  rmSync(w.dataDir, { recursive: true, force: true })
})

const EMAIL = 'zyxwena.quill@mailbox.example'
const PASSWORD = 'violet harbour 41 lanterns'
const NEXT_PASSWORD = 'nine copper kettles sing'
const WRONG = 'ochre jetty 17 candles'
const NAME = 'Zyxwena Quillfeather'
const PHONE = '+34612345678'
const CARD = '4242424242424242'

/** Remembers a secret, and gives it back. */
const secret = (w: World, what: string, value: string): string => {
  assert.ok(value.length > 3, `there is a ${what}`)
  w.secrets.set(`${what} ${w.secrets.size}`, value)
  return value
}

const ok = <Body>(answer: Answered<Body>): Body => {
  assert.ok(answer.status < 300, `${answer.status} ${answer.text}`)
  return answer.body
}

const one = <Value>(w: World, sql: string, params: unknown[] = []): Promise<Value> =>
  until(sql, async () => ((await w.database.query(sql, params)).rows[0] as { value: Value } | undefined)?.value, 20_000)

/** The token of the latest mail of its kind. */
const mailedToken = async (w: World, path: string): Promise<string> =>
  secret(
    w,
    'mailed token',
    await one<string>(
      w,
      `select substring(text from $1) as value from dev_mails where to_email = $2 and text ~ $1 order by sent_at desc limit 1`,
      [`/account/${path}[?]token=([A-Za-z0-9_-]+)`, EMAIL],
    ),
  )

const textedCode = (w: World): Promise<string> =>
  one<string>(w, `select substring(text from '[0-9]{6}') as value from dev_sms order by sent_at desc limit 1`)

interface Tokens {
  accessToken: string
  refreshToken: string
}
const bearer = ({ accessToken }: Tokens) => ({ headers: { authorization: `Bearer ${accessToken}` } })
const kept = (w: World, tokens: Tokens): Tokens => {
  secret(w, 'access token', tokens.accessToken)
  secret(w, 'refresh token', tokens.refreshToken)
  return tokens
}

const register = async (w: World): Promise<void> => {
  for (const [what, value] of Object.entries({ EMAIL, PASSWORD, NEXT_PASSWORD, WRONG, NAME, PHONE, CARD }))
    secret(w, what, value)
  const asked = { name: NAME, email: EMAIL, password: PASSWORD }
  const { registration } = ok(await w.api.post<{ registration: string }>('/auth/register', asked))
  secret(w, 'registration', registration)
  const token = await mailedToken(w, 'verify')
  const { tokens } = ok(await w.api.post<{ tokens: Tokens }>('/auth/verify', { token, registration }))
  await w.api.post('/auth/verify', { token, registration })
  await w.api.post('/auth/sign-in', { email: EMAIL, password: WRONG })
  const again = kept(w, ok(await w.api.post<Tokens>('/auth/refresh', { refreshToken: kept(w, tokens).refreshToken })))
  ok(await w.api.ask('PATCH', '/me', { body: { phone: PHONE }, ...bearer(again) }))
}

const addFactors = async (w: World, tokens: Tokens): Promise<void> => {
  const { key } = ok(await w.api.post<{ key: string }>('/me/factors/totp', {}, bearer(tokens)))
  const totp = new TOTP({ secret: Secret.fromBase32(secret(w, 'totp key', key.replaceAll(' ', ''))) })
  const code = totp.generate()
  await w.api.post('/me/factors/totp/confirm', { code: '000000' }, bearer(tokens))
  const { recoveryCodes } = ok(
    await w.api.post<{ recoveryCodes: string[] }>('/me/factors/totp/confirm', { code }, bearer(tokens)),
  )
  for (const recovery of recoveryCodes) secret(w, 'recovery code', recovery)
  ok(await w.api.post('/me/factors/sms', { phone: PHONE }, bearer(tokens)))
  ok(await w.api.post('/me/factors/sms/confirm', { code: await textedCode(w) }, bearer(tokens)))
  const asked = await w.api.post<{ challenge: string }>('/auth/sign-in', { email: EMAIL, password: NEXT_PASSWORD })
  const challenge = secret(w, 'challenge', asked.body.challenge)
  const show = (proof: object) => w.api.post<Tokens>('/auth/sign-in/second-factor', { challenge, proof })
  await show({ method: 'totp', code })
  kept(w, ok(await show({ method: 'recovery_code', code: recoveryCodes[0] })))
}

const reset = async (w: World): Promise<Tokens> => {
  ok(await w.api.post('/auth/forgotten', { email: EMAIL }))
  const token = await mailedToken(w, 'reset')
  await w.api.post('/auth/reset', { token, password: EMAIL })
  await fetch(`${w.product.url}/account/reset?token=${token}`)
  ok(await w.api.post('/auth/reset', { token, password: NEXT_PASSWORD }))
  return kept(w, ok(await w.api.post<Tokens>('/auth/sign-in', { email: EMAIL, password: NEXT_PASSWORD })))
}

const bePartner = async (w: World, tokens: Tokens): Promise<void> => {
  const made = ok(
    await w.api.post<{ key: string }>(
      '/api-keys',
      { name: NAME, scopes: ['catalog.read', 'bookings.write'] },
      bearer(tokens),
    ),
  )
  const key = secret(w, 'API key', made.key)
  await w.api.get('/experiences', { headers: { authorization: `Bearer ${key}` } })
  await w.api.get('/webhooks', { headers: { authorization: `Bearer ${key}` } })
  const { port } = w.receiver.address() as { port: number }
  const url = `http://127.0.0.1:${port}/hook/${secret(w, 'secret in a URL', 'hook-path-quartz-9041')}`
  const hook = ok(
    await w.api.post<{ id: string; secret: string }>(
      '/webhooks',
      { url, events: ['booking.confirmed'] },
      bearer(tokens),
    ),
  )
  secret(w, 'webhook secret', hook.secret)
  ok(await w.api.post(`/webhooks/${hook.id}/test`, {}, bearer(tokens)))
}

const book = async (w: World): Promise<void> => {
  const departure = await one<string>(
    w,
    `select id as value from departures where status = 'open' and capacity - seats_taken >= 4
       and starts_at > now() + interval '20 days' order by starts_at limit 1`,
  )
  const unit = await one<string>(
    w,
    `select u.id as value from units u join departures d on d.option_id = u.option_id where d.id = $1 and u.type = 'ADULT'`,
    [departure],
  )
  const held = ok(
    await w.api.post<{ id: string; holdToken: string }>(`/departures/${departure}/holds`, {
      units: [{ unitId: unit, quantity: 2 }],
    }),
  )
  const holdToken = secret(w, 'hold token', held.holdToken)
  const contact = { name: NAME, email: EMAIL, phone: PHONE }
  const booking = ok(
    await w.api.post<{ id: string; payment: { clientSecret: string; intentId?: string } }>(
      '/bookings',
      { holdId: held.id, contact, travelers: [{ unitId: unit, name: NAME }] },
      { holdToken },
    ),
  )
  const clientSecret = secret(w, 'client secret', booking.payment.clientSecret)
  for (const number of ['4000000000000002', CARD])
    await fetch(`${w.product.url}/_stripe/v1/payment_intents/${clientSecret.split('_secret')[0]}/confirm`, {
      method: 'POST',
      headers: { authorization: `Bearer pk_test_anything` },
      body: new URLSearchParams({
        client_secret: clientSecret,
        'payment_method_data[type]': 'card',
        'payment_method_data[card][number]': number,
        'payment_method_data[card][exp_month]': '12',
        'payment_method_data[card][exp_year]': '2040',
        'payment_method_data[card][cvc]': '123',
        'payment_method_data[billing_details][email]': EMAIL,
      }),
    })
  await w.api.get(`/bookings/${booking.id}`, { holdToken })
  await w.api.get(`/bookings/${booking.id}`, { holdToken: `${holdToken}x` })
}

/** What comes from somebody who tries things: secrets where none belong, forms from elsewhere, sockets to nowhere. */
const misbehave = async (w: World): Promise<void> => {
  const { url } = w.product
  const stray = secret(w, 'stray secret', 'stray-Secret-wq93kd02mcnz81')
  const headers = { authorization: `Bearer ${stray}`, cookie: `mayago_access=${stray}; mayago_refresh=${stray}` }
  for (const path of [
    `/api/v1/me?token=${stray}`,
    `/api/v1/bookings/${stray}?email=${EMAIL}`,
    `/api/v1/${stray}`,
    `/account/verify?token=${stray}`,
    `/account/${stray}`,
    `/bookings/${stray}?t=${stray}`,
    `/experiences?q=${encodeURIComponent(EMAIL)}&cursor=${stray}`,
    `/%E0%A4%A/${stray}`,
    `/pictures/${stray}.webp`,
    `/_stripe/v1/${stray}`,
  ])
    await fetch(`${url}${path}`, { headers, redirect: 'manual' })
  for (const body of [`{"email":"${EMAIL}","password":"${PASSWORD}"`, JSON.stringify({ [stray]: EMAIL, phone: PHONE })])
    await w.api.post('/auth/sign-in', body, { headers })
  await w.api.post('/stripe/webhook', JSON.stringify({ id: stray, email: EMAIL }), { headers, key: null })
  await w.api.post('/twilio/status', JSON.stringify({ To: PHONE }), { headers, key: null })
  for (const origin of [url, 'https://evil.example'])
    await fetch(`${url}/account/sign-in`, {
      method: 'POST',
      headers: { origin, cookie: headers.cookie },
      body: new URLSearchParams({ email: EMAIL, password: WRONG }),
      redirect: 'manual',
    })
  await fetch(`${url}/matchmake/joinOrCreate/experience?ticket=${stray}`, {
    method: 'POST',
    headers,
    body: `{"ticket":"${stray}"`,
  })
  await new Promise<void>((resolve) => {
    const { port } = new URL(url)
    const socket = connect(Number(port), '127.0.0.1', () =>
      socket.write(
        `GET /x/${stray}?ticket=${stray} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nAuthorization: Bearer ${stray}\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
      ),
    )
    socket.once('close', () => resolve())
    socket.once('error', () => resolve())
    socket.resume()
  })
}

/** Statements fail in ways whose texts quote rows, keys and input: what PostgreSQL says of them must not come through. */
const breakThings = async (w: World, tokens: Tokens): Promise<void> => {
  await w.database.query(`alter table users add constraint no_such_phone check (phone_sealed is null) not valid`)
  await w.database.query(`alter table mail_links add constraint none check (email is null) not valid`)
  await w.database.query(`alter table bookings add constraint none check (contact_email is null) not valid`)
  await w.database.query(`alter table sessions add constraint none check (channel is null) not valid`)
  const answers = [
    await w.api.ask('PATCH', '/me', { body: { name: `${NAME} II`, phone: PHONE }, breaks: true, ...bearer(tokens) }),
    await w.api.post('/auth/sign-in', { email: EMAIL, password: PASSWORD }, { breaks: true }),
  ]
  await w.api.post('/auth/register', { name: NAME, email: `new.${EMAIL}`, password: PASSWORD }, { breaks: true })
  await book(w).catch(() => undefined)
  await w.database.query(`alter table users drop constraint no_such_phone`)
  await w.database.query('alter table users rename to users_away')
  for (const path of ['/account', '/account/security'])
    await fetch(`${w.product.url}${path}`, {
      headers: { cookie: `mayago_access=${tokens.accessToken}` },
      redirect: 'manual',
    })
  answers.push(await w.api.post('/auth/sign-in', { email: EMAIL, password: PASSWORD }))
  await w.database.query('alter table users_away rename to users')
  assert.ok(
    answers.some(({ status }) => status >= 500),
    `something broke: ${answers.map(({ status }) => status).join()}`,
  )
}

/** What looks like one, whoever's it is. */
const KINDS: Record<string, RegExp> = {
  'e-mail address': /[\w.+-]+@[\w-]+\.[a-z]{2,}/gi,
  'signed token': /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g,
  'API key': /\bmgk_\w+/g,
  'authorization value': /\b(Bearer|Basic) [\w-]{8,}/g,
  'session cookie': /mayago_(access|refresh|guest|link|aside)=[^\s;"]+/g,
  'sealed field': /\bv1\.[\w-]{8}\.[\w-]{16}\.[\w-]+/g,
  'password hash': /\$argon2\w+\$/g,
}

const findLeaks = (output: string, secrets: ReadonlyMap<string, string>): string[] => {
  const lines = output.split('\n')
  const about = (what: string, text: string): string[] =>
    lines.filter((line) => line.includes(text)).map((line) => `${what}: ${line.slice(0, 400)}`)
  return [
    ...[...secrets].flatMap(([what, value]) => [
      ...about(what, value),
      ...(encodeURIComponent(value) === value ? [] : about(what, encodeURIComponent(value))),
    ]),
    ...Object.entries(KINDS).flatMap(([what, kind]) => (output.match(kind) ?? []).map((found) => `${what}: ${found}`)),
  ]
}

LogScan('[ACCESS-2] no token, contact, card or password, whatever is done and whatever breaks', async (w) => {
  await register(w)
  const tokens = await reset(w)
  await bePartner(w, tokens)
  await book(w)
  await addFactors(w, tokens)
  await misbehave(w)
  await breakThings(w, tokens)
  const output = w.product.output()
  for (const said of ['a sign-in was refused', '"level":50', 'an endpoint failed'])
    assert.match(output, said, 'it did log what went wrong')
  assert.equal(findLeaks(output, w.secrets), [])
})

LogScan('[ACCESS-2] one that is planted is found: the test above can fail', (w) => {
  for (const planted of [
    EMAIL,
    `{"msg":"to ${EMAIL}"}`,
    'someone@else.example',
    'Bearer abcdefghijk',
    ...w.secrets.values(),
  ])
    assert.ok(findLeaks(`ready\n${planted}\n`, w.secrets).length > 0, planted)
  assert.equal(findLeaks('ready\nnothing to see\n', w.secrets), [])
})

LogScan.run()
