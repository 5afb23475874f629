import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isRefusal } from '@mayago/kernel/errors.ts'
import type { Mail } from '../../ports/mail.ts'
import { openSendGrid } from './openSendGrid.ts'

interface Answer {
  status: number
  headers?: Record<string, string>
  body?: unknown
}
interface SentMail {
  personalizations: { to: { email: string; name: string }[]; custom_args?: Record<string, string> }[]
  custom_args?: Record<string, string>
  from: { email: string; name: string }
  subject: string
  content: { type: string; value: string }[]
  attachments: { content: string; filename: string; type: string; disposition: string }[]
  tracking_settings: { click_tracking: { enable: boolean }; open_tracking: { enable: boolean } }
}

/**
 * A server that answers `POST /v3/mail/send` as SendGrid documents it: 202 with X-Message-Id and no body, 401 for a
 * wrong key, 400 with an errors array, 429 with X-RateLimit-*, 5xx; what `answers` holds comes first.
 */
const startSendGrid = async (key: string) => {
  const requests: { headers: IncomingHttpHeaders; mail: SentMail }[] = []
  const answers: Answer[] = []
  const server: Server = createServer((request, response) => {
    let text = ''
    request.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
    request.on('end', () => {
      const { status, headers, body } = answerTo(request.url, request.method, request.headers, text)
      response.writeHead(status, { 'content-type': 'application/json', ...headers })
      response.end(body === undefined ? undefined : JSON.stringify(body))
    })
  })
  const errors = (status: number, message: string, field: string | null = null): Answer => ({
    status,
    body: { errors: [{ message, field, help: null }] },
  })
  const answerTo = (url = '', method = '', headers: IncomingHttpHeaders, text: string): Answer => {
    if (url !== '/v3/mail/send' || method !== 'POST') return errors(404, 'resource not found')
    if (headers.authorization !== `Bearer ${key}`)
      return errors(401, 'The provided authorization grant is invalid, expired, or revoked')
    const mail = JSON.parse(text) as SentMail
    requests.push({ headers, mail })
    const scripted = answers.shift()
    if (scripted) return scripted
    const to = mail.personalizations[0]?.to[0]?.email ?? ''
    if (!/^[^@\s]+@[^@\s]+$/.test(to))
      return errors(400, 'Does not contain a valid address.', 'personalizations.0.to.0.email')
    if (mail.content[0]?.type !== 'text/plain')
      return errors(400, 'If present, text/plain and text/html may only be provided once, text first.', 'content')
    return { status: 202, headers: { 'x-message-id': `id-${requests.length}` } }
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const stop = () => new Promise<void>((resolve) => (server.closeAllConnections(), server.close(() => resolve())))
  return { requests, answers, base: `http://127.0.0.1:${port}`, stop }
}

type World = Awaited<ReturnType<typeof startSendGrid>>
const KEY = 'SG.test-key'
const FROM = { name: 'MayaGo', email: 'hello@mayago.example' }
const MAIL: Mail = {
  to: { email: 'ana@example.com', name: 'Ana Peña' },
  subject: 'Ya está: Cenotes',
  html: '<p>Hola {{name}}</p>',
  text: 'Hola',
  attachments: [{ filename: 't.pdf', contentType: 'application/pdf', content: new Uint8Array([37, 80, 68, 70]) }],
  idempotencyKey: 'confirmation-1',
}

const SendGrid = suite<World>('SendGrid adapter')
SendGrid.before(async (w) => void Object.assign(w, await startSendGrid(KEY)))
SendGrid.before.each((w) => void (w.requests.length = w.answers.length = 0))
SendGrid.after((w) => w.stop())
const open = (w: World, apiKey = KEY) => openSendGrid({ apiKey, apiBase: w.base, from: FROM })
const failing = async (w: World, mail = MAIL, apiKey = KEY): Promise<unknown> =>
  (await open(w, apiKey)).send(mail).then(
    () => assert.unreachable('the mail was taken'),
    (error: unknown) => error,
  )

SendGrid('sends text before HTML, the attachment as base64, and answers the message id', async (w) => {
  assert.equal(await (await open(w)).send(MAIL), { messageId: 'id-1' })
  const { mail } = w.requests[0] as World['requests'][number]
  assert.equal(mail.personalizations[0]?.to, [{ email: 'ana@example.com', name: 'Ana Peña' }])
  assert.equal(mail.from, { email: FROM.email, name: FROM.name })
  assert.equal(mail.content, [
    { type: 'text/plain', value: 'Hola' },
    { type: 'text/html', value: '<p>Hola {{name}}</p>' },
  ])
  assert.is(mail.attachments[0]?.content, 'JVBERg==')
})

SendGrid('[ACCESS-2] links in mails pass nobody’s click counter', async (w) => {
  await (await open(w)).send(MAIL)
  const { tracking_settings: tracking } = (w.requests[0] as World['requests'][number]).mail
  assert.equal([tracking.click_tracking.enable, tracking.open_tracking.enable], [false, false])
})

SendGrid('the same mail carries the same mark, another mail another', async (w) => {
  const port = await open(w)
  for (const idempotencyKey of ['a', 'a', 'b']) await port.send({ ...MAIL, idempotencyKey })
  const [first, second, third] = w.requests.map(({ mail }) =>
    JSON.stringify([mail.custom_args, mail.personalizations[0]?.custom_args]),
  )
  assert.is(first, second)
  assert.is.not(first, third)
})

SendGrid('an address it calls invalid is a refusal that names the field, and is not tried again', async (w) => {
  const error = await failing(w, { ...MAIL, to: { email: 'nobody', name: '' } })
  assert.ok(isRefusal(error, 'invalid_input'))
  assert.is(error.data.issues[0]?.path, 'personalizations.0.to.0.email')
  assert.is(w.requests.length, 1)
})

SendGrid('a key it does not know is our fault, not the traveler’s', async (w) => {
  const error = await failing(w, MAIL, 'SG.other')
  assert.not.ok(isRefusal(error))
  assert.match(String(error), 'SendGrid accepts our key')
  assert.not.match(String(error), 'SG.other')
})

SendGrid('429 says when to come back', async (w) => {
  const at = Date.parse('2027-05-01T10:00:00Z')
  const headers = { date: new Date(at).toUTCString(), 'x-ratelimit-reset': String(at / 1000 + 42) }
  w.answers.push({ status: 429, headers, body: { errors: [{ message: 'too many requests', field: null }] } })
  const error = await failing(w)
  assert.ok(isRefusal(error, 'overloaded'))
  assert.is(error.data.retryAfterSeconds, 42)
  assert.is(w.requests.length, 1)
})

SendGrid('a 500 is tried again, and the second answer counts', async (w) => {
  w.answers.push({ status: 500, body: { errors: [{ message: 'internal' }] } })
  assert.equal(await (await open(w)).send(MAIL), { messageId: 'id-2' })
})

SendGrid('an outage that lasts is thrown after three attempts, for the job to try later', async (w) => {
  w.answers.push(...Array.from({ length: 3 }, () => ({ status: 503 })))
  const error = await failing(w)
  assert.not.ok(isRefusal(error))
  assert.is(w.requests.length, 3)
})

SendGrid('nobody listening is an outage too', async () => {
  const gone = await startSendGrid(KEY)
  await gone.stop()
  const error = await failing(gone)
  assert.not.ok(isRefusal(error))
})

SendGrid.run()
